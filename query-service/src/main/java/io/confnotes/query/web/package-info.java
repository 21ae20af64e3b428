/** Server-rendered pages. */
@NullMarked
package io.confnotes.query.web;

import org.jspecify.annotations.NullMarked;

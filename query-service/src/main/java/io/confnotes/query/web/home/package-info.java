/** The way in. */
@NullMarked
package io.confnotes.query.web.home;

import org.jspecify.annotations.NullMarked;

/** Where curators look for what to decide about, and choose what. */
@NullMarked
package io.confnotes.query.web.curate;

import org.jspecify.annotations.NullMarked;

/** The page that shows what pages are made of. */
@NullMarked
package io.confnotes.query.web.design;

import org.jspecify.annotations.NullMarked;

/** The pages of documents. */
@NullMarked
package io.confnotes.query.web.document;

import org.jspecify.annotations.NullMarked;

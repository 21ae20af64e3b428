/** The pages of operators: how the pipeline is, and what could not be applied. */
@NullMarked
package io.confnotes.query.web.status;

import org.jspecify.annotations.NullMarked;

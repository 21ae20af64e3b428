/** Whether the pipeline is well, in one line and in parts. */
@NullMarked
package io.confnotes.query.status;

import org.jspecify.annotations.NullMarked;

/** The compose files, run by Docker Compose. */
@NullMarked
package io.confnotes.endtoend.compose;

import org.jspecify.annotations.NullMarked;

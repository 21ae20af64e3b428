/**
 * Passes what changes something on to the service that does it, so that a browser needs one origin.
 */
@NullMarked
package io.confnotes.query.forward;

import org.jspecify.annotations.NullMarked;

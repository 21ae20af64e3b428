/**
 * Passes what changes something on to the service that does it, so that a browser needs one origin.
 * The parameters of its resources are there for the API's description: the other service reads
 * them.
 */
@NullMarked
package io.confnotes.query.forward;

import org.jspecify.annotations.NullMarked;

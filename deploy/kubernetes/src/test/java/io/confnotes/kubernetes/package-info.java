/**
 * Renders every overlay and holds it against types, policies and what the services are made to do.
 */
@NullMarked
package io.confnotes.kubernetes;

import org.jspecify.annotations.NullMarked;

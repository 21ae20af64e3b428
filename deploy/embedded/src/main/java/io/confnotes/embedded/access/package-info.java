/** Tokens for tests, and the test that every operation of an API has a rule. */
@NullMarked
package io.confnotes.embedded.access;

import org.jspecify.annotations.NullMarked;

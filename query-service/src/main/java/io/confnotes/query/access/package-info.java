/** Who may do what: bearer tokens, their scopes, and what goes without a token. */
@NullMarked
package io.confnotes.query.access;

import org.jspecify.annotations.NullMarked;

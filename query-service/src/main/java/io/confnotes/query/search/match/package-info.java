/** Which notes answer what was typed, as far as they are looked at. */
@NullMarked
package io.confnotes.query.search.match;

import org.jspecify.annotations.NullMarked;

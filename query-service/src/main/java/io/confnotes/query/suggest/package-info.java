/** What somebody may have meant: corrections of words, and names as one types. */
@NullMarked
package io.confnotes.query.suggest;

import org.jspecify.annotations.NullMarked;

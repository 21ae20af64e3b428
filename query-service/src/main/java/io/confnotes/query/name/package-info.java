/** What curators renamed and merged. */
@NullMarked
package io.confnotes.query.name;

import org.jspecify.annotations.NullMarked;

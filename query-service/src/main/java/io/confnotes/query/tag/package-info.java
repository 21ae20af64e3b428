/** Tags: the canonical topics of talks. */
@NullMarked
package io.confnotes.query.tag;

import org.jspecify.annotations.NullMarked;

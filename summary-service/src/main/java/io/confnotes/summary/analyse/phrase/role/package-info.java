/** What words do in the noun phrases of notes. Part of the analyser only. */
@NullMarked
package io.confnotes.summary.analyse.phrase.role;

import org.jspecify.annotations.NullMarked;

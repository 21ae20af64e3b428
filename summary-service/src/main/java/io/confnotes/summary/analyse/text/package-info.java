/** The grammar of notes: languages, words and sentences. Part of the analyser only. */
@NullMarked
package io.confnotes.summary.analyse.text;

import org.jspecify.annotations.NullMarked;

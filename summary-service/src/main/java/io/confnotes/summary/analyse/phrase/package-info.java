/** From words to ranked key phrases. Part of the analyser only. */
@NullMarked
package io.confnotes.summary.analyse.phrase;

import org.jspecify.annotations.NullMarked;

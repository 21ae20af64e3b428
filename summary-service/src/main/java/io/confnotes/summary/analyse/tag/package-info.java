/** From mentions of known topics and key phrases to ranked tags. Part of the analyser only. */
@NullMarked
package io.confnotes.summary.analyse.tag;

import org.jspecify.annotations.NullMarked;

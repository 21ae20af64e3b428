/** From blocks to ranked key points. Part of the analyser only. */
@NullMarked
package io.confnotes.summary.analyse.point;

import org.jspecify.annotations.NullMarked;

/**
 * From the notes of a talk to its language, key points and tags: plain Java, deterministic, without
 * a language model. {@link io.confnotes.summary.analyse.Analyser} is the way in; the packages below
 * this one are its steps.
 */
@NullMarked
package io.confnotes.summary.analyse;

import org.jspecify.annotations.NullMarked;

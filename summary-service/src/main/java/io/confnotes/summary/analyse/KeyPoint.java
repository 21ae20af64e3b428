package io.confnotes.summary.analyse;

import org.jspecify.annotations.Nullable;

/**
 * What a talk said, in the words of its notes.
 *
 * @param text the slice of the reading text that {@code span} names
 * @param span where it is said
 * @param leadIn the line before a list that the key point, an item of it, needs to be understood
 * @param score from 0 to 1; comparable within one talk
 */
public record KeyPoint(String text, Span span, @Nullable Span leadIn, double score) {}

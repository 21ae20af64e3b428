package io.confnotes.summary.analyse;

/**
 * A topic of a talk.
 *
 * @param slug the name as {@link Slug} writes it
 * @param name how it is best written
 * @param score from 0 to 1; comparable within one talk
 */
public record Tag(String slug, String name, double score) {}

package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import org.jspecify.annotations.Nullable;

/**
 * What may be a topic of a talk.
 *
 * @param slug identifies the topic
 * @param name how it is best written
 * @param term of the vocabulary, null where it has none
 * @param features what is known of it
 */
public record Candidate(String slug, String name, @Nullable Term term, Features features) {}

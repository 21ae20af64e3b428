package io.confnotes.summary.analyse.phrase;

import java.util.List;

/**
 * A phrase of a talk's notes that may name what the talk is about, and what was seen of it.
 *
 * @param name as its authors write it best
 * @param score how likely the phrase names a topic of the talk, from 0 to 1; comparable within the
 *     notes of one talk
 * @param key the stems of its words, joined by a space; the same for all forms of the phrase
 * @param words its words in lower case, as they first occur
 * @param count how often it occurs, in title and blocks
 * @param independence the share of its occurrences that are not within a longer phrase, 0 to 1
 * @param nameLikeness the share of its telling occurrences that are written as a name, 0 to 1; 0.5
 *     where none tells
 * @param inTitle whether the talk's title has it
 * @param inHeading whether a heading of the notes has it
 * @param firstPassage the number of the first passage that has it, 0 for the title
 */
public record KeyPhrase(
    String name,
    double score,
    String key,
    List<String> words,
    int count,
    double independence,
    double nameLikeness,
    boolean inTitle,
    boolean inHeading,
    int firstPassage) {}

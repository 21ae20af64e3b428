package io.confnotes.summary.analyse.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The analyser's word lists: UTF-8, {@code #} starts a comment, entries between white space. */
public final class WordList {

  private static final String FOLDER = "/io/confnotes/summary/analyse/";

  private WordList() {}

  /** The entries of a list. A hash set: what is looked up is mostly not in the list. */
  public static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String line : lines(name)) {
      words.addAll(List.of(line.strip().split("\\s+", -1)));
    }
    return Collections.unmodifiableSet(words);
  }

  /** The lines of a list that are not empty or comments. */
  public static List<String> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The word list " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(Predicate.not(String::isBlank))
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

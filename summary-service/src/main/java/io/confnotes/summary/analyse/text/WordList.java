package io.confnotes.summary.analyse.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The analyser's word lists: UTF-8, {@code #} starts a comment, entries between white space. */
public final class WordList {

  private static final String FOLDER = "/io/confnotes/summary/analyse/";

  private WordList() {}

  /** The entries of a list. */
  public static Set<String> words(String name) {
    return lines(name).stream()
        .flatMap(line -> List.of(line.strip().split("\\s+", -1)).stream())
        .collect(Collectors.toUnmodifiableSet());
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

package io.confnotes.ingest.segment.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of words beside this class; a line that begins with {@code #} is a comment. */
public final class WordList {

  private WordList() {}

  /**
   * The words of a list, separated by white space.
   *
   * @param name file name within this package
   */
  public static Set<String> of(String name) {
    return read(name)
        .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The lines of a list, for entries of several words. */
  public static Set<String> lines(String name) {
    return read(name).map(String::strip).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

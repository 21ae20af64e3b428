package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.WordList;
import java.util.Locale;
import java.util.Set;

/** Given names from many countries: a hint that a line names a person, never a condition. */
public final class GivenNames {

  private static final Set<String> GIVEN = WordList.of("given-names.txt");

  private GivenNames() {}

  public static boolean contains(String word) {
    int hyphen = word.indexOf('-');
    String first = hyphen > 0 ? word.substring(0, hyphen) : word;
    return GIVEN.contains(first.toLowerCase(Locale.ROOT));
  }
}

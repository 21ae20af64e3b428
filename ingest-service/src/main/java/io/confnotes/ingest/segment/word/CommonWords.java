package io.confnotes.ingest.segment.word;

import java.util.Locale;
import java.util.Set;

/**
 * Words that begin with a capital in titles and section headings but do not occur in names. They
 * tell "Deployment Tools" from a person; words that are names as well ("Mark", "Grace") are left
 * out.
 */
public final class CommonWords {

  private static final Set<String> COMMON = WordList.of("common.txt");

  private static final String[] NOUN_ENDINGS = {
    "ness", "tion", "tions", "sion", "ment", "ments", "ology", "ware", "ability", "ibility",
    "ization", "ings", "ities", "ships", "icity", "heit", "keit", "schaft", "ungen"
  };

  private CommonWords() {}

  public static boolean anyIn(String text) {
    for (String word : text.split(" ", -1)) {
      if (COMMON.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word, in any case, is no part of a name. */
  public static boolean isCommon(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (COMMON.contains(lower)) {
      return true;
    }
    if (lower.length() < 8) {
      return false;
    }
    for (String ending : NOUN_ENDINGS) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}

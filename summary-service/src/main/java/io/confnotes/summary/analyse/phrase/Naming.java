package io.confnotes.summary.analyse.phrase;

import java.util.Locale;
import java.util.Map;

/** Finds the best way to write a phrase: names keep their capitals, common nouns have none. */
final class Naming {

  private Naming() {}

  /** The name of a phrase. */
  static String of(Phrase phrase, boolean nounsCapitalised) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> form : phrase.forms().entrySet()) {
      int times = form.getValue();
      boolean shorter = form.getKey().length() < best.length();
      if (times > most || (times == most && shorter)) {
        best = form.getKey();
        most = times;
      }
    }
    boolean name = phrase.nameLikeness() > 0.5 || nounsCapitalised;
    return name ? best : lower(best);
  }

  /** Lower case but for words with capitals inside, such as acronyms. */
  private static String lower(String form) {
    StringBuilder name = new StringBuilder(form.length());
    int start = 0;
    while (start < form.length()) {
      int space = form.indexOf(' ', start);
      int end = space < 0 ? form.length() : space + 1;
      String word = form.substring(start, end);
      boolean own = word.substring(1).chars().anyMatch(Character::isUpperCase);
      name.append(own ? word : word.toLowerCase(Locale.ROOT));
      start = end;
    }
    return name.toString();
  }
}

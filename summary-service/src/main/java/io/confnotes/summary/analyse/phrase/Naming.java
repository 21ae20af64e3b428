package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.phrase.role.Names;
import java.util.Locale;
import java.util.Map;

/** Finds the best way to write a phrase: names keep their capitals, common nouns have none. */
final class Naming {

  private Naming() {}

  /** The name of a phrase. */
  static String of(Phrase phrase, Names names) {
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
    return phrase.nameLikeness() > 0.5 ? best : lower(best, names);
  }

  /** Lower case but for names, and for words with capitals inside, such as acronyms. */
  private static String lower(String form, Names names) {
    if (form.equals(form.toLowerCase(Locale.ROOT))) {
      return form;
    }
    StringBuilder name = new StringBuilder(form.length());
    int start = 0;
    while (start < form.length()) {
      int space = form.indexOf(' ', start);
      int end = space < 0 ? form.length() : space + 1;
      String word = form.substring(start, end);
      String lower = word.toLowerCase(Locale.ROOT);
      boolean own = !word.substring(1).equals(lower.substring(1)) || names.keepCapital(bare(lower));
      name.append(own ? word : lower);
      start = end;
    }
    return name.toString();
  }

  /** A word without the space or possessive behind it. */
  private static String bare(String lower) {
    String bare = lower.strip();
    return bare.endsWith("'s") ? bare.substring(0, bare.length() - 2) : bare;
  }
}

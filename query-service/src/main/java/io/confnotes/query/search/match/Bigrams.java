package io.confnotes.query.search.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what was typed in Chinese, Japanese or Korean into pairs of characters, as {@code
 * api.bigrams} cuts notes: a run of ABC in notes is A, AB, BC, C there. What is typed may be a part
 * of a longer run, so it is the phrase AB BC; but in a quotation, a run that something stands
 * before is the beginning of one in the notes, too.
 */
final class Bigrams {

  /** As in {@code api.bigrams}. */
  private static final String CHARACTER =
      "[々〆\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
          + "\\uac00-\\ud7a3\\uf900-\\ufaff\\uff66-\\uff9f\\x{20000}-\\x{3ffff}]";

  private static final Pattern RUN = Pattern.compile(CHARACTER + "+");
  private static final Pattern QUOTATION = Pattern.compile("\"([^\"]*)(?:\"|$)");

  private Bigrams() {}

  /** Whether a text has characters that are cut into pairs. */
  static boolean areIn(String text) {
    return RUN.matcher(text).find();
  }

  /** The words, with quotations for what is a phrase now. */
  static String of(String words) {
    if (!areIn(words)) {
      return words;
    }
    StringBuilder cut = new StringBuilder();
    Matcher quotation = QUOTATION.matcher(words);
    int end = 0;
    while (quotation.find()) {
      appendPhrases(cut, words.substring(end, quotation.start()));
      cut.append('"');
      appendQuoted(cut, quotation.group(1).strip());
      cut.append('"');
      end = quotation.end();
    }
    appendPhrases(cut, words.substring(end));
    return cut.toString();
  }

  private static void appendPhrases(StringBuilder cut, String words) {
    Matcher run = RUN.matcher(words);
    int end = 0;
    while (run.find()) {
      cut.append(words, end, run.start());
      boolean excluded = run.start() > 0 && words.charAt(run.start() - 1) == '-';
      cut.append(excluded ? "\"" : " \"");
      appendPairs(cut, run.group());
      cut.append("\" ");
      end = run.end();
    }
    cut.append(words, end, words.length());
  }

  private static void appendQuoted(StringBuilder cut, String quoted) {
    Matcher run = RUN.matcher(quoted);
    int end = 0;
    while (run.find()) {
      String characters = run.group();
      boolean single = characters.codePointCount(0, characters.length()) == 1;
      cut.append(quoted, end, run.start()).append(' ');
      if (run.start() > 0) {
        cut.appendCodePoint(characters.codePointAt(0)).append(' ');
      }
      if (!single || (run.start() == 0 && run.end() == quoted.length())) {
        appendPairs(cut, characters);
      }
      if (run.end() < quoted.length()) {
        cut.append(' ')
            .appendCodePoint(characters.codePointBefore(characters.length()))
            .append(' ');
      }
      end = run.end();
    }
    cut.append(quoted, end, quoted.length());
  }

  private static void appendPairs(StringBuilder cut, String run) {
    int first = 0;
    int second = run.offsetByCodePoints(0, 1);
    if (second == run.length()) {
      cut.append(run);
    }
    while (second < run.length()) {
      int end = run.offsetByCodePoints(second, 1);
      cut.append(first == 0 ? "" : " ").append(run, first, end);
      first = second;
      second = end;
    }
  }
}

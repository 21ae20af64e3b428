package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.Locale;
import java.util.Set;

/** Judges whether a text could be the title of a talk, and cleans it. */
public final class TitleLine {

  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_PLACEHOLDER = 40;
  private static final int MOST_WORDS = 40;
  private static final String[] QUOTES = {
    "\"\"", "“”", "„“", "«»", "''", "‘’", "「」", "『』", "《》", "[]", "”“", "””"
  };
  private static final String OPENING_QUOTES = "\"“„«'‘「『《[”";

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "tba",
          "tba.",
          "tbc",
          "tbc.",
          "tbd",
          "tbd.",
          "to be announced",
          "to be confirmed",
          "to be determined",
          "n/a",
          "na",
          "none",
          "unknown",
          "untitled",
          "missed",
          "skipped",
          "canceled",
          "cancelled");

  private TitleLine() {}

  /** The title without quotation marks and separators around it, at most 500 code points. */
  public static String clean(String text) {
    String title = PlainText.collapsed(text);
    String before;
    do {
      before = title;
      title = withoutEdges(title);
      if (!title.isEmpty() && OPENING_QUOTES.indexOf(title.charAt(0)) >= 0) {
        title = withoutQuotes(title);
      }
    } while (!title.equals(before));
    boolean fits = title.codePointCount(0, title.length()) <= LONGEST_TITLE;
    return fits ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
  }

  private static String withoutQuotes(String quoted) {
    String title = quoted;
    for (String pair : QUOTES) {
      if (isQuoted(title, pair)) {
        title = title.substring(1, title.length() - 1).strip();
      }
    }
    return title;
  }

  private static boolean isQuoted(String title, String pair) {
    return title.length() > 2
        && title.charAt(0) == pair.charAt(0)
        && title.charAt(title.length() - 1) == pair.charAt(1)
        && title.substring(1, title.length() - 1).indexOf(pair.charAt(0)) < 0;
  }

  private static String withoutEdges(String title) {
    int start = 0;
    int end = title.length();
    while (start < end && " *_:|–—-#~>,;·•\t：/".indexOf(title.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " *_:|–—-~,;·•\t：".indexOf(title.charAt(end - 1)) >= 0) {
      end--;
    }
    return title.substring(start, end);
  }

  /** "???", "TBA": a slot that somebody meant to fill. */
  public static boolean isPlaceholder(String text) {
    return !PlainText.hasLetters(text)
        || (text.length() <= LONGEST_PLACEHOLDER
            && PLACEHOLDERS.contains(text.strip().toLowerCase(Locale.ROOT)));
  }

  /** Whether it could be a title at all. */
  public static boolean isPossible(String text) {
    return text.length() <= LONGEST_LINE
        && PlainText.hasSeveralLetters(text)
        && PlainText.words(text) <= MOST_WORDS
        && !PlainText.hasAddress(text)
        && !isPlaceholder(text);
  }

  /** Whether a line that no markup sets apart looks like a title: short, and no sentence. */
  public static boolean isStandalone(String text) {
    return text.length() <= 160
        && opens(text)
        && !isSentence(text)
        && isPossible(text)
        && PlainText.words(text) <= 22;
  }

  private static boolean opens(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    return Character.isUpperCase(first)
        || Character.isDigit(first)
        || isQuote(first)
        || Cjk.isSign(first)
        || "¿¡#".indexOf(first) >= 0
        || startsTechnically(text);
  }

  private static boolean isQuote(int c) {
    return "\"“„«「『《".indexOf(c) >= 0;
  }

  private static boolean isSentence(String text) {
    char last = text.charAt(text.length() - 1);
    boolean sentence = ".,;:。，；：".indexOf(last) >= 0 && !text.endsWith("...");
    return sentence || isQuotedSentence(text);
  }

  /** {@code "Hinges are doors."}: what somebody said, with its full stop. */
  public static boolean isQuotedSentence(String text) {
    return !text.isEmpty() && isQuote(text.codePointAt(0)) && endsInsideQuote(text);
  }

  /** "git-lfs internals", "eBPF in practice". */
  private static boolean startsTechnically(String text) {
    for (int i = 0; i < text.length() && text.charAt(i) != ' '; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '.' || Character.isUpperCase(c) || Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInsideQuote(String text) {
    String inner = text.substring(0, text.length() - 1);
    return "\"”“»」』".indexOf(text.charAt(text.length() - 1)) >= 0
        && (inner.endsWith(".") || inner.endsWith(","));
  }
}

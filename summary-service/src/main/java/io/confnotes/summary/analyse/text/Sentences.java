package io.confnotes.summary.analyse.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sentences of a text. A full stop does not end one in abbreviations, initials, ordinals,
 * versions and addresses; what is quoted, in brackets or code is not cut; a line break ends one
 * where the next word would have fitted on the line.
 *
 * <p>Takes time linear in the length of the text, and gives no sentence longer than {@value
 * #MAXIMUM} UTF-16 units.
 */
public final class Sentences {

  /** A sentence never gets longer than this. */
  public static final int MAXIMUM = 1200;

  /** Beyond this a sentence is cut at the next white space. */
  private static final int LONG = 800;

  /** How far the end of a quotation or bracket is looked for. */
  private static final int REACH = 300;

  private final String text;
  private final int end;
  private final Language language;
  private final int width;
  private final FullStops fullStops;
  private final List<Range> found = new ArrayList<>();
  private int start;

  private Sentences(String text, Range range, Language language) {
    this.text = text;
    this.start = range.start();
    this.end = range.end();
    this.language = language;
    this.width = width(text, range);
    this.fullStops = new FullStops(text, range.end(), language);
  }

  /** The sentences in a range of a text, without white space around them. */
  public static List<Range> in(String text, Range range, Language language) {
    Sentences sentences = new Sentences(text, range, language);
    sentences.split();
    return sentences.found;
  }

  private void split() {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      int next = at + 1;
      if (c == '\n' || c == '\r') {
        next = line(at);
      } else if (isOpening(c)) {
        next = group(at);
      } else if (isTerminator(c) || (c == ';' && language.asksWithSemicolon())) {
        next = terminator(at);
      } else if (at - start > LONG && (Range.isBlank(c) || at - start >= MAXIMUM - 2)) {
        next = Character.isLowSurrogate(c) ? at + 1 : at;
        close(next);
        next = Math.max(next, at + 1);
      }
      at = next;
    }
    close(end);
  }

  private void close(int to) {
    Range sentence = new Range(start, to).trim(text);
    if (sentence.start() < sentence.end()) {
      found.add(sentence);
    }
    start = to;
  }

  // Lines

  private static int width(String text, Range range) {
    int longest = 0;
    int line = range.start();
    for (int i = range.start(); i <= range.end(); i++) {
      if (i == range.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        longest = Math.max(longest, i - line);
        line = i + 1;
      }
    }
    return longest;
  }

  /** A line was broken on purpose if the next word would have fitted. */
  private int line(int at) {
    int breaks = 0;
    int next = at;
    while (next < end && Range.isBlank(text.charAt(next))) {
      char c = text.charAt(next);
      boolean half = c == '\r' && next + 1 < end && text.charAt(next + 1) == '\n';
      breaks += c == '\n' || (c == '\r' && !half) ? 1 : 0;
      next++;
    }
    if (next < end && (breaks > 1 || isDeliberate(at, next))) {
      close(at);
      start = next;
    }
    return Math.max(next, at + 1);
  }

  private boolean isDeliberate(int lineEnd, int next) {
    char c = text.charAt(next);
    if (Character.isLowerCase(c) || lineEnd == start) {
      return false;
    }
    int line = lineEnd;
    while (line > start && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
      line--;
    }
    int word = next;
    while (word < end && !Range.isBlank(text.charAt(word)) && word - next < 40) {
      word++;
    }
    boolean fits = lineEnd - line + 1 + (word - next) <= width * 9 / 10;
    return fits && (Character.isLetterOrDigit(c) || isOpening(c) || "-*•".indexOf(c) >= 0);
  }

  // Quotations, brackets, code

  private static boolean isOpening(char c) {
    return "“„«‹(（「『《\"`[".indexOf(c) >= 0;
  }

  private static boolean isClosing(char c) {
    return "”“»«›\"')）」』》’]`".indexOf(c) >= 0;
  }

  /** Steps over a group, and ends a sentence after one that ends like a sentence. */
  private int group(int at) {
    int close = endOfGroup(at);
    if (close < 0 || close - start >= MAXIMUM) {
      return at + 1;
    }
    int after = close + 1;
    int last = close - 1;
    while (last > at && Range.isBlank(text.charAt(last))) {
      last--;
    }
    boolean ended = last > at && isTerminator(text.charAt(last));
    boolean quoted = "`[".indexOf(text.charAt(at)) < 0;
    if (ended && quoted && endsAt(after, text.charAt(last))) {
      close(after);
    }
    return after;
  }

  private int endOfGroup(int at) {
    char open = text.charAt(at);
    if (open == '"' && at > start && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return -1;
    }
    String closers =
        switch (open) {
          case '“' -> "”";
          case '„' -> "“”";
          case '«' -> "»";
          case '‹' -> "›";
          case '(' -> ")";
          case '（' -> "）";
          case '「' -> "」";
          case '『' -> "』";
          case '《' -> "》";
          case '[' -> "]";
          default -> String.valueOf(open);
        };
    int limit = Math.min(end, at + REACH);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (closers.indexOf(c) >= 0) {
        return i;
      }
      if (c == '\n' && i + 1 < limit && text.charAt(i + 1) == '\n') {
        return -1;
      }
    }
    return -1;
  }

  // Terminators

  static boolean isTerminator(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '．', '｡', '।', '॥', '؟', '۔', '።' -> true;
      case '։', '។', '။', '‼', '⁇', '⁈', '⁉', '\u037e' -> true;
      default -> false;
    };
  }

  private static boolean isUnspacedTerminator(char c) {
    return c == '。' || c == '！' || c == '？' || c == '．' || c == '｡';
  }

  private int terminator(int at) {
    int last = at;
    while (last + 1 < end && isTerminator(text.charAt(last + 1))) {
      last++;
    }
    int after = last + 1;
    while (after < end && isClosing(text.charAt(after)) && after - last < 4) {
      after++;
    }
    after = afterReference(after);
    boolean stop = text.charAt(at) == '.' && last == at;
    if (at > start
        && endsAt(after, text.charAt(last))
        && !(stop && fullStops.abbreviate(at, after, start))) {
      close(after);
    }
    return after;
  }

  /** Steps over a reference such as {@code [12]} behind a sentence. */
  private int afterReference(int after) {
    boolean apart = after + 1 < end && text.charAt(after) == ' ' && text.charAt(after + 1) == '[';
    int at = apart ? after + 1 : after;
    int close = at;
    while (close < end
        && close - at < 6
        && (close == at || FullStops.isDigit(text.charAt(close)))) {
      close++;
    }
    boolean reference =
        close < end && close > at + 1 && text.charAt(at) == '[' && text.charAt(close) == ']';
    return reference ? close + 1 : after;
  }

  /** Whether what follows looks like the start of another sentence. */
  private boolean endsAt(int after, char terminator) {
    if (after >= end) {
      return true;
    }
    char c = text.charAt(after);
    if (isUnspacedTerminator(terminator)) {
      return after == 0 || !isClosing(text.charAt(after - 1)) || !Script.isHiragana(c);
    }
    if (!Range.isBlank(c)) {
      return false;
    }
    int next = nextWord(after);
    if (next >= end || !Character.isLowerCase(text.codePointAt(next))) {
      return true;
    }
    return terminator == '.' && looksLikeName(next);
  }

  private int nextWord(int at) {
    int next = at;
    while (next < end && Range.isBlank(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** {@code iPhone}, {@code k8s}, {@code ceph-mgr}: a name that keeps its small letter. */
  private boolean looksLikeName(int at) {
    for (int i = at + 1; i < end && !Range.isBlank(text.charAt(i)); i++) {
      char c = text.charAt(i);
      boolean inside = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
      if (Character.isUpperCase(c) || Character.isDigit(c) || (inside && (c == '_' || c == '.'))) {
        return true;
      }
    }
    return false;
  }
}

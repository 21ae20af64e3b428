package io.confnotes.ingest.read.plain;

/** What can be said about a single line of plain text by its shape. */
final class PlainLine {

  private static final int LONGEST_HEADING = 90;
  private static final int MOST_HEADING_WORDS = 14;
  private static final int MOST_FRAGMENT_WORDS = 3;
  private static final String CLOSING = ".,;:!?)]}%»”’…、。，；：！？）";
  private static final String BULLETS = "-*+•–—‣◦·▪●○";

  private PlainLine() {}

  /** Length of the bullet or number that opens the line, with the space behind it; else 0. */
  static int bulletLength(String line) {
    if (line.length() >= 2 && BULLETS.indexOf(line.charAt(0)) >= 0) {
      return isSpace(line.charAt(1)) ? 2 : 0;
    }
    if (line.length() >= 2 && line.charAt(0) == '・') {
      return 1;
    }
    int digits = 0;
    while (digits < line.length() && digits < 3 && isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0
            && digits + 1 < line.length()
            && (line.charAt(digits) == '.' || line.charAt(digits) == ')')
            && isSpace(line.charAt(digits + 1));
    return numbered ? digits + 2 : 0;
  }

  /** Level of a heading of Textile, {@code h2. Title}; else 0. */
  static int textile(String line) {
    boolean heading = line.length() > 4 && line.charAt(0) == 'h' && line.startsWith(". ", 2);
    int level = heading ? Character.digit(line.charAt(1), 7) : 0;
    return Math.max(0, level);
  }

  /** Number of {@code #} that mark a heading; else 0. */
  static int hashes(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == '#') {
      count++;
    }
    boolean heading = count >= 1 && count <= 6 && count < line.length();
    return heading && isSpace(line.charAt(count)) ? count : 0;
  }

  /** 1 or 2 for a line of {@code =} or {@code -} that underlines a heading; else 0. */
  static int underline(String line) {
    if (line.length() < 3) {
      return 0;
    }
    char first = line.charAt(0);
    if (first != '=' && first != '-') {
      return 0;
    }
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) != first) {
        return 0;
      }
    }
    return first == '=' ? 1 : 2;
  }

  /** Whether the line says nothing: a rule made of signs, say. */
  static boolean isRule(String line) {
    return line.length() >= 3 && line.chars().allMatch(c -> "-=*_~ ".indexOf(c) >= 0);
  }

  static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 0 && "\"'”’»)）」』*_".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0) {
      return true;
    }
    boolean stop = ".!?…:;。！？：；".indexOf(line.charAt(end - 1)) >= 0;
    return stop && !endsWithAbbreviation(line.substring(0, end));
  }

  private static boolean endsWithAbbreviation(String line) {
    int space = line.lastIndexOf(' ');
    String last = line.substring(space + 1);
    boolean dotted = last.length() == 4 || last.length() == 5;
    return last.equals("vs.") || (dotted && last.indexOf('.') < last.length() - 1);
  }

  static boolean startsInsideSentence(String line) {
    int first = line.codePointAt(0);
    return CLOSING.indexOf(first) >= 0 || Character.isLowerCase(first);
  }

  /** Whether the line is an address and nothing else: no sentence goes on with it. */
  static boolean isAddress(String line) {
    return line.indexOf(' ') < 0 && (line.startsWith("http://") || line.startsWith("https://"));
  }

  static boolean startsWithClosingSign(String line) {
    return CLOSING.indexOf(line.codePointAt(0)) >= 0 && !line.startsWith("…");
  }

  /** A few words that end no sentence: what is left of inline code, for instance. */
  static boolean isFragment(String line) {
    return line.length() <= 60 && !endsSentence(line) && words(line) <= MOST_FRAGMENT_WORDS;
  }

  /** Short, no sentence, no quotation: it could be a heading. */
  static boolean couldBeHeading(String line) {
    int first = line.codePointAt(0);
    boolean opens =
        Character.isLetterOrDigit(first)
            || Character.getType(first) == Character.OTHER_SYMBOL
            || "\"'“‘«„¿¡「『".indexOf(first) >= 0;
    boolean quoted = "\"“«„「".indexOf(first) >= 0 && endsSentence(line);
    char last = line.charAt(line.length() - 1);
    return opens
        && !quoted
        && ".,;:。，；：".indexOf(last) < 0
        && line.length() <= LONGEST_HEADING
        && words(line) <= MOST_HEADING_WORDS;
  }

  /** Whether every word of some length begins with a capital letter. */
  static boolean isTitleCase(String line) {
    for (String word : line.split(" ", -1)) {
      if (word.length() > 3 && Character.isLowerCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  static int words(String line) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      boolean space = isSpace(line.charAt(i));
      if (!space && !inside) {
        words++;
      }
      inside = !space;
    }
    return words;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package io.confnotes.ingest.segment.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a list of people at commas and words like "and", but not within brackets; no further than
 * it is asked for, as most lines are no names.
 */
final class Pieces {

  private static final Set<String> WORDS =
      Set.of(
          "and", "&", "und", "et", "y", "e", "+", "with", "en", "og", "och", "i", "oraz", "и",
          "та");

  private static final List<String> SUFFIXES =
      List.of(", Jr", ", PhD", ", Ph.D", ", MD", ", M.D", ", MBA", ", MSc");

  /** What stands in front of a piece. */
  enum Join {
    NOTHING,
    COMMA,
    SLASH,
    /** A word such as "and", or its sign. */
    AND,
    /** Parts one person, with all that is told about them, from the next. */
    SEMICOLON
  }

  /**
   * A part of the list.
   *
   * @param join what parts it from the one before
   * @param sign that as written, without spaces
   */
  record Piece(String text, Join join, String sign) {

    /** Whether what stands there can also be about the person before. */
    boolean isBehindComma() {
      return join == Join.COMMA || join == Join.SEMICOLON;
    }

    /** Whether it begins with a person whatever it is. */
    boolean beginsGroup() {
      return join == Join.AND || join == Join.SEMICOLON;
    }
  }

  private final String line;
  private int from;
  private int depth;
  private Join join = Join.NOTHING;
  private String sign = "";

  Pieces(String line) {
    this.line = line;
  }

  /** The next one that is not blank; null behind the last. */
  @Nullable Piece next() {
    while (from <= line.length()) {
      Piece piece = read();
      if (!piece.text().isBlank()) {
        return new Piece(People.withoutEdges(piece.text()), piece.join(), piece.sign());
      }
    }
    return null;
  }

  private Piece read() {
    int start = from;
    for (int i = start; i < line.length(); i++) {
      depth += depth(line.charAt(i));
      int length = depth > 0 ? 0 : separatorLength(line, i);
      if (length > 0) {
        Piece piece = new Piece(line.substring(start, i), join, sign);
        from = i + length;
        join = followedByAnd(line, from) ? Join.AND : join(line.charAt(i));
        sign = line.substring(i, from).strip();
        return piece;
      }
    }
    from = line.length() + 1;
    return new Piece(line.substring(start), join, sign);
  }

  private static Join join(char separator) {
    return switch (separator) {
      case ',', '，', '、' -> Join.COMMA;
      case ';', '；' -> Join.SEMICOLON;
      case '/', '／' -> Join.SLASH;
      default -> Join.AND;
    };
  }

  private static int depth(char c) {
    return switch (c) {
      case '(', '[', '（', '【' -> 1;
      case ')', ']', '）', '】' -> -1;
      default -> 0;
    };
  }

  private static boolean followedByAnd(String line, int at) {
    return line.startsWith("and ", at) || line.startsWith("& ", at) || line.startsWith("und ", at);
  }

  private static int separatorLength(String line, int at) {
    return switch (line.charAt(at)) {
      case ',', ';', '、', '，', '；', '\n' -> isSuffix(line, at) ? 0 : 1;
      case '/' -> at > 0 && !isWithinWords(line, at) ? 1 : 0;
      case '／' -> at > 0 ? 1 : 0;
      case '&', '+' -> at > 0 ? 1 : 0;
      case ' ', '\u00A0' -> wordLength(line, at);
      default -> 0;
    };
  }

  private static boolean isSuffix(String line, int comma) {
    return SUFFIXES.stream().anyMatch(suffix -> line.startsWith(suffix, comma));
  }

  /** Addresses and pronouns have slashes, too. */
  private static boolean isWithinWords(String line, int slash) {
    return line.contains("//")
        || line.startsWith("he", slash - 2)
        || line.startsWith("they", slash - 4);
  }

  /** Of a word like "and" with the spaces around it. */
  private static int wordLength(String line, int at) {
    int end = line.indexOf(' ', at + 1);
    boolean separates =
        end > at + 1 && end - at <= 5 && WORDS.contains(line.substring(at + 1, end));
    return separates ? end - at + 1 : 0;
  }
}

package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.light.lines.InlineScanner;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.Locale;
import java.util.Map;

/** The inline markup of reStructuredText: emphasis, literals, roles, references and escapes. */
final class RstInline extends InlineScanner {

  private static final String SIGNS = "*`|[:_\\";
  private static final int LONGEST_ROLE = 40;
  private static final int LONGEST_LABEL = 40;
  private static final String QUOTES = "''\"\"()[]{}<>“”‘’«»";

  private final Map<String, String> targets;
  private final Ahead strongEnd = aheadEnd("**");
  private final Ahead emphasisEnd = aheadEnd("*");
  private final Ahead literalEnd = aheadEnd("``");
  private final Ahead phraseEnd = aheadEnd("`");
  private final Ahead substitutionEnd = aheadEnd("|");

  private RstInline(String source, ReadingText text, Map<String, String> targets) {
    super(source, text, SIGNS);
    this.targets = targets;
  }

  /**
   * Writes the text of a block.
   *
   * @param targets the addresses of references, by name in lower case
   */
  static void write(String content, ReadingText text, Map<String, String> targets) {
    if (!isWritten(content, SIGNS, text)) {
      new RstInline(content, text, targets).scan();
    }
  }

  @Override
  protected boolean readMarkup() {
    return switch (source.charAt(at)) {
      case '*' -> readEmphasis();
      case '`' -> readLiteralOrPhrase();
      case '|' -> openPair("|", substitutionEnd, null);
      case '[' -> readLabel();
      case ':' -> readRole();
      case '_' -> skipReferenceSign();
      default -> readEscape();
    };
  }

  @Override
  protected boolean canBegin(int length) {
    char before = charAt(at - 1);
    int quote = QUOTES.indexOf(before);
    boolean quoted =
        quote >= 0 && quote % 2 == 0 && charAt(at + length) == QUOTES.charAt(quote + 1);
    return !isWordAt(at - 1)
        && before != charAt(at)
        && !quoted
        && !isSpaceAt(at + length)
        && at + length < source.length();
  }

  @Override
  protected boolean canEnd(int offset, int length) {
    return !isSpaceAt(offset - 1) && charAt(offset - 1) != '\\' && !isWordAt(offset + length);
  }

  private boolean readEmphasis() {
    return source.startsWith("**", at)
        ? openPair("**", strongEnd, Mark.Kind.STRONG)
        : openPair("*", emphasisEnd, Mark.Kind.EMPHASIS);
  }

  private boolean readLiteralOrPhrase() {
    return source.startsWith("``", at) ? readLiteral("``", literalEnd) : readPhrase();
  }

  /** {@code `text <target>`_}, {@code `target`_}, {@code `text`:role:} and {@code `text`}. */
  private boolean readPhrase() {
    int end = canBegin(1) ? phraseEnd.from(at + 2) : source.length();
    if (end >= limit()) {
      return false;
    }
    String phrase = source.substring(at + 1, end);
    int behind = behindReference(end + 1);
    int words = wordsBeforeTarget(phrase);
    if (words >= 0) {
      String target = phrase.substring(phrase.indexOf('<', words) + 1, phrase.length() - 1);
      writeLink(words == 0 ? target : phrase.substring(0, words), target, behind);
    } else if (behind > end + 1) {
      writeLink(phrase, target(phrase), behind);
    } else {
      write(phrase);
      at = behindRole(end + 1);
    }
    return true;
  }

  /** Where the words of {@code words <target>} end; -1 for a phrase without target. */
  private static int wordsBeforeTarget(String phrase) {
    int open = phrase.endsWith(">") ? phrase.lastIndexOf('<') : -1;
    boolean separate = open == 0 || (open > 0 && Character.isWhitespace(phrase.charAt(open - 1)));
    return separate ? phrase.substring(0, open).stripTrailing().length() : -1;
  }

  private String target(String name) {
    return targets.getOrDefault(name.toLowerCase(Locale.ROOT).replace('\n', ' '), "");
  }

  private int behindReference(int offset) {
    int behind = offset;
    while (behind < offset + 2 && charAt(behind) == '_') {
      behind++;
    }
    return isWordAt(behind) ? offset : behind;
  }

  /** {@code [1]_}: a number says nothing, a name is kept. */
  private boolean readLabel() {
    int end = at + 1;
    while (end < limit() && end - at < LONGEST_LABEL && isLabelPart(source.charAt(end))) {
      end++;
    }
    if (end == at + 1 || !source.startsWith("]_", end) || isWordAt(end + 2)) {
      return false;
    }
    String label = source.substring(at + 1, end);
    if (!label.chars().allMatch(Character::isDigit) && "#*".indexOf(label.charAt(0)) < 0) {
      write(label);
    }
    at = end + 2;
    return true;
  }

  private static boolean isLabelPart(char c) {
    return Character.isLetterOrDigit(c) || "#*-_.:".indexOf(c) >= 0;
  }

  private boolean readRole() {
    int behind = isWordAt(at - 1) ? at : behindRole(at);
    if (behind == at || charAt(behind) != '`' || charAt(behind + 1) == '`') {
      return false;
    }
    at = behind;
    return readPhraseOfRole();
  }

  /** The name of the role is gone even where its text has no end. */
  private boolean readPhraseOfRole() {
    if (!readPhrase()) {
      write("`");
      at++;
    }
    return true;
  }

  /** Behind the {@code :name:} at an offset; the offset itself where there is none. */
  private int behindRole(int offset) {
    int end = charAt(offset) == ':' ? offset + 1 : offset;
    while (end > offset && end - offset < LONGEST_ROLE && isRolePart(end)) {
      end++;
    }
    return end > offset + 1 && charAt(end) == ':' ? end + 1 : offset;
  }

  private boolean isRolePart(int offset) {
    boolean joiner = "-_.+".indexOf(charAt(offset)) >= 0;
    boolean domain = charAt(offset) == ':' && isWordAt(offset + 1);
    return isWordAt(offset) || joiner || domain;
  }

  /** {@code name_}, {@code name__} and {@code _`target`}. */
  private boolean skipReferenceSign() {
    boolean target = charAt(at + 1) == '`' && !isWordAt(at - 1);
    int behind = behindReference(at);
    boolean reference = isWordAt(at - 1) && behind > at && charAt(behind) != '_';
    if (target || reference) {
      at = target ? at + 1 : behind;
    }
    return target || reference;
  }

  /** An escaped space only ends markup, any other sign stands for itself. */
  private boolean readEscape() {
    if (at + 1 >= limit()) {
      return false;
    }
    if (!isSpaceAt(at + 1)) {
      write(source.substring(at + 1, at + 2));
    }
    at += 2;
    return true;
  }
}

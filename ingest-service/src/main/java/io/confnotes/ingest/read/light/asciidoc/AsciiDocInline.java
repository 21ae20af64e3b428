package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.InlineScanner;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inline markup of AsciiDoc: formatting, macros, cross references, character references. */
final class AsciiDocInline extends InlineScanner {

  private static final int LONGEST_MACRO = 15;
  private static final int LONGEST_ROLE = 60;
  private static final Set<String> ADDRESSES = Set.of("http", "https", "ftp", "irc");
  private static final Set<String> LINKS = Set.of("link", "mailto", "xref");
  private static final Set<String> SILENT =
      Set.of("image", "icon", "footnote", "footnoteref", "anchor", "indexterm");
  private static final Set<String> TEXTS = Set.of("kbd", "btn", "menu", "pass", "stem");
  private static final String SIGNS = "*_`#+[<&\\:";
  private static final String MACRO_INITIALS = "hfilmxakbps";

  private final Ahead strongEnd = aheadEnd("*");
  private final Ahead emphasisEnd = aheadEnd("_");
  private final Ahead codeEnd = aheadEnd("`");
  private final Ahead highlightEnd = aheadEnd("#");
  private final Ahead passEnd = aheadEnd("+");
  private final Ahead doubleStrongEnd = ahead("**");
  private final Ahead doubleEmphasisEnd = ahead("__");
  private final Ahead doubleCodeEnd = ahead("``");
  private final Ahead doubleHighlightEnd = ahead("##");
  private final Ahead doublePassEnd = ahead("++");
  private final Ahead bracketBegin = ahead("[");
  private final Ahead bracketEnd = ahead("]");
  private final Ahead referenceEnd = ahead(">>");
  private final Ahead angleEnd = ahead(">");
  private final Ahead space = aheadSpace();

  private AsciiDocInline(String source, ReadingText text) {
    super(source, text, SIGNS + MACRO_INITIALS);
  }

  static void write(String content, ReadingText text) {
    if (!isWritten(content, SIGNS, text)) {
      new AsciiDocInline(content, text).scan();
    }
  }

  @Override
  protected boolean readMarkup() {
    return switch (source.charAt(at)) {
      case '*' -> openPair("*", strongEnd, doubleStrongEnd, Mark.Kind.STRONG);
      case '_' -> openPair("_", emphasisEnd, doubleEmphasisEnd, Mark.Kind.EMPHASIS);
      case '#' -> openPair("#", highlightEnd, doubleHighlightEnd, null);
      case '`' -> readLiteral("`", codeEnd, doubleCodeEnd);
      case '+' -> readLiteral("+", passEnd, doublePassEnd);
      case '[' -> skipAttributes();
      case '<' -> readCrossReference() || readAngle();
      case '&' -> readReference();
      case '\\' -> readEscape();
      default -> readMacro();
    };
  }

  private boolean openPair(String sign, Ahead ends, Ahead doubleEnds, Mark.@Nullable Kind kind) {
    String twice = sign + sign;
    return source.startsWith(twice, at)
        ? openPair(twice, doubleEnds, kind)
        : openPair(sign, ends, kind);
  }

  private boolean readLiteral(String sign, Ahead ends, Ahead doubleEnds) {
    String twice = sign + sign;
    return source.startsWith(twice, at) ? readLiteral(twice, doubleEnds) : readLiteral(sign, ends);
  }

  /** A single sign must stand at the edge of a word, a double one can stand within. */
  @Override
  protected boolean canBegin(int length) {
    char before = charAt(at - 1);
    boolean edge = !isWordAt(at - 1) && before != charAt(at) && ":;}".indexOf(before) < 0;
    return (edge || length == 2) && !isSpaceAt(at + length);
  }

  @Override
  protected boolean canEnd(int offset, int length) {
    char sign = charAt(offset);
    return !isSpaceAt(offset - 1)
        && charAt(offset - 1) != sign
        && charAt(offset + 1) != sign
        && !isWordAt(offset + 1);
  }

  /** Drops an anchor {@code [[id]]} and the role in {@code [.role]#text#}. */
  private boolean skipAttributes() {
    int end = at + 1;
    while (end < limit() && end - at < LONGEST_ROLE && "[] ".indexOf(charAt(end)) < 0) {
      end++;
    }
    if (source.startsWith("[[", at)) {
      return skipAnchor();
    }
    boolean role = ".#%".indexOf(charAt(at + 1)) >= 0 && "#*_`".indexOf(charAt(end + 1)) >= 0;
    if (charAt(end) != ']' || end >= limit() || !(role || charAt(end + 1) == '#')) {
      return false;
    }
    at = end + 1;
    return true;
  }

  private boolean skipAnchor() {
    int end = at + 2;
    while (end < limit() && end - at < LONGEST_ROLE && "[] ".indexOf(charAt(end)) < 0) {
      end++;
    }
    if (end == at + 2 || !source.startsWith("]]", end)) {
      return false;
    }
    at = end + 2;
    return true;
  }

  /** {@code <<id,text>>}. */
  private boolean readCrossReference() {
    int end = source.startsWith("<<", at) ? referenceEnd.from(at + 2) : limit();
    if (end + 2 > limit()) {
      return false;
    }
    String reference = source.substring(at + 2, end);
    int comma = reference.indexOf(',');
    String words = comma < 0 ? reference : reference.substring(comma + 1).strip();
    writeLink(words, comma < 0 ? reference : reference.substring(0, comma), end + 2);
    return true;
  }

  private boolean readAngle() {
    int end = source.startsWith("<http", at) ? angleEnd.from(at + 1) : limit();
    if (end >= limit() || space.from(at) < end) {
      return false;
    }
    String address = source.substring(at + 1, end);
    writeLink(address, address, end + 1);
    return true;
  }

  private boolean readEscape() {
    if (at + 1 >= limit() || "*_`#+[<&".indexOf(charAt(at + 1)) < 0) {
      return false;
    }
    write(source.substring(at + 1, at + 2));
    at += 2;
    return true;
  }

  /** {@code name:target[text]}; an address needs no brackets. */
  private boolean readMacro() {
    int colon = at;
    while (colon < limit() && colon - at < LONGEST_MACRO && isWordAt(colon)) {
      colon++;
    }
    if (isWordAt(at - 1) || charAt(colon) != ':') {
      return false;
    }
    String name = source.substring(at, colon);
    int end = Math.min(space.from(colon), limit());
    int begin = bracketBegin.from(colon);
    if (begin < end) {
      return readMacro(name, colon + 1, begin);
    }
    return readAddress(space);
  }

  private boolean readMacro(String name, int target, int begin) {
    int end = bracketEnd.from(begin + 1);
    if (end >= limit()) {
      return false;
    }
    if (ADDRESSES.contains(name)) {
      openLink(source.substring(at, begin), begin + 1, end);
    } else if (LINKS.contains(name)) {
      openLink(source.substring(target, begin), begin + 1, end);
    } else if (TEXTS.contains(name)) {
      open(null, "", begin + 1, end, end + 1);
    } else if (SILENT.contains(name)) {
      at = end + 1;
    } else {
      return false;
    }
    return true;
  }

  private void openLink(String target, int from, int end) {
    String words = withoutAttributes(source.substring(from, end));
    if (words.isEmpty()) {
      writeLink(target, target, end + 1);
    } else {
      open(Mark.Kind.LINK, target, from, from + words.length(), end + 1);
    }
  }

  /** The text may be followed by a caret, or by a comma and attributes. */
  private static String withoutAttributes(String brackets) {
    int comma = brackets.indexOf('=') < 0 ? -1 : brackets.indexOf(',');
    String words = comma < 0 ? brackets : brackets.substring(0, comma);
    return words.endsWith("^") ? words.substring(0, words.length() - 1) : words;
  }
}

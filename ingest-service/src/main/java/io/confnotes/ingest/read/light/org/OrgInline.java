package io.confnotes.ingest.read.light.org;

import io.confnotes.ingest.read.light.lines.InlineScanner;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.Locale;
import java.util.Map;

/** The inline markup of Org: emphasis, links, footnotes, targets and entities. */
final class OrgInline extends InlineScanner {

  private static final String SIGNS = "*/_+=~[<\\@";
  private static final String BEFORE = "-–—({'\"“‘（「『";
  private static final String BEHIND = "-–—.,:!?;'\")}[]\\”’、。，）」』";
  private static final int LONGEST_ENTITY = 12;
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("nbsp", "\u00A0"),
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("dots", "…"),
          Map.entry("hellip", "…"),
          Map.entry("to", "→"),
          Map.entry("rarr", "→"),
          Map.entry("larr", "←"),
          Map.entry("times", "×"),
          Map.entry("deg", "°"),
          Map.entry("euro", "€"));

  private final Ahead strongEnd = aheadEnd("*");
  private final Ahead emphasisEnd = aheadEnd("/");
  private final Ahead underlineEnd = aheadEnd("_");
  private final Ahead strikeEnd = aheadEnd("+");
  private final Ahead verbatimEnd = aheadEnd("=");
  private final Ahead codeEnd = aheadEnd("~");
  private final Ahead linkMiddle = ahead("][");
  private final Ahead linkEnd = ahead("]]");
  private final Ahead bracketEnd = ahead("]");
  private final Ahead angleEnd = ahead(">");
  private final Ahead snippetEnd = ahead("@@");
  private final Ahead space = aheadSpace();

  private OrgInline(String source, ReadingText text) {
    super(source, text, SIGNS + "h");
  }

  static void write(String content, ReadingText text) {
    if (!isWritten(content, SIGNS, text)) {
      new OrgInline(content, text).scan();
    }
  }

  @Override
  protected boolean readMarkup() {
    return switch (source.charAt(at)) {
      case '*' -> openPair("*", strongEnd, Mark.Kind.STRONG);
      case '/' -> openPair("/", emphasisEnd, Mark.Kind.EMPHASIS);
      case '_' -> openPair("_", underlineEnd, null);
      case '+' -> openPair("+", strikeEnd, null);
      case '=' -> readLiteral("=", verbatimEnd);
      case '~' -> readLiteral("~", codeEnd);
      case '[' -> readLink() || readFootnote();
      case '<' -> readAngle();
      case '@' -> readSnippet();
      case 'h' -> readAddress(space);
      default -> readEntity();
    };
  }

  @Override
  protected boolean canBegin(int length) {
    char before = charAt(at - 1);
    boolean free = isSpaceAt(at - 1) || isOtherSign(at - 1, at) || BEFORE.indexOf(before) >= 0;
    return free && !isSpaceAt(at + length);
  }

  @Override
  protected boolean canEnd(int offset, int length) {
    int behind = offset + length;
    boolean enclosed = isOtherSign(behind, offset) && !isWordAt(behind + 1);
    boolean free = isSpaceAt(behind) || enclosed || BEHIND.indexOf(charAt(behind)) >= 0;
    return free && !isSpaceAt(offset - 1);
  }

  /** Signs of emphasis can enclose each other. */
  private boolean isOtherSign(int other, int offset) {
    return "*/_+".indexOf(charAt(other)) >= 0 && charAt(other) != charAt(offset);
  }

  private boolean readLink() {
    if (!source.startsWith("[[", at)) {
      return false;
    }
    int end = linkEnd.from(at + 2);
    if (end + 2 > limit()) {
      return false;
    }
    int middle = linkMiddle.from(at + 2);
    String target = source.substring(at + 2, Math.min(middle, end)).strip();
    if (middle < end) {
      open(Mark.Kind.LINK, target, middle + 2, end, end + 2);
    } else if (isImage(target)) {
      at = end + 2;
    } else {
      writeLink(target, target, end + 2);
    }
    return true;
  }

  private static boolean isImage(String target) {
    String name = target.toLowerCase(Locale.ROOT);
    return name.endsWith(".png")
        || name.endsWith(".jpg")
        || name.endsWith(".jpeg")
        || name.endsWith(".gif")
        || name.endsWith(".svg")
        || name.endsWith(".webp");
  }

  private boolean readFootnote() {
    int end = source.startsWith("[fn:", at) ? bracketEnd.from(at + 1) : limit();
    if (end >= limit()) {
      return false;
    }
    at = end + 1;
    return true;
  }

  /** A target is dropped, an address in angle brackets loses them. */
  private boolean readAngle() {
    int end = angleEnd.from(at + 1);
    if (end >= limit()) {
      return false;
    }
    if (source.startsWith("<<", at) && charAt(end + 1) == '>') {
      at = end + 2;
      return true;
    }
    String target = source.substring(at + 1, Math.min(end, at + 12));
    boolean address = target.startsWith("http:") || target.startsWith("https:");
    if (address || target.startsWith("mailto:")) {
      String whole = source.substring(at + 1, end);
      writeLink(whole, whole, end + 1);
      return true;
    }
    return false;
  }

  private boolean readSnippet() {
    int end = source.startsWith("@@", at) ? snippetEnd.from(at + 2) : limit();
    if (end + 2 > limit()) {
      return false;
    }
    at = end + 2;
    return true;
  }

  private boolean readEntity() {
    int end = at + 1;
    while (end < limit() && end - at <= LONGEST_ENTITY && isWordAt(end)) {
      end++;
    }
    String entity = ENTITIES.get(source.substring(at + 1, end));
    if (entity != null) {
      write(entity);
      at = source.startsWith("{}", end) ? end + 2 : end;
      return true;
    }
    boolean lineBreak = source.startsWith("\\\\", at) && (end = at + 2) >= limit();
    if (lineBreak || source.startsWith("\\\\\n", at)) {
      at += 2;
      return true;
    }
    return false;
  }
}

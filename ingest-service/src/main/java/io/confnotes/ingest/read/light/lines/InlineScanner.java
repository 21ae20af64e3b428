package io.confnotes.ingest.read.light.lines;

import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the text of one block and writes it without its markup. Looks ahead only through
 * {@link Ahead}, which makes the whole linear in the length of the text, and keeps what is open on
 * a stack whose depth is bounded by the number of signs that a markup has.
 */
public abstract class InlineScanner {

  private static final int LONGEST_REFERENCE = 32;

  /** Where a sign comes next; to be asked with offsets that do not fall. */
  public final class Ahead {
    private final IntPredicate isHere;
    private int known = -1;

    private Ahead(IntPredicate isHere) {
      this.isHere = isHere;
    }

    /** The first offset from this one on; the length of the text where there is none. */
    public int from(int offset) {
      if (known < offset) {
        known = offset;
        while (known < source.length() && !isHere.test(known)) {
          known++;
        }
      }
      return known;
    }
  }

  private record Open(int end, int behind, boolean marked) {}

  protected final String source;
  private final ReadingText text;
  private final String signs;
  private final Deque<Open> open = new ArrayDeque<>();
  protected int at;

  /**
   * Begins at the start of a text.
   *
   * @param signs what markup can begin with; anything else is text
   */
  protected InlineScanner(String source, ReadingText text, String signs) {
    this.source = source;
    this.text = text;
    this.signs = signs;
  }

  /** Reads the markup that begins at {@link #at}, if any does, and moves behind its sign. */
  protected abstract boolean readMarkup();

  /** Whether markup can begin with a sign of this length at {@link #at}. */
  protected abstract boolean canBegin(int length);

  /** Whether markup can end with a sign of this length at an offset. */
  protected abstract boolean canEnd(int offset, int length);

  public final void scan() {
    while (at < source.length()) {
      if (!open.isEmpty() && at >= open.peek().end()) {
        close();
      } else if (signs.indexOf(source.charAt(at)) < 0 || !readMarkup()) {
        writeWords();
      }
    }
    while (!open.isEmpty()) {
      close();
    }
  }

  private void close() {
    Open closed = open.pop();
    if (closed.marked()) {
      text.closeMark();
    }
    at = Math.max(at, closed.behind());
  }

  /** Writes at least one unit, up to what may be markup. */
  private void writeWords() {
    int end = at + 1;
    while (end < limit() && signs.indexOf(source.charAt(end)) < 0) {
      end++;
    }
    write(source.substring(at, end));
    at = end;
  }

  /** Writes text as it is, line by line. */
  protected final void write(String words) {
    write(words, text);
  }

  /** Writes text that has none of these signs; else it is to be scanned. */
  protected static boolean isWritten(String words, String signs, ReadingText text) {
    for (int i = 0; i < words.length(); i++) {
      if (signs.indexOf(words.charAt(i)) >= 0) {
        return false;
      }
    }
    write(words, text);
    return true;
  }

  private static void write(String words, ReadingText text) {
    int from = 0;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
      text.append(words.substring(from, end));
      text.newLine();
      from = end + 1;
    }
    text.append(words.substring(from));
  }

  /** Where the innermost open markup ends. */
  protected final int limit() {
    return open.isEmpty() ? source.length() : open.peek().end();
  }

  protected final Ahead ahead(String sign) {
    return new Ahead(offset -> source.startsWith(sign, offset));
  }

  /** Where a sign comes next that can end markup. */
  protected final Ahead aheadEnd(String sign) {
    return new Ahead(offset -> source.startsWith(sign, offset) && canEnd(offset, sign.length()));
  }

  protected final Ahead aheadSpace() {
    return new Ahead(offset -> Character.isWhitespace(source.charAt(offset)));
  }

  /**
   * Opens what a pair of signs encloses; what is in it is markup again.
   *
   * @param kind what the signs say, null for nothing worth keeping
   */
  protected final boolean openPair(String sign, Ahead ends, Mark.@Nullable Kind kind) {
    int length = sign.length();
    if (!source.startsWith(sign, at) || !canBegin(length)) {
      return false;
    }
    int end = ends.from(at + length + 1);
    if (end + length > limit()) {
      return false;
    }
    open(kind, "", at + length, end, end + length);
    return true;
  }

  /** Writes what a pair of signs encloses as it is. */
  protected final boolean readLiteral(String sign, Ahead ends) {
    int length = sign.length();
    if (!source.startsWith(sign, at) || !canBegin(length)) {
      return false;
    }
    int end = ends.from(at + length + 1);
    if (end + length > limit()) {
      return false;
    }
    write(source.substring(at + length, end));
    at = end + length;
    return true;
  }

  /** Opens markup whose text is at these offsets. */
  protected final void open(
      Mark.@Nullable Kind kind, String target, int from, int end, int behind) {
    if (kind != null) {
      text.openMark(kind, target);
    }
    open.push(new Open(end, behind, kind != null));
    at = from;
  }

  /** Writes a link that has no further markup in its text. */
  protected final void writeLink(String words, String target, int behind) {
    text.openMark(Mark.Kind.LINK, target);
    write(words);
    text.closeMark();
    at = behind;
  }

  /** Writes an address up to the next space as it is: its signs are no markup. */
  protected final boolean readAddress(Ahead space) {
    boolean address = source.startsWith("http://", at) || source.startsWith("https://", at);
    if (!address || isWordAt(at - 1)) {
      return false;
    }
    int end = Math.min(space.from(at), limit());
    write(source.substring(at, end));
    at = end;
    return true;
  }

  /** Reads a reference to a character, by name or by number. */
  protected final boolean readReference() {
    int end = at + 1;
    while (end < limit() && end - at < LONGEST_REFERENCE && isReferencePart(source.charAt(end))) {
      end++;
    }
    if (end == at + 1 || end >= limit() || source.charAt(end) != ';') {
      return false;
    }
    write(Parser.unescapeEntities(source.substring(at, end + 1), false));
    at = end + 1;
    return true;
  }

  private static boolean isReferencePart(char c) {
    return c == '#' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** The unit at an offset; a space outside of the text. */
  protected final char charAt(int offset) {
    return offset >= 0 && offset < source.length() ? source.charAt(offset) : ' ';
  }

  protected final boolean isWordAt(int offset) {
    return Character.isLetterOrDigit(charAt(offset));
  }

  protected final boolean isSpaceAt(int offset) {
    char c = charAt(offset);
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B';
  }
}

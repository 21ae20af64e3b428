package io.confnotes.ingest.read.detect;

import java.util.List;
import java.util.regex.Pattern;

/** What tells HTML. */
final class HtmlSigns {

  private static final int LEAST_ELEMENTS = 3;
  private static final int LONGEST_NAME = 12;
  private static final String BLOCKS =
      "(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|pre|section|article|main|header)";
  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*(?:<!doctype html|<html[\\s>]|<head>|<body[\\s>])", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_PAGE =
      Pattern.compile("^\\s*(?:$|<\\?xml\\b|<!--.*-->\\s*$)");
  private static final Pattern OPENING =
      Pattern.compile("\\s*</?" + BLOCKS + "[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Sign CLOSING = Sign.of("(?i)</" + BLOCKS + "\\s*>", 1, LEAST_ELEMENTS, "</");
  private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d|[a-z]{2,8};)");

  private HtmlSigns() {}

  /** Whether this is a whole page. */
  static boolean isPage(Head head) {
    return head.lines().stream()
        .filter(line -> !BEFORE_PAGE.matcher(line).find())
        .findFirst()
        .filter(line -> PAGE.matcher(line).find())
        .isPresent();
  }

  /** Whether the text begins with an element or most of its lines do, and elements are closed. */
  static boolean isFragment(Head head) {
    List<String> lines = head.lines().stream().filter(line -> !line.isEmpty()).toList();
    long opening = lines.stream().filter(line -> OPENING.matcher(line).lookingAt()).count();
    boolean first = !lines.isEmpty() && OPENING.matcher(lines.getFirst()).lookingAt();
    return (first || 2 * opening >= lines.size())
        && (CLOSING.count(head) >= LEAST_ELEMENTS || isOneLine(lines));
  }

  /** All elements on a line that is cut. */
  private static boolean isOneLine(List<String> lines) {
    return lines.size() <= LEAST_ELEMENTS && lines.stream().anyMatch(CLOSING::isIn);
  }

  /** Whether anything would be lost by not taking a text for HTML. */
  static boolean isPossible(String source) {
    for (int at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
      if (isTag(source, at + 1)) {
        return true;
      }
    }
    return REFERENCE.matcher(source).find();
  }

  private static boolean isTag(String source, int at) {
    int from = source.startsWith("/", at) ? at + 1 : at;
    int end = from;
    while (end < source.length() && end - from < LONGEST_NAME && isNamePart(source.charAt(end))) {
      end++;
    }
    boolean closed = end < source.length() && " \t\r\n/>".indexOf(source.charAt(end)) >= 0;
    return (end > from && closed) || source.startsWith("!", at) || source.startsWith("?", at);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}

package io.confnotes.ingest.read.detect;

import java.util.List;
import java.util.regex.Pattern;

/** What tells Org. Stars alone tell it where they are headings of an outline, not bullets. */
final class OrgSigns {

  private static final int LEAST_HEADINGS = 3;
  private static final int OUTLINE = 4;
  private static final Pattern STARS = Pattern.compile("\\*{1,12} \\S");
  private static final Pattern BULLET_FURTHER_IN = Pattern.compile("\\s+\\* ");
  private static final Pattern BODY = Pattern.compile("\\s+\\S|[-+] |\\d{1,3}[.)] |https?://");

  private static final List<Sign> SIGNS =
      List.of(
          Sign.of("^ *#\\+[A-Za-z_]+:", 3, 2, "#+"),
          Sign.of("(?i)^ *#\\+(?:begin|end)_[a-z]+", 2, 2, "#+"),
          Sign.of("^ *:(?:PROPERTIES|LOGBOOK|END):$", 2, 2, ":"),
          Sign.of("^\\*{2,12} (?:TODO|DONE|NEXT|WAITING) ", 2, 2, "** "),
          Sign.of("\\[\\[[^\\[\\]]+\\]\\[[^\\[\\]]+\\]\\]", 2, 2, "]["),
          Sign.of("[<\\[]\\d{4}-\\d\\d-\\d\\d \\p{L}{2,4}\\.?[ >\\]]", 1, 1, "<", "["));

  private OrgSigns() {}

  static int points(Head head) {
    return Sign.points(SIGNS, head) + (isOutline(head) ? OUTLINE : 0);
  }

  /** Stars on several levels, at least a quarter of them with lists or indented text below. */
  private static boolean isOutline(Head head) {
    int headings = 0;
    int deeper = 0;
    int withBody = 0;
    for (int i = 0; i < head.lines().size(); i++) {
      String line = head.line(i);
      if (STARS.matcher(line).lookingAt()) {
        headings++;
        deeper += line.startsWith("**") ? 1 : 0;
        String below = head.line(i + 1).isEmpty() ? head.line(i + 2) : head.line(i + 1);
        withBody += BODY.matcher(below).lookingAt() ? 1 : 0;
      } else if (BULLET_FURTHER_IN.matcher(line).lookingAt()) {
        return false;
      }
    }
    return headings >= LEAST_HEADINGS
        && deeper > 0
        && deeper < headings
        && withBody >= 2
        && 4 * withBody >= headings;
  }
}

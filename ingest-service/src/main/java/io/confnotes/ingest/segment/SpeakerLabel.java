package io.confnotes.ingest.segment;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that announce the speakers: "Speaker:", "Presented by", "Referentin:", "講演者：". */
final class SpeakerLabel {

  private static final int LONGEST_LABEL = 40;

  private static final Set<String> LABELS =
      Set.of(
          "speaker",
          "speakers",
          "speaker(s)",
          "the speaker",
          "presenter",
          "presenters",
          "presenter(s)",
          "presented by",
          "presentation by",
          "panelist",
          "panelists",
          "panellists",
          "panel",
          "talk by",
          "a talk by",
          "given by",
          "keynote by",
          "keynote speaker",
          "keynote speakers",
          "session by",
          "workshop by",
          "moderator",
          "moderators",
          "moderated by",
          "hosted by",
          "host",
          "hosts",
          "lecturer",
          "instructor",
          "instructors",
          "facilitator",
          "facilitators",
          "facilitated by",
          "by",
          "with",
          "who",
          "plenary speakers",
          "plenary speaker",
          "guest",
          "guests",
          "featuring",
          "invited speaker",
          "speaking",
          "name of speaker",
          "speaker name",
          "led by",
          "delivered by",
          // German
          "referent",
          "referentin",
          "referenten",
          "referent:in",
          "referent*in",
          "sprecher",
          "sprecherin",
          "sprecher:in",
          "vortragender",
          "vortragende",
          "vortragende:r",
          "vortrag von",
          "von",
          "gehalten von",
          "redner",
          "rednerin",
          "moderation",
          "speaker:in",
          "podium",
          // French
          "intervenant",
          "intervenante",
          "intervenants",
          "intervenantes",
          "intervenant(e)",
          "intervenant·e",
          "conférencier",
          "conférencière",
          "conférenciers",
          "orateur",
          "oratrice",
          "orateurs",
          "par",
          "présenté par",
          "présentée par",
          "animé par",
          // Spanish, Portuguese, Italian
          "ponente",
          "ponentes",
          "orador",
          "oradora",
          "oradores",
          "conferenciante",
          "conferencista",
          "presentado por",
          "presentada por",
          "por",
          "charla de",
          "palestrante",
          "palestrantes",
          "apresentado por",
          "relatore",
          "relatrice",
          "relatori",
          "presentato da",
          "di",
          // Dutch, Swedish, Polish, Czech, Russian
          "spreker",
          "sprekers",
          "door",
          "talare",
          "prelegent",
          "prelegentka",
          "prelegenci",
          "přednášející",
          "докладчик",
          "докладчики",
          "спикер",
          "спикеры",
          // Chinese, Japanese, Korean
          "讲者",
          "演讲者",
          "演讲人",
          "主讲",
          "主讲人",
          "分享人",
          "分享者",
          "嘉宾",
          "演讲嘉宾",
          "讲师",
          "報告人",
          "报告人",
          "講者",
          "演講者",
          "主講人",
          "分享嘉宾",
          "发言人",
          "スピーカー",
          "登壇者",
          "発表者",
          "講演者",
          "講師",
          "話者",
          "発表",
          "登壇",
          "パネリスト",
          "司会",
          "발표자",
          "연사",
          "강연자");

  private static final Set<String> BARE =
      Set.of(
          "by",
          "presented by",
          "presentation by",
          "talk by",
          "a talk by",
          "given by",
          "hosted by",
          "moderated by",
          "led by",
          "delivered by",
          "vortrag von",
          "von",
          "gehalten von",
          "par",
          "présenté par",
          "présentée par",
          "por",
          "presentado por",
          "presentada por",
          "charla de",
          "apresentado por",
          "presentato da",
          "door",
          "with",
          "keynote by",
          "session by",
          "workshop by",
          "facilitated by",
          "animé par",
          "speaker",
          "presenter");

  private SpeakerLabel() {}

  /** What follows the label, possibly nothing; null where the text begins with none. */
  static @Nullable String rest(String text) {
    int colon = colon(text);
    if (colon > 0 && isLabel(text.substring(0, colon))) {
      return withoutEdges(text.substring(colon + 1));
    }
    return null;
  }

  /** What follows a label that needs no colon, as in "by Jane Doe"; null where there is none. */
  static @Nullable String restAfterWords(String text) {
    int space = text.indexOf(' ');
    for (int words = 0; space > 0 && words < 3 && space < LONGEST_LABEL; words++) {
      String label = text.substring(0, space).toLowerCase(Locale.ROOT);
      if (BARE.contains(label)) {
        String longer = restAfterLonger(text, space);
        return longer != null ? longer : withoutEdges(text.substring(space + 1));
      }
      space = text.indexOf(' ', space + 1);
    }
    return null;
  }

  private static @Nullable String restAfterLonger(String text, int space) {
    int next = text.indexOf(' ', space + 1);
    boolean longer = next > 0 && BARE.contains(text.substring(0, next).toLowerCase(Locale.ROOT));
    return longer ? withoutEdges(text.substring(next + 1)) : null;
  }

  /** Whether the whole text is a label. */
  static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && LABELS.contains(bare(text));
  }

  private static String bare(String text) {
    String label = text.strip().toLowerCase(Locale.ROOT);
    int start = 0;
    while (start < label.length() && !Character.isLetterOrDigit(label.codePointAt(start))) {
      start += Character.charCount(label.codePointAt(start));
    }
    int end = label.length();
    while (end > start && "*_:： ".indexOf(label.charAt(end - 1)) >= 0) {
      end--;
    }
    return label.substring(start, end);
  }

  private static int colon(String text) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_LABEL); i++) {
      char c = text.charAt(i);
      boolean inWord =
          c == ':'
              && i + 1 < text.length()
              && Character.isLetter(text.charAt(i + 1))
              && i > 0
              && isLabel(text.substring(0, i))
              && text.indexOf(':', i + 1) > 0
              && text.indexOf(':', i + 1) <= i + 4;
      if ((c == ':' || c == '：' || c == '\t') && !inWord) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutEdges(String text) {
    int start = 0;
    while (start < text.length() && "*_:：-–— \t\u00A0".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start).strip();
  }
}

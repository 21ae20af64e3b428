package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that announce the speakers: "Speaker:", "Presented by", "Referentin:", "講演者：". */
public final class SpeakerLabel {

  private static final int LONGEST_LABEL = 40;

  private static final Set<String> LABELS = WordList.lines("speaker-labels.txt");

  private static final Set<String> PLURAL = WordList.lines("speaker-labels-plural.txt");

  private static final Set<String> BARE = WordList.lines("speaker-labels-bare.txt");

  private static final Set<String> ROLES = WordList.lines("speaker-roles.txt");

  /** What some put in the place of a colon, behind labels that can be nothing else. */
  private static final Pattern OTHER_SIGN =
      Pattern.compile("(?<label>[\\p{L}\\p{M}*_(): ]{2,24}?)[*_]*\\s?(?:=|-|–|—|｜|\\|)\\s");

  private SpeakerLabel() {}

  /** What follows the label, possibly nothing; null where the text begins with none. */
  public static @Nullable String rest(String text) {
    int colon = colon(text);
    if (colon > 0 && isLabel(text.substring(0, colon))) {
      return withoutEdges(text.substring(colon + 1));
    }
    return mayBeginWithRole(text) ? restAfterRole(text) : null;
  }

  /** Saves the pattern for texts in which none of its signs follows a role. */
  private static boolean mayBeginWithRole(String text) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_LABEL); i++) {
      switch (text.charAt(i)) {
        case '=', '-', '–', '—', '｜', '|' -> {
          return ROLES.contains(bare(text.substring(0, i)));
        }
        default -> {
          // part of the role
        }
      }
    }
    return false;
  }

  private static @Nullable String restAfterRole(String text) {
    Matcher other = OTHER_SIGN.matcher(text);
    boolean role = other.lookingAt() && ROLES.contains(bare(other.group("label")));
    return role ? withoutEdges(text.substring(other.end())) : null;
  }

  /** What follows a label that needs no colon, as in "by Jane Doe"; null where there is none. */
  public static @Nullable String restAfterWords(String text) {
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

  /** Whether the text begins with a label that announces several, as in "Speakers:". */
  public static boolean isPlural(String text) {
    int colon = colon(text);
    return colon > 0 && PLURAL.contains(bare(text.substring(0, colon)));
  }

  /** Whether the whole text is a label. */
  public static boolean isLabel(String text) {
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

package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.byline.Byline.Form;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.word.Cjk;
import org.jspecify.annotations.Nullable;

/**
 * Finds speakers where the other lines of a document have theirs: less is asked of the names, as if
 * a label announced them.
 */
final class AnnouncedBylines {

  /** With one that lost its space, in lines that have others in front of their titles. */
  private static final String[] DASHES_BEHIND_NAMES = {
    " - ", " – ", " — ", " | ", "- ", "– ", "— ", "—", "–"
  };

  private static final double SURE = 0.9;
  private static final double ANNOUNCED = 0.6;
  private static final double BEHIND_DASH = 0.5;

  private AnnouncedBylines() {}

  /** A title and, behind the last dash, what can be a name even if nothing shows it. */
  static @Nullable Byline behindDash(String text) {
    for (String dash : Bylines.DASHES) {
      int last = text.lastIndexOf(dash);
      if (last > 0) {
        String title = text.substring(0, last);
        String names = text.substring(last + dash.length());
        return byline(Form.TITLE_DASH_NAME, title, names, BEHIND_DASH);
      }
    }
    return null;
  }

  /** A title and, in front of the first dash, what can be a name even if nothing shows it. */
  static @Nullable Byline beforeDash(String text) {
    for (String dash : DASHES_BEHIND_NAMES) {
      int first = text.indexOf(dash);
      if (first > 0) {
        String title = text.substring(first + dash.length());
        String names = text.substring(0, first);
        return isCapital(names) ? byline(Form.NAME_DASH_TITLE, title, names, ANNOUNCED) : null;
      }
    }
    return null;
  }

  private static boolean isCapital(String text) {
    return Character.isUpperCase(text.codePointAt(0)) || Cjk.isIn(text);
  }

  /** A title and, in brackets behind it, what can be names even if nothing shows it. */
  static @Nullable Byline inBrackets(String text) {
    ClosingBrackets brackets = ClosingBrackets.of(text);
    return brackets == null
        ? null
        : byline(Form.BRACKETS, brackets.before(), brackets.inner(), ANNOUNCED);
  }

  private static @Nullable Byline byline(Form form, String title, String names, double score) {
    People people = People.announced(names);
    String cleaned = TitleLine.clean(title);
    boolean possible = !people.speakers().isEmpty() && TitleLine.isPossible(cleaned);
    return possible ? new Byline(form, cleaned, new People(people.speakers(), score)) : null;
  }

  /** Whether the line ends with a name in brackets that only lacks its capitals. */
  static boolean hasLowerCaseNameInBrackets(String text) {
    ClosingBrackets brackets = ClosingBrackets.of(text);
    return brackets != null && People.inLowerCase(brackets.inner()).score() >= SURE;
  }
}

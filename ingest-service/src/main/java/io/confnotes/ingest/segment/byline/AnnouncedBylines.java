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
        People people = People.announced(text.substring(last + dash.length()));
        String title = TitleLine.clean(text.substring(0, last));
        boolean possible = !people.speakers().isEmpty() && TitleLine.isPossible(title);
        return possible
            ? new Byline(Form.TITLE_DASH_NAME, title, new People(people.speakers(), BEHIND_DASH))
            : null;
      }
    }
    return null;
  }

  /** A title and, in front of the first dash, what can be a name even if nothing shows it. */
  static @Nullable Byline beforeDash(String text) {
    for (String dash : DASHES_BEHIND_NAMES) {
      int first = text.indexOf(dash);
      if (first > 0) {
        String names = text.substring(0, first);
        People people = isCapital(names) ? People.announced(names) : People.of("");
        String title = TitleLine.clean(text.substring(first + dash.length()));
        boolean possible = !people.speakers().isEmpty() && TitleLine.isPossible(title);
        return possible
            ? new Byline(Form.NAME_DASH_TITLE, title, new People(people.speakers(), ANNOUNCED))
            : null;
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
    if (brackets == null) {
      return null;
    }
    People people = People.announced(brackets.inner());
    String title = TitleLine.clean(brackets.before());
    boolean possible = !people.speakers().isEmpty() && TitleLine.isPossible(title);
    return possible
        ? new Byline(Form.BRACKETS, title, new People(people.speakers(), ANNOUNCED))
        : null;
  }

  /** Whether the line ends with a name in brackets that only lacks its capitals. */
  static boolean hasLowerCaseNameInBrackets(String text) {
    ClosingBrackets brackets = ClosingBrackets.of(text);
    return brackets != null && People.inLowerCase(brackets.inner()).score() >= SURE;
  }
}

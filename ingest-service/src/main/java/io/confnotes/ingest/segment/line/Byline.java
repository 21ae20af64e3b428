package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that holds both title and speakers.
 *
 * @param form how they are joined
 */
public record Byline(Form form, String title, People people) {

  /** How title and speakers can be joined. */
  public enum Form {
    BY(0.05, "title and \"by\" speaker on one line"),
    BRACKETS(0.04, "title with the speaker in brackets"),
    TITLE_DASH_NAME(0.03, "title and speaker joined by a dash"),
    NAME_DASH_TITLE(0.02, "speaker and title joined by a dash"),
    NAME_COLON_TITLE(0.01, "speaker, a colon and the title"),
    LABEL(0.06, "title and a labelled speaker on one line");

    /** Breaks ties between forms a line could have. */
    final double preference;

    private final String reason;

    Form(double preference, String reason) {
      this.preference = preference;
      this.reason = reason;
    }

    /** What a line of this form is recognised by. */
    public String reason() {
      return reason;
    }
  }

  private static final String[] BY_WORDS = {
    " by ",
    " By ",
    " von ",
    " par ",
    " por ",
    " di ",
    " door ",
    " presented by ",
    " with ",
    " mit ",
    " avec ",
    " con "
  };
  private static final String[] DASHES = {
    " - ", " – ", " — ", " | ", " // ", " / ", "—", "–", " -- ", " : ", " · ", " • ", "｜", "／",
    " ~ ", "\t"
  };
  private static final double LEAST = 0.5;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 400;

  /** All ways to read a line, the likeliest form first. */
  public static List<Byline> of(String text) {
    List<Byline> found = new ArrayList<>();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return found;
    }
    addBy(found, text);
    addBrackets(found, text);
    addDashes(found, text);
    addColon(found, text);
    return found;
  }

  private static void addBy(List<Byline> found, String text) {
    for (String word : BY_WORDS) {
      int at = text.lastIndexOf(word);
      boolean with =
          word.equals(" with ")
              || word.equals(" mit ")
              || word.equals(" avec ")
              || word.equals(" con ");
      if (at > 0) {
        add(
            found,
            Form.BY,
            text.substring(0, at),
            text.substring(at + word.length()),
            with ? 0.9 : LEAST);
      }
    }
    int quote = Math.max(text.lastIndexOf("\""), text.lastIndexOf("”"));
    if (found.isEmpty() && quote > 3 && "\"“".indexOf(text.charAt(0)) >= 0) {
      add(found, Form.BY, text.substring(0, quote + 1), text.substring(quote + 1), LEAST);
    }
  }

  private static void addBrackets(List<Byline> found, String text) {
    int close = text.length() - 1;
    char last = text.charAt(Math.max(0, close));
    char opening = last == ')' ? '(' : last == ']' ? '[' : last == '）' ? '（' : 0;
    int open = opening == 0 ? -1 : text.lastIndexOf(opening);
    if (open > 1) {
      String inner = text.substring(open + 1, close);
      String rest = SpeakerLabel.rest(inner);
      String by = rest != null ? rest : SpeakerLabel.restAfterWords(inner);
      add(found, Form.BRACKETS, text.substring(0, open), by != null ? by : inner, LEAST);
    }
  }

  private static void addDashes(List<Byline> found, String text) {
    for (String dash : DASHES) {
      int last = text.lastIndexOf(dash);
      int first = text.indexOf(dash);
      if (last <= 0) {
        continue;
      }
      String behind = text.substring(last + dash.length());
      String labelled = SpeakerLabel.rest(behind);
      String by = labelled != null ? labelled : SpeakerLabel.restAfterWords(behind);
      if (by != null) {
        add(found, Form.LABEL, text.substring(0, last), by, LEAST);
      } else {
        add(found, Form.TITLE_DASH_NAME, text.substring(0, last), behind, LEAST);
      }
      if (first != last) {
        add(
            found,
            Form.TITLE_DASH_NAME,
            text.substring(0, first),
            text.substring(first + dash.length()),
            LEAST);
      }
      add(
          found,
          Form.NAME_DASH_TITLE,
          text.substring(first + dash.length()),
          text.substring(0, first),
          LEAST);
    }
  }

  private static void addColon(List<Byline> found, String text) {
    int colon = text.indexOf(':');
    int wide = text.indexOf('：');
    int at = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
    if (at > 1 && at + 1 < text.length()) {
      add(found, Form.NAME_COLON_TITLE, text.substring(at + 1), text.substring(0, at), LEAST);
    }
  }

  private static void add(List<Byline> found, Form form, String title, String names, double least) {
    String cleaned = TitleLine.clean(title);
    if (cleaned.isEmpty() || TitleLine.isPlaceholder(cleaned) || cleaned.startsWith("//")) {
      return;
    }
    People people = People.of(names);
    if (people.score() >= least) {
      found.add(new Byline(form, cleaned, people));
    }
  }
}

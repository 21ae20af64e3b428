package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    SET_APART(0.07, "title set apart from the speaker on one line"),
    HANDLE(0.01, "title with a handle behind it"),
    POSSESSIVE(0.05, "speaker's talk or keynote"),
    LABEL(0.06, "title and a labelled speaker on one line");

    /** Breaks ties between forms a line could have. */
    final double preference;

    private final String reason;

    Form(double preference, String reason) {
      this.preference = preference;
      this.reason = reason;
    }

    /** Whether words or marks, and not only a sign that anything may stand at, join them. */
    public boolean isExplicit() {
      return this == BY || this == LABEL || this == SET_APART;
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
    " av ",
    " durch ",
    " a cargo de ",
    " de la mano de ",
    " a cura di ",
    " presented by ",
    " with ",
    " mit ",
    " avec ",
    " con "
  };
  private static final String[] DASHES = {
    " - ", " – ", " — ", " | ", " // ", " / ", "—", "–", " -- ", " ― ", " ── ", " : ", " · ", " • ",
    "｜", "／", " ~ ", "\t"
  };
  private static final Pattern POSSESSIVE_TALK =
      Pattern.compile(
          "(?<who>[^:]{3,60}?)(?:['’]s?|s['’]) (?:opening |closing )?(?:keynote|talk|presentation|session)"
              + "(?: \\([^)]{0,80}\\))?(?: on\\b.*|[:\\-–—] ?(?<rest>.{4,}))?",
          Pattern.CASE_INSENSITIVE);

  /** What is left of "presented by" in front of its last word. */
  private static final Pattern PARTICIPLE =
      Pattern.compile(
          "[ ,(]+(?:presented|given|held|led|vorgetragen|präsentiert|gehalten|présentée?s?|animée?s?|donnée?s?"
              + "|(?:impartid|presentad|dictad|apresentad|ministrad|tenut|presentat)[oaie]s?|gepresenteerd|gegeven)$"
              + "|,\\s(?:(?:an?|eine?|une?|una|uma|een|ett|en) )?(?:talk|keynote|workshop|vortrag|exposé|conférence|présentation"
              + "|charla|ponencia|palestra|intervento|lezing|föredrag)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HANDLES = Pattern.compile("(?:[ ,&]+@[\\w.]+)+");
  private static final double SURE = 0.9;
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
    addLabelled(found, text);
    addColon(found, text);
    addPossessive(found, text);
    addHandles(found, text);
    return found;
  }

  /** A title and, behind the last dash, what can be a name even if nothing shows it. */
  static @Nullable Byline announced(String text) {
    for (String dash : DASHES) {
      int last = text.lastIndexOf(dash);
      if (last > 0) {
        People people = People.announced(text.substring(last + dash.length()));
        String title = TitleLine.clean(text.substring(0, last));
        boolean possible = !people.speakers().isEmpty() && TitleLine.isPossible(title);
        return possible
            ? new Byline(Form.TITLE_DASH_NAME, title, new People(people.speakers(), LEAST))
            : null;
      }
    }
    return null;
  }

  private static void addBy(List<Byline> found, String text) {
    for (String word : BY_WORDS) {
      int at = text.contains(word) ? text.lastIndexOf(word) : -1;
      if (at > 0) {
        boolean with =
            word.equals(" with ")
                || word.equals(" mit ")
                || word.equals(" avec ")
                || word.equals(" con ");
        add(
            found,
            Form.BY,
            PARTICIPLE.matcher(text.substring(0, at)).replaceFirst(""),
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
      int first = text.indexOf(dash);
      int last = first < 0 ? first : text.lastIndexOf(dash);
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
      if (last >= first + dash.length() && dash.contains("|")) {
        addFields(found, text, first, last, dash.length());
      }
      if (first != last) {
        add(
            found,
            Form.TITLE_DASH_NAME,
            text.substring(0, first),
            text.substring(first + dash.length()),
            LEAST);
      }
      if (first == last || !dash.contains("|")) {
        add(
            found,
            Form.NAME_DASH_TITLE,
            text.substring(first + dash.length()),
            text.substring(0, first),
            LEAST);
      }
    }
  }

  /** "Title, speaker: Jane Doe", "Title, a talk by Jane Doe". */
  private static void addLabelled(List<Byline> found, String text) {
    for (int i = text.length() - 1; i > 0; i--) {
      boolean end = ",，;；。".indexOf(text.charAt(i)) >= 0 || text.startsWith(". ", i);
      if (!end) {
        continue;
      }
      String behind = text.substring(i + 1).strip();
      String labelled = SpeakerLabel.rest(behind);
      String by = labelled != null ? labelled : SpeakerLabel.restAfterWords(behind);
      if (by != null) {
        add(found, Form.LABEL, text.substring(0, i), by, labelled != null ? LEAST : SURE);
        return;
      }
    }
  }

  /** "Jane Doe | @jane | ACME | Title": fields, the name first and the title last. */
  private static void addFields(
      List<Byline> found, String text, int first, int last, int separator) {
    String name = text.substring(0, first);
    String between = text.substring(first + separator, last).replace('|', ',');
    People people = People.of(name + ", " + between);
    if (people.speakers().size() == 1) {
      add(
          found,
          Form.NAME_DASH_TITLE,
          text.substring(last + separator),
          name + ", " + between,
          LEAST);
    }
  }

  /** "Jane Doe's keynote", also with a title behind a colon. */
  private static void addPossessive(List<Byline> found, String text) {
    if (text.indexOf('\'') < 0 && text.indexOf('’') < 0) {
      return;
    }
    Matcher matcher = POSSESSIVE_TALK.matcher(text);
    if (matcher.matches()) {
      String rest = matcher.group("rest");
      String title = rest != null ? rest : text;
      add(found, Form.POSSESSIVE, title, matcher.group("who"), SURE);
    }
  }

  /** "Title @jane": handles behind the title, without any sign between. */
  private static void addHandles(List<Byline> found, String text) {
    int at = text.indexOf(" @");
    if (at > 0 && HANDLES.matcher(text.substring(at)).matches()) {
      add(found, Form.HANDLE, text.substring(0, at), text.substring(at).strip(), LEAST);
    }
  }

  private static void addColon(List<Byline> found, String text) {
    int colon = text.indexOf(':');
    int wide = text.indexOf('：');
    int at = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
    if (at > 1 && at + 1 < text.length()) {
      String before = text.substring(0, at);
      String by = SpeakerLabel.restAfterWords(before);
      Form form = by != null ? Form.LABEL : Form.NAME_COLON_TITLE;
      add(found, form, text.substring(at + 1), by != null ? by : before, LEAST);
    }
  }

  private static void add(List<Byline> found, Form form, String title, String names, double least) {
    People people = People.of(names);
    if (people.score() < least) {
      return;
    }
    String cleaned = TitleLine.clean(title);
    if (!cleaned.isEmpty() && !TitleLine.isPlaceholder(cleaned) && !cleaned.startsWith("//")) {
      found.add(new Byline(form, cleaned, people));
    }
  }
}

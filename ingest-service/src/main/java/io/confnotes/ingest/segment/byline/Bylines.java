package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.byline.Byline.Form;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ways to read a line as a title with its speakers. */
public final class Bylines {

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
  static final String[] DASHES = {
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

  private static final Pattern HANDLES = Pattern.compile("(?:[ ,&]+@[\\w.-]+)+");
  private static final int MOST_COMMAS = 6;
  private static final int FEWEST_TITLE_WORDS = 4;

  /** "J. ", "Dr. ", "Prof. ": what a full stop does not end. */
  private static final int LONGEST_INITIAL = 4;

  private static final double SURE = 0.9;
  private static final double LEAST = 0.5;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 400;

  private Bylines() {}

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
    addCommas(found, text);
    addNameAndComma(found, text);
    addColon(found, text);
    addStop(found, text);
    addPossessive(found, text);
    addHandles(found, text);
    return found;
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
    ClosingBrackets brackets = ClosingBrackets.of(text);
    if (brackets != null) {
      String inner = brackets.inner();
      String rest = SpeakerLabel.rest(inner);
      String by = rest != null ? rest : SpeakerLabel.restAfterWords(inner);
      String names = by != null ? by : withoutKind(inner);
      add(found, Form.BRACKETS, brackets.before(), names, LEAST);
    }
  }

  /** "Workshop, Jane Doe": the names without what kind of slot it was. */
  private static String withoutKind(String inner) {
    int comma = inner.indexOf(", ");
    boolean kind = comma > 0 && SlotLabel.of(inner.substring(0, comma)).title().isEmpty();
    return kind ? inner.substring(comma + 2) : inner;
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

  /** "Title, Jane Doe", "Title, Jane Doe (ACME)": from the first comma that names follow. */
  private static void addCommas(List<Byline> found, String text) {
    int at = text.indexOf(", ");
    for (int tries = 0; at > 0 && tries < MOST_COMMAS; tries++) {
      String title = text.substring(0, at);
      String names = text.substring(at + 1);
      // In lists of names, all that is behind each comma would be read
      if (PlainText.words(title) >= 2 && !endsWithName(title) && isSure(People.strictly(names))) {
        add(found, Form.TITLE_COMMA_NAME, title, names, LEAST);
        return;
      }
      at = text.indexOf(", ", at + 1);
    }
  }

  /** "Jane Doe, The Title of a Paper": a name, then what is neither people nor where they work. */
  private static void addNameAndComma(List<Byline> found, String text) {
    int comma = text.indexOf(", ");
    if (comma < 0) {
      return;
    }
    String title = text.substring(comma + 2);
    boolean titled =
        PlainText.words(title) >= FEWEST_TITLE_WORDS
            && TitleLine.isStandalone(title)
            && !People.isAffiliation(title)
            && People.strictly(title).score() < LEAST;
    if (titled && People.strictly(text.substring(0, comma)).score() >= LEAST) {
      add(found, Form.NAME_COMMA_TITLE, title, text.substring(0, comma), LEAST);
    }
  }

  private static boolean isSure(People people) {
    return people.score() >= SURE || people.speakers().stream().anyMatch(Bylines::isKnown);
  }

  /** "Authors: Jane Doe, John Roe": in front of a name is another, and no title. */
  private static boolean endsWithName(String title) {
    int sign = Math.max(title.lastIndexOf(','), title.lastIndexOf(':'));
    return People.strictly(title.substring(sign + 1)).score() >= LEAST;
  }

  private static boolean isKnown(Speaker speaker) {
    return speaker.handle() != null || speaker.affiliation() != null;
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
    String narrow = text.replace('＠', '@');
    int at = narrow.indexOf(" @");
    if (at > 0 && HANDLES.matcher(narrow.substring(at)).matches()) {
      add(found, Form.HANDLE, text.substring(0, at), narrow.substring(at).strip(), LEAST);
    }
  }

  private static void addColon(List<Byline> found, String text) {
    int colon = text.indexOf(':');
    int wide = text.indexOf('：');
    int at = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
    if (at <= 1 || at + 1 == text.length()) {
      return;
    }
    String before = text.substring(0, at);
    String by = SpeakerLabel.restAfterWords(before);
    Form form = by != null ? Form.LABEL : Form.NAME_COLON_TITLE;
    if (!TitleLine.isQuotedSentence(text.substring(at + 1).strip())) {
      add(found, form, text.substring(at + 1), by != null ? by : before, LEAST);
    }
    int last = text.lastIndexOf(": ");
    if (last > 1 && PlainText.words(text.substring(0, last)) >= 2) {
      add(found, Form.TITLE_COLON_NAME, text.substring(0, last), text.substring(last + 1), LEAST);
    }
  }

  /** "Jane Doe. Title", as many write it in Russian. */
  private static void addStop(List<Byline> found, String text) {
    int stop = text.indexOf(". ");
    if (stop > LONGEST_INITIAL && stop + 2 < text.length()) {
      add(found, Form.NAME_STOP_TITLE, text.substring(stop + 1), text.substring(0, stop), LEAST);
    }
  }

  private static void add(List<Byline> found, Form form, String title, String names, double least) {
    People people = People.of(names);
    if (people.score() < least) {
      return;
    }
    String cleaned = TitleLine.clean(title);
    boolean address = cleaned.startsWith("//") || PlainText.hasAddress(cleaned);
    if (!cleaned.isEmpty() && !isHandle(cleaned) && !TitleLine.isPlaceholder(cleaned) && !address) {
      found.add(new Byline(form, cleaned, people));
    }
  }

  private static boolean isHandle(String text) {
    return text.startsWith("@") && text.indexOf(' ') < 0;
  }
}

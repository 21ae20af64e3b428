package io.confnotes.ingest.context;

import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.EventTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the conference edition that a document is about. */
final class EventFinder {

  private static final Set<String> LABELS = WordList.lines("event-labels.txt");
  private static final Set<String> GENERIC_FOLDERS = WordList.of("generic-folders.txt");
  private static final int MOST_HEADINGS = 6;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_WORDS = 8;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern DAY_TAIL =
      Pattern.compile(
          "[\\s,:|–—-]*\\b(?:day|tag|jour|día|dia|part|teil)\\s?#?(?:\\d{1,2}|one|two|three|four|five|eins|zwei|drei|un|uno|deux|dos|dois|trois|tres)\\b.*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NOTES_HEAD =
      Pattern.compile(
          "^参加\\s|^links?\\s(?:back\\s)?to\\s(?:the\\s)?|^(?:(?:what|things)\\s(?:i|we)\\s\\p{L}+\\s|(?:the\\s)?best\\s(?:of\\s)?|lo\\smejor\\sde\\s(?:la\\s)?)(?:(?:at|from|in)\\s)?|^(?:(?:my|some|personal|quick|rough|raw|live|short|team|conference|talk|session|trip|travel|event|meine|mes|mis|meus"
              + "|minhas|moje|mijn|mina|мои)\\s+)*"
              + "(?:notes|impressions|report|recap|review|highlights|summary|takeaways|(?:lightning\\s)?talks|sessions|keynotes"
              + "|my\\s(?:first\\s)?(?:week|days?|time|trip|visit)|notizen|mitschrift(?:en)?|eindrücke|bericht|reisebericht"
              + "|nachlese|rückblick|compte[- ]rendu|retours?|apuntes|notas|resumen|crónica|anotações|resumo|appunti|resoconto"
              + "|verslag|aantekeningen|notatki|relacja|anteckningar|заметки|конспект|отчёт|впечатления)"
              + "(?:\\s(?:i|we)\\s\\p{L}+)?\\s*(?:from|on|of|about|for|at|to|in|de|du|del|della|dal|dall['’]|d['’]|da|do|van|von|vom|der|zu|zur|auf|an|sur|à|z|ze|från"
              + "|с|со|о|об|:|-|–|,)?\\s*(?<![\\p{L}\\d])(?:(?:the|la|le|les|el|los|il|lo|der|die|das|de|het)\\s+)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NOTES_TAIL =
      Pattern.compile(
          "[\\s,:|–—-]*(?:(?<!\\p{L})(?:(?:trip|travel|conference|talk|session|team|live|personal|my)\\s+)*(?:notes(?:\\scollection)?|impressions|report|recap"
              + "|review|highlights|summary|takeaways|sessions|talks|notizen|mitschrift(?:en)?|bericht|nachlese|rückblick"
              + "|apuntes|notas|resumen|anotações|resumo|appunti|i miei appunti|verslag|aantekeningen|notatki|relacja|anteckningar"
              + "|заметки|конспект|отчёт|впечатления)"
              + "|参加レポート|参加記|参加まとめ|参加メモ|参加心得|心得|まとめ|メモ|レポート|后记|见闻录|参会笔记|听会笔记|笔记|筆記|참관기|참가기|후기|노트|메모)\\W*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PART_ENDS =
      Pattern.compile("\\s[-–—|@•·/]\\s|:(?!\\p{L})|\\.\\s|[：(\\[）)\\]「」『』]");

  /** "APNIC 48": an acronym and the number of an edition. */
  private static final Pattern EDITION = Pattern.compile("\\p{Lu}{4,}[ -]?\\d{2,3}");

  private static final Pattern PROSE =
      Pattern.compile(
          "\\b(?:at|from|attended|visited|to|auf der|bei der|beim|zur|à|au|de la|en la|en el|a la|na|no|alla)\\s+(?:the\\s+)?"
              + "(\\p{Lu}[\\p{L}\\d.+'’-]*(?:\\s(?:\\p{Lu}[\\p{L}\\d.+'’-]*|of|on|for|and|&|de|the)){0,5}\\s(?:19|20)\\d{2})(?!\\d)");
  private static final Pattern NAME_AND_YEAR =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\d.+'’-]*(?:con|conf|Con|Conf|Days?|Summit|World|Fest|Camp|Kaigi))\\s?('?\\d{2}|(?:19|20)\\d{2})?\\b");

  private EventFinder() {}

  /** The surest of what front matter, labels, headings, path and prose say. */
  static @Nullable Found find(List<Opener> openers, @Nullable String path) {
    Found found = inFields(openers);
    found = found == null ? labelled(openers) : found;
    found = found == null ? inHeadings(openers) : found;
    found = found == null && path != null ? inPath(path) : found;
    return found == null ? inProse(openers) : found;
  }

  private static @Nullable Found inFields(List<Opener> openers) {
    for (Opener opener : openers) {
      if (opener.field().equals("event")) {
        return found(opener.text(), 0.95, "front matter");
      }
    }
    return null;
  }

  private static @Nullable Found labelled(List<Opener> openers) {
    for (Opener opener : openers) {
      String name = opener.behind(LABELS);
      Found found = name == null ? null : found(name, 0.9, "a line that names it");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Found inHeadings(List<Opener> openers) {
    int headings = 0;
    for (int i = 0; i < openers.size() && headings < MOST_HEADINGS; i++) {
      Opener opener = openers.get(i);
      if (!opener.heading() && i > 0) {
        continue;
      }
      headings++;
      Found found = inParts(opener.text());
      found = found == null ? whole(opener) : found;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Found whole(Opener opener) {
    String name = name(withoutDate(opener.text()));
    boolean event =
        EDITION.matcher(name).matches()
            || (EventTitle.isEvent(name) && !SectionTitle.isSection(name));
    if (!event || DateTitle.isDate(name) || PlainText.words(name) > MOST_WORDS) {
      return null;
    }
    double sure = YEAR.matcher(name).find() ? 0.85 : 0.6;
    return found(name, sure, opener.field().isEmpty() ? "a heading" : "the title");
  }

  /** The heading without the day behind its last comma. */
  private static String withoutDate(String heading) {
    int comma = heading.lastIndexOf(", ");
    String tail = heading.substring(comma + 1).strip();
    return comma > 0 && (DateTitle.isDate(tail) || DateTitle.isDay(tail))
        ? heading.substring(0, comma)
        : heading;
  }

  /** "Hinges: notes from GateCamp 2030". */
  private static @Nullable Found inParts(String heading) {
    for (String part : PART_ENDS.split(withoutDate(heading), -1)) {
      String name = name(part);
      boolean event =
          YEAR.matcher(name).find() && EventTitle.isEvent(name) && !SectionTitle.isSection(name);
      if (event && !DateTitle.isDate(name) && PlainText.words(name) <= MOST_WORDS) {
        return found(name, 0.7, "part of a heading");
      }
    }
    return null;
  }

  /** The name without what makes it a title of notes. */
  private static String name(String text) {
    String name = TitleLine.clean(text);
    name = DAY_TAIL.matcher(name).replaceFirst("");
    name = NOTES_HEAD.matcher(name).replaceFirst("");
    name = NOTES_TAIL.matcher(name).replaceFirst("");
    return TitleLine.clean(name);
  }

  /** A folder that is no common name, with the year that another folder or its own name tells. */
  private static @Nullable Found inPath(String path) {
    String[] folders = path.split("/", -1);
    String year = null;
    String name = null;
    for (int i = 0; i < folders.length - 1; i++) {
      String folder = folders[i];
      Matcher matcher = YEAR.matcher(folder);
      if (matcher.find()) {
        year = matcher.group();
      }
      String rest = words(matcher.reset().replaceAll(" "));
      if (!rest.isEmpty() && !GENERIC_FOLDERS.contains(rest.toLowerCase(Locale.ROOT))) {
        name = rest;
      }
    }
    if (name != null && (year != null || EventTitle.isEvent(name))) {
      return found(capitalised(name) + (year == null ? "" : " " + year), 0.5, "the path");
    }
    return inFileName(folders[folders.length - 1]);
  }

  private static @Nullable Found inFileName(String file) {
    int dot = file.lastIndexOf('.');
    String words = words(dot > 0 ? file.substring(0, dot) : file);
    String name = name(words.replaceFirst("^\\d{4} \\d{2} \\d{2} ", ""));
    boolean event =
        YEAR.matcher(name).find() && EventTitle.isEvent(name) && PlainText.words(name) <= 5;
    return event ? found(capitalised(name), 0.4, "the file name") : null;
  }

  private static String words(String name) {
    return name.replaceAll("[-_. ]+", " ").strip();
  }

  private static String capitalised(String name) {
    StringBuilder capitalised = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      int first = word.codePointAt(0);
      capitalised
          .append(capitalised.isEmpty() ? "" : " ")
          .appendCodePoint(Character.toTitleCase(first))
          .append(word.substring(Character.charCount(first)));
    }
    return capitalised.toString();
  }

  private static @Nullable Found inProse(List<Opener> openers) {
    for (Opener opener : openers) {
      Matcher matcher = PROSE.matcher(opener.text());
      if (matcher.find() && !DateTitle.isDate(matcher.group(1))) {
        return found(matcher.group(1), 0.5, "the text");
      }
    }
    for (Opener opener : openers) {
      Matcher matcher = NAME_AND_YEAR.matcher(opener.text());
      if (matcher.find() && matcher.group(2) != null) {
        return found(matcher.group(), 0.4, "the text");
      }
    }
    return null;
  }

  private static @Nullable Found found(String text, double confidence, String reason) {
    String name = TitleLine.clean(text);
    boolean possible = PlainText.hasLetters(name) && name.length() <= LONGEST_NAME;
    return possible ? new Found(name, confidence, reason) : null;
  }
}

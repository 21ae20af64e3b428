package io.confnotes.ingest.context;

import io.confnotes.ingest.segment.word.WordList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the day, month or year that a document is about. */
final class DateFinder {

  private static final Set<String> LABELS = WordList.lines("date-labels.txt");
  private static final int FIRST_LINES = 12;

  private DateFinder() {}

  static @Nullable Found find(List<Opener> openers, @Nullable String path, @Nullable Found event) {
    Found found = inFields(openers);
    found = found == null ? labelled(openers) : found;
    found = found == null ? inLines(openers, true, 0.8, "a heading") : found;
    found = found == null && path != null ? inPath(path) : found;
    List<Opener> first = openers.subList(0, Math.min(FIRST_LINES, openers.size()));
    found = found == null ? inLines(first, false, 0.6, "the first lines") : found;
    if (found == null && event != null) {
      found = year(event.value(), 0.7, "the name of the event");
    }
    found = found == null && path != null ? year(path, 0.5, "the path") : found;
    return found == null ? inLines(openers, false, 0.4, "the text") : found;
  }

  private static @Nullable Found inFields(List<Opener> openers) {
    for (Opener opener : openers) {
      if (opener.field().equals("date")) {
        String date = DateText.find(opener.text());
        return date == null
            ? year(opener.text(), 0.9, "front matter")
            : new Found(date, 0.9, "front matter");
      }
    }
    return null;
  }

  private static @Nullable Found labelled(List<Opener> openers) {
    for (Opener opener : openers) {
      String text = opener.behind(LABELS);
      String date = text == null ? null : DateText.find(text);
      if (date != null) {
        return new Found(date, 0.9, "a line that names it");
      }
    }
    return null;
  }

  private static @Nullable Found inLines(
      List<Opener> openers, boolean headings, double confidence, String reason) {
    for (Opener opener : openers) {
      String date = opener.heading() || !headings ? DateText.find(opener.text()) : null;
      if (date != null) {
        return new Found(date, confidence, reason);
      }
    }
    return null;
  }

  private static @Nullable Found inPath(String path) {
    String date = DateText.find(path);
    return date == null ? null : new Found(date, 0.7, "the path");
  }

  private static @Nullable Found year(String text, double confidence, String reason) {
    String year = DateText.year(text);
    return year == null ? null : new Found(year, confidence, reason);
  }
}

package io.confnotes.ingest.segment.line;

/** A date behind the names on a line: "Jane Doe - 4 May 2031, 15:00". */
public final class DateTail {

  private static final String[] SEPARATORS = {" - ", " – ", " — ", " | ", " · ", " • "};
  private static final int LONGEST = 200;

  private DateTail() {}

  /** The line up to the last sign that nothing but a date follows; as it is where there is none. */
  public static String without(String line) {
    if (line.length() > LONGEST) {
      return line;
    }
    for (String separator : SEPARATORS) {
      int last = line.lastIndexOf(separator);
      if (last > 0 && DateTitle.isDate(line.substring(last + separator.length()))) {
        return line.substring(0, last);
      }
    }
    return line;
  }
}

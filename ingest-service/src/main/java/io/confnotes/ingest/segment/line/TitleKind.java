package io.confnotes.ingest.segment.line;

/** What the words of a title say that it is. */
public enum TitleKind {
  /** A section of a talk or of a document, or a day. */
  SECTION,
  /** A slot in which nobody talks. */
  BREAK,
  /** A date and not much else. */
  DATE,
  /** A whole event, or notes on one. */
  EVENT,
  /** None of these: it can be the title of a talk. */
  TALK;

  /** The first kind, in the order above, that the words of a title show. */
  public static TitleKind of(String title) {
    if (SectionTitle.isSection(title)) {
      return SECTION;
    }
    if (SectionTitle.beginsWithBreak(title)) {
      return BREAK;
    }
    if (DateTitle.isDate(title)) {
      return DATE;
    }
    return EventTitle.isEvent(title) ? EVENT : TALK;
  }
}

package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.outline.Row;

/** The shapes of lines, other than headings, that authors open talks with. */
enum LineShape {
  /** "Title: ...", above a line that begins with a speaker's label. */
  LABELLED {
    @Override
    boolean fits(Row row) {
      return row.isLabelledTitle();
    }
  },
  /** A line that begins with bold letters. */
  STRONG {
    @Override
    boolean fits(Row row) {
      return row.isParagraph() && !row.strong().isEmpty();
    }
  },
  /** Any line of a paragraph, but no row of a table with more than two cells. */
  PLAIN {
    @Override
    boolean fits(Row row) {
      boolean cells = row.text().indexOf('\t') != row.text().lastIndexOf('\t');
      return row.isParagraph() && row.field().isEmpty() && !cells;
    }
  },
  /** "1: Title", counted up through the document. */
  NUMBERED {
    @Override
    boolean fits(Row row) {
      return row.number() > 0 && row.field().isEmpty();
    }
  },
  /** A short line above a list. */
  ABOVE_ITEMS {
    @Override
    boolean fits(Row row) {
      return row.inferred();
    }
  },
  /** A list item of the first level. */
  ITEM {
    @Override
    boolean fits(Row row) {
      return row.isListItem() && row.level() == 1;
    }
  };

  abstract boolean fits(Row row);
}

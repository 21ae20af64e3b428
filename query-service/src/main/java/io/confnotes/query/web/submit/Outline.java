package io.confnotes.query.web.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading text with what was understood drawn into it: stretches of lines, each of a talk or of
 * none.
 *
 * @param event what the notes say of their event; null where nothing
 * @param date what they say of their date; null where nothing
 * @param talks how many were found
 * @param stretches in the order of the text
 * @param linesLeft whether there are lines that are not shown
 */
record Outline(
    Preview.@Nullable Found event,
    Preview.@Nullable Found date,
    int talks,
    List<Stretch> stretches,
    boolean linesLeft) {

  /**
   * Lines that follow each other.
   *
   * @param talk null where they belong to none
   */
  record Stretch(@Nullable Beginning talk, List<Line> lines) {}

  /**
   * Where a talk begins.
   *
   * @param number from 1
   * @param corrected whether somebody said something about it
   */
  record Beginning(int number, Preview.Talk talk, boolean corrected) {
    private static final double SURE = 0.8;

    /** The speakers as a person types them. */
    public String speakers() {
      return Speaker.typed(talk.speakers());
    }

    /** Whether nobody has to look at it. */
    public boolean isSure() {
      return talk.confidence() >= SURE;
    }

    /** The id of the field of the title. */
    public String titleId() {
      return "title-" + talk.line();
    }

    /** The id of the field of the speakers. */
    public String speakersId() {
      return "speakers-" + talk.line();
    }
  }

  /**
   * A line.
   *
   * @param number of the source; 0 where it is a later part of what has one
   * @param kind of the block that it is in
   * @param corrected whether somebody said that no talk begins on it
   * @param offers whether somebody can say that a talk begins on it
   */
  record Line(int number, String text, String kind, int level, boolean corrected, boolean offers) {

    Line withoutOffer() {
      return new Line(number, text, kind, level, false, false);
    }
  }
}

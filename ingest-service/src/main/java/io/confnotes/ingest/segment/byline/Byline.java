package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.people.People;

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
    TITLE_COMMA_NAME(0.02, "title and speaker joined by a comma"),
    NAME_COMMA_TITLE(0.02, "speaker and title joined by a comma"),
    NAME_COLON_TITLE(0.01, "speaker, a colon and the title"),
    NAME_STOP_TITLE(0.01, "speaker, a full stop and the title"),
    TITLE_COLON_NAME(0.01, "title, a colon and the speaker"),
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
}

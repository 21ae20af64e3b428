package io.confnotes.ingest.segment.choice;

/**
 * What speaks for or against a heading or line opening a talk, each with its weight in log-odds. A
 * sum of 0 is a chance of one half.
 */
enum Sign {
  /** Before anything is known of it. */
  HEADING(-1.4),
  DEEP_HEADING(-1.0),
  LINE(-2.2),

  // The title
  TITLE_OF_SEVERAL_WORDS(0.7),
  TITLE_OF_TWO_WORDS(-0.3),
  TITLE_OF_ONE_WORD(-0.8),
  TITLE_LIKE_A_SENTENCE(-0.8),
  SECTION_TITLE(-4.5),
  BREAK_TITLE(-3.0),
  TITLE_OF_SEVERAL_TALKS(-1.5),
  DATE_TITLE(-3.0),
  EVENT_TITLE(-2.5),
  REPEATED_TITLE(-1.5),
  LINKED_TITLE(0.5),

  // Speakers and slots
  LABELLED_SPEAKER(4.5),
  SPEAKER(4.0),
  SLOT(2.2),
  TOLD(1.0),

  // What is below
  NO_NOTES(-1.2),
  NO_NOTES_BELOW_A_LINE(-2.2),
  LINKS_ONLY(-1.3),

  // Where it stands
  TITLE_OF_THE_DOCUMENT(2.4),
  ONE_OF_SEVERAL_TITLES(1.7),
  ONE_OF_SEVERAL_BELOW_NOTHING(0.6),
  BELOW_AN_EVENT(2.2),
  BELOW_A_LIST_OF_TALKS(2.5),
  BELOW_A_SECTION(-0.5),
  BELOW_A_TALK(-1.5),
  IN_A_DIARY(-2.0),
  SECTION_OF_A_DIARY(-0.5),

  // What the others of its kind show
  AMONG_TALKS(2.5),
  AMONG_LIKELY_TALKS(1.5),
  ALONE_AMONG_SECTIONS(-1.5),
  OTHER_LEVELS_SHOW_TALKS(-1.5);

  final double weight;

  Sign(double weight) {
    this.weight = weight;
  }
}

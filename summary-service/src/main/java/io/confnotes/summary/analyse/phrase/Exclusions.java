package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.text.Notes;
import java.util.Set;

/** What is no topic of a talk although its notes have it: the names of speakers and event. */
final class Exclusions {

  private final Set<String> speakers;
  private final Set<String> event;

  Exclusions(Notes notes) {
    speakers = notes.speakerWords();
    event = notes.eventWords();
  }

  /** Whether a phrase has a part of a speaker's name, or only parts of the event's. */
  boolean cover(Phrase phrase) {
    return namesSpeaker(phrase) || (!phrase.inTitle() && event.containsAll(phrase.lowers()));
  }

  private boolean namesSpeaker(Phrase phrase) {
    return !speakers.isEmpty()
        && phrase.nameLikeness() >= 0.5
        && phrase.lowers().stream().anyMatch(speakers::contains);
  }
}

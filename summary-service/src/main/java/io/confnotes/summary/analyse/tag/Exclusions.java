package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.TalkText;
import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Range;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Words;
import java.util.HashSet;
import java.util.Set;

/** What is no topic of a talk although its notes have it: the names of speakers and event. */
final class Exclusions {

  private final Set<String> speakers = new HashSet<>();
  private final Set<String> event = new HashSet<>();

  Exclusions(TalkText talk, Language language) {
    Words words = new Words(language);
    for (String speaker : talk.speakers()) {
      add(words, speaker, speakers);
    }
    String name = talk.event();
    if (name != null) {
      add(words, name, event);
    }
  }

  private static void add(Words words, String name, Set<String> lowers) {
    for (Word word : words.in(name, new Range(0, name.length()))) {
      lowers.add(word.lower());
    }
  }

  /** Whether a phrase has a part of a speaker's name, or only parts of the event's. */
  boolean cover(Phrase phrase) {
    boolean speaker = phrase.lowers().stream().anyMatch(speakers::contains);
    boolean isEvent = !phrase.inTitle() && event.containsAll(phrase.lowers());
    return (speaker && phrase.nameLikeness() >= 0.5) || isEvent;
  }
}

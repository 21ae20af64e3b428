package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Notes in many languages, each with a file beside it that lists its talks: line, title, a bar and
 * the speakers. All people, talks and events are invented.
 */
class LanguagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "german/tagesbericht",
        "german/mitschrift",
        "german/joints",
        "german/programm",
        "french/journee",
        "french/meetup",
        "french/bilan",
        "french/programme",
        "spanish/cronica",
        "spanish/joints",
        "spanish/nota",
        "spanish/programa",
        "japanese/sanka",
        "japanese/day",
        "japanese/joints",
        "japanese/timetable",
        "chinese/canhui",
        "chinese/joints",
        "chinese/tw",
        "chinese/richeng",
        "portuguese/relato",
        "portuguese/notas",
        "portuguese/palestra",
        "italian/resoconto",
        "italian/appunti",
        "italian/programma",
        "dutch/verslag",
        "dutch/notities",
        "polish/relacja",
        "polish/notatki",
        "russian/otchet",
        "russian/doklady",
        "russian/inflected",
        "russian/joints",
        "korean/hugi",
        "korean/memo",
        "korean/label",
        "swedish/rapport",
        "swedish/anteckningar"
      })
  void shouldFindTalksAndSpeakers(String name) throws IOException {
    // Given
    String notes = TalkLines.resource(name + ".md");
    List<String> expected = TalkLines.resource(name + ".talks").lines().toList();
    // When
    List<TalkNotes> talks = Segmenter.segment(Readers.read(notes, Format.MARKDOWN));
    // Then
    assertThat(TalkLines.of(talks)).containsExactlyElementsOf(expected);
  }
}

package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {

  private static final String SOURCE =
      "# GateCamp 2030\n\nThe train was late.\n\n## Hinges by Ida Holm\n\n- oil\n\n## Lunch\n\nSoup.\n";

  @Test
  void shouldShowTheStretchesBetweenTalks() {
    // Given
    Reading reading = Readers.read(SOURCE, Format.MARKDOWN);
    // When
    List<LeftOut> leftOut = LeftOut.of(reading, Segmenter.segment(reading));
    // Then
    assertThat(leftOut)
        .extracting(LeftOut::firstLine, LeftOut::lastLine)
        .containsExactly(tuple(1, 3), tuple(9, 11));
  }

  @Test
  void shouldLeaveOutTheWholeOfADocumentWithoutTalks() {
    // Given
    Reading reading = Readers.read("Nothing here.\n\nNor here.\n", Format.PLAIN);
    // When
    List<LeftOut> leftOut = LeftOut.of(reading, List.of());
    // Then
    assertThat(leftOut).extracting(LeftOut::lastLine).containsExactly(3);
  }

  @Test
  void shouldLetCorrectionsWin() {
    // Given
    Reading reading = Readers.read(SOURCE, Format.MARKDOWN);
    // When
    List<TalkNotes> talks =
        Segmenter.segment(
            reading,
            List.of(
                new Correction(5, true, "Oiling hinges", null),
                new Correction(9, true, null, List.of())));
    // Then
    assertThat(talks)
        .extracting(TalkNotes::line, TalkNotes::title, TalkNotes::confidence)
        .containsExactly(tuple(5, "Oiling hinges", 1.0), tuple(9, "Lunch", 1.0));
    assertThat(talks.getFirst().speakers()).hasSize(1);
  }
}

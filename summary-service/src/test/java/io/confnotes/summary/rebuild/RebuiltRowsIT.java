package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.rebuild.Rebuild.Difference;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.StoreException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rebuilding gives the rows that serve, and tells which of them are others. */
final class RebuiltRowsIT extends RebuildFixture {
  @Test
  void shouldGiveTheRowsThatServe() throws StoreException {
    // Given
    decide(new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes clusters"));
    decide(new Action.MergeTalks(talk("Ropes 1"), talk("Ropes 2")));
    decide(new Action.Merge(Kind.EVENT, "harbour-days-2021", "harbour-days-2022"));
    String recorded = withoutRebuilds(database.rows("recorded"));
    int letters = log.deadLetters().size();

    // When
    begin(false);
    Rebuild ready = to(State.READY);

    // Then
    assertThat(rebuiltRows()).isEqualTo(servingRows());
    assertNoDifference(ready);
    assertThat(ready.records()).isEqualTo(log.records().size());
    assertThat(ready.refused()).isEqualTo(2);
    assertThat(Objects.requireNonNull(ready.progress()).percent()).isEqualTo(100);
    assertThat(withoutRebuilds(database.rows("recorded"))).isEqualTo(recorded);
    assertThat(log.deadLetters()).hasSize(letters);
  }

  private static String withoutRebuilds(String rows) {
    return rows.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("rebuild"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void shouldReportAndRepairWhatSomebodyChanged() throws StoreException {
    // Given
    String before = servingRows();
    UUID ropes = talk("Ropes 2");
    UUID gone = talk("Ropes 5");
    UUID stray = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        UPDATE derived.talk SET title = 'Ropes?' WHERE talk_id = '%1$s';
                        DELETE FROM derived.talk_tag WHERE talk_id = '%1$s';
                        DELETE FROM derived.talk_notes WHERE talk_id = '%2$s';
                        DELETE FROM derived.talk WHERE talk_id = '%2$s';
                        INSERT INTO derived.talk SELECT '%3$s', title, event, event_slug, date, date_start, date_end,
                          document_id, ordinal FROM derived.talk WHERE talk_id = '%1$s';
                        UPDATE derived.document SET author = 'Nobody' WHERE document_key IS NULL AND author = 'Author 2';
                        UPDATE derived.talk_count SET talks = talks + 1 WHERE tag = '' AND period = '';
                        UPDATE derived.name_count SET talks = talks + 1 WHERE kind = 'event' AND slug = 'harbour-days-2021';
                        """
                            .formatted(ropes, gone, stray))
                    .execute());

    // When
    begin(false);
    Rebuild ready = to(State.READY);

    // Then
    var differences = Objects.requireNonNull(ready.differences());
    assertThat(differences.talks().onlyServing()).isEqualTo(1);
    assertThat(differences.talks().onlyRebuilt()).isEqualTo(1);
    assertThat(differences.talks().different()).isEqualTo(1);
    assertThat(differences.documents().different()).isEqualTo(4);
    assertThat(differences.tags().different()).isEqualTo(1);
    assertThat(differences.names().different()).isEqualTo(1);
    assertThat(differences.sample())
        .contains(
            new Difference(
                "talk", ropes.toString(), "Ropes?", true, true, List.of("talk.title", "talk_tag")),
            new Difference("tag", "", null, true, true, List.of("talk_count")));
    assertThat(differences.sample())
        .filteredOn(difference -> difference.key().equals(gone.toString()))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.serving()).isFalse();
              assertThat(difference.rebuilt()).isTrue();
              assertThat(difference.fields()).contains("talk", "talk_notes", "key_point");
            });
    assertThat(differences.sample())
        .filteredOn(difference -> difference.key().equals(stray.toString()))
        .singleElement()
        .matches(difference -> difference.serving() && !difference.rebuilt());
    assertThat(differences.sample())
        .filteredOn(difference -> difference.kind().equals("document"))
        .extracting(Difference::fields)
        .containsOnly(List.of("document.author"));
    assertThat(servingRows()).contains("Ropes?");

    // When
    store.switchOver(INES);
    to(State.SWITCHED);

    // Then
    assertThat(servingRows()).isEqualTo(before);
    assertThat(database.derivedRows()).isNotEmpty();
  }

  @Test
  void shouldNotSwitchByItselfWhereADocumentWouldGo() throws StoreException {
    // Given what the log does not have
    execute(
        """
        INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at)
        VALUES ('00000000-0000-0000-0000-0000000000bb', 'r', 0, now())
        """);

    // When
    begin(true);
    for (int step = 0; last().state() != State.READY; step++) {
      assertThat(step).isLessThan(MOST_STEPS);
      rebuilder.next();
    }
    rebuilder.next();

    // Then
    assertThat(last().state()).isEqualTo(State.READY);
    assertThat(last().switches()).isFalse();
    assertThat(last().problem()).contains("documents differ");
    assertThat(store.switchOver(INES).problem()).isNull();
    rebuilder.next();
    assertThat(last().state()).isEqualTo(State.SWITCHED);
  }
}

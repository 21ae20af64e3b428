package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.consume.CrashingDataSource;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.reanalyse.ReanalysisStore;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.StoreException;
import org.junit.jupiter.api.Test;

/** One process at a time goes on with the one rebuild, and another where that one dies. */
final class RebuildTurnsIT extends RebuildFixture {
  @Test
  void shouldGoOnWhereItWasKilled() throws StoreException {
    // Given
    begin(true);
    String serving = servingRows();
    int deaths = 0;

    // When each process dies some steps later than the one before
    for (int step = 10; last().state() != State.SWITCHED; step += 45) {
      var dying =
          new CrashingDataSource(
              database.dataSource(), CrashingDataSource.Moment.BEFORE_A_CALL, step);
      try (Rebuilder mortal = rebuilder(dying.dataSource())) {
        long before = last().records();
        while (last().state() != State.SWITCHED) {
          mortal.next();
        }
        assertThat(last().records()).isGreaterThanOrEqualTo(before);
      } catch (CrashingDataSource.Crash death) {
        deaths++;
        forgetWorker();
      }
    }

    // Then
    assertThat(deaths).isGreaterThan(3);
    assertThat(servingRows()).isEqualTo(serving);
    assertNoDifference(last());
    assertThat(last().records()).isEqualTo(log.records().size());
  }

  /** The time after which another process goes on. */
  private void forgetWorker() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.rebuild SET worker_until = now() - interval '1 second'"));
  }

  @Test
  void shouldLeaveItToOneProcess() throws StoreException {
    // Given
    begin(false);
    rebuilder.next();

    // When
    try (Rebuilder other = rebuilder(database.dataSource())) {
      // Then
      assertThat(other.next()).isFalse();
      forgetWorker();
      assertThat(other.next()).isTrue();
      assertThat(rebuilder.next()).isFalse();
    }
  }

  @Test
  void shouldRefuseASecondOneAndReanalysisMeanwhile() {
    // Given
    begin(false);

    // Then
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A rebuild is going on");
    assertThatThrownBy(() -> new ReanalysisStore(database.jdbi()).start(false, INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A rebuild is going on");
    store.drop();
    new ReanalysisStore(database.jdbi()).start(false, INES);
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A re-analysis is running");
  }

  @Test
  void shouldRefuseToSwitchBeforeItIsReady() throws StoreException {
    // Given
    assertThatThrownBy(() -> store.switchOver(INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("No rebuild is going on");
    begin(false);
    rebuilder.next();

    // Then
    assertThatThrownBy(() -> store.switchOver(INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The rebuild is not ready");
    to(State.READY);
    assertThat(store.switchOver(INES).switches()).isTrue();
  }
}

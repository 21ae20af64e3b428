package io.confnotes.endtoend.monitoring;

import io.confnotes.endtoend.LogWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What no operator wants to see, done to a pipeline that runs, in this order, and the alerts that
 * have to fire.
 */
enum Provocation {
  WRITTEN_BY_ANOTHER_VERSION("ConfnotesDeadLetters", "ConfnotesAnalysisOutdated") {
    @Override
    Scene.Undo begin(Scene scene) {
      LogWriter.write(scene.confnotes(), "key", "no record".getBytes(StandardCharsets.UTF_8));
      scene.awaitSeries("confnotes_records_total{outcome=\"dead-lettered\"} > 0");
      scene.sql("confnotes", "UPDATE derived.talk_notes SET analyser = 'another'");
      // What is stored is counted at the start, and then only now and again
      scene.killAndAwaitAgain("summary");
      return Scene.NOTHING_TO_UNDO;
    }
  },

  SERVICE_HANGS("ConfnotesServiceDown") {
    @Override
    Scene.Undo begin(Scene scene) {
      return scene.freeze(scene.confnotes().service("query"));
    }
  },

  NOBODY_WATCHES("ConfnotesServiceMissing") {
    @Override
    Scene.Undo begin(Scene scene) {
      scene.prometheus().watch(targets -> targets.replace("job: ingest-service", "job: other"));
      return () -> scene.prometheus().watch(targets -> targets);
    }
  },

  SERVICE_DIES_AGAIN_AND_AGAIN("ConfnotesRestarts") {
    @Override
    Scene.Undo begin(Scene scene) {
      IntStream.range(0, 3).forEach(death -> scene.killAndAwaitAgain("query"));
      return Scene.NOTHING_TO_UNDO;
    }
  },

  MEMORY_FOR_BODIES_IS_TAKEN("ConfnotesBodiesWait") {
    @Override
    Scene.Undo begin(Scene scene) {
      // Each has a share for what is in an archive, before anything of it came
      return Scene.all(Stream.generate(scene::slowUpload).limit(3).toList());
    }
  },

  ONE_SENDER_TOO_MANY("ConfnotesRateLimited") {
    @Override
    Scene.Undo begin(Scene scene) {
      return scene.visitors(4, "/api/v1/tags?limit=1");
    }
  },

  ANOTHER_TAKES_PARTITIONS("ConfnotesPartitionsUnassigned") {
    @Override
    Scene.Undo begin(Scene scene) {
      return scene.consumer("summary-service");
    }
  },

  KAFKA_HANGS("ConfnotesPublicationFails") {
    @Override
    Scene.Undo begin(Scene scene) {
      // The broker is in the launcher
      var kafka = scene.freeze(scene.confnotes().launcher());
      return Scene.all(List.of(kafka, scene.sender()));
    }
  },

  DATABASE_REFUSES("ConfnotesDatabaseNotWell", "ConfnotesConsumerNotWorking") {
    @Override
    Scene.Undo begin(Scene scene) {
      scene.sql("postgres", "ALTER DATABASE confnotes ALLOW_CONNECTIONS false");
      scene.sql(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'confnotes%'");
      scene.confnotes().submit("document=while-refused", Scene.NOTES);
      return () -> scene.sql("postgres", "ALTER DATABASE confnotes ALLOW_CONNECTIONS true");
    }
  },

  TABLE_IS_LOCKED(
      "ConfnotesErrors",
      "ConfnotesSlow",
      "ConfnotesConnectionsWait",
      "ConfnotesNothingApplied",
      "ConfnotesLagGrows") {
    @Override
    List<String> after() {
      return List.of("ConfnotesLate");
    }

    @Override
    Scene.Undo begin(Scene scene) {
      var lock = scene.lock("derived.talk");
      IntStream.rangeClosed(0, 110)
          .forEach(i -> scene.confnotes().submit("document=while-locked-" + i, Scene.NOTES));
      var visitors = scene.visitors(20, "/api/v1/talks?limit=1");
      var late = Instant.now().plusSeconds(18);
      return () -> {
        visitors.close();
        scene.confnotes().await("late", Scene.PATIENCE, () -> Instant.now().isAfter(late));
        lock.close();
      };
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // it is never changed
  private final List<String> meanwhile;

  Provocation(String... meanwhile) {
    this.meanwhile = List.of(meanwhile);
  }

  /** Does it, and returns what undoes it. */
  abstract Scene.Undo begin(Scene scene);

  /** The alerts that fire as long as it is not undone. */
  List<String> meanwhile() {
    return meanwhile;
  }

  /** The alerts that fire once it is undone. */
  List<String> after() {
    return List.of();
  }

  List<String> alerts() {
    return Stream.concat(meanwhile.stream(), after().stream()).toList();
  }
}

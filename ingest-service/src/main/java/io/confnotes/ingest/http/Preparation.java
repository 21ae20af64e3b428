package io.confnotes.ingest.http;

import io.confnotes.ingest.context.LanguageFinder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Loads what would make the first request slow, beside the start. */
@Singleton
final class Preparation {

  void start(@Observes StartupEvent started) {
    Thread.ofVirtual().name("preparation").start(LanguageFinder::prepare);
  }
}

package io.confnotes.ingest.http;

import io.confnotes.ingest.IngestConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.UUID;

/** Where query-service tells what became of a submission. */
@Singleton
public final class StatusAddress {
  private final String base;

  StatusAddress(IngestConfig config) {
    this.base = config.query().url().toString().replaceAll("/+$", "");
  }

  URI of(UUID submissionId) {
    return URI.create(base + "/api/v1/submissions/" + submissionId);
  }
}

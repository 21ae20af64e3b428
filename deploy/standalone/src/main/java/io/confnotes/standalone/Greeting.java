package io.confnotes.standalone;

import io.confnotes.standalone.port.Ports;
import java.nio.file.Path;
import java.util.Locale;

/** What the user reads when everything is ready. */
final class Greeting {

  private Greeting() {}

  static String of(Ports ports, Path data, double seconds) {
    return String.format(
        Locale.ROOT,
        """

        Confnotes is ready after %.1f s. Ctrl-C stops it, the data stay in %s

          web      %s/
          query    %s/api/v1
          ingest   %s/api/v1
          summary  %s/api/v1
          servers  Kafka 127.0.0.1:%d, PostgreSQL 127.0.0.1:%d

        Hand in some notes:

          curl -sS %s/api/v1/notes -H 'Content-Type: text/markdown' --data-binary "$(printf '%s')"
        """,
        seconds,
        data,
        ports.webAddress(),
        ports.webAddress(),
        ports.ingestAddress(),
        ports.summaryAddress(),
        ports.kafka(),
        ports.postgresql(),
        ports.ingestAddress(),
        "# Small caches, by Ada Quill\\n"
            + "\\n"
            + "- A cache is a promise to forget in time\\n"
            + "- Measure the misses before adding memory\\n");
  }
}

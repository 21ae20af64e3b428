package io.confnotes.ingest.segment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the tests of this package compare: one line for each talk; and the notes they read. */
final class TalkLines {

  private TalkLines() {}

  /** Line, title, a bar and the speakers of each talk. */
  static List<String> of(List<TalkNotes> talks) {
    return talks.stream().map(TalkLines::line).toList();
  }

  private static String line(TalkNotes talk) {
    return (talk.line() + " " + talk.title() + " | " + speakers(talk)).strip();
  }

  static String speakers(TalkNotes talk) {
    return talk.speakers().stream()
        .map(s -> s.name() == null ? "@" + s.handle() : s.name())
        .collect(Collectors.joining(", "));
  }

  /** A file below {@code /notes/}. */
  static String resource(String name) throws IOException {
    try (InputStream in = TalkLines.class.getResourceAsStream("/notes/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

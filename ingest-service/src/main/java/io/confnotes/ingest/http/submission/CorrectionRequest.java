package io.confnotes.ingest.http.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import io.confnotes.ingest.document.InvalidMetadata;
import io.confnotes.ingest.document.ShortText;
import io.confnotes.ingest.http.body.StrictJson;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.read.text.SourceLines;
import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.TalkNotes;
import io.confnotes.ingest.segment.people.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a correction. */
@Schema(name = "Correction", description = "What is so on one line of the document")
record CorrectionRequest(
    @Schema(
            required = true,
            description = "A line of the source, from 1",
            examples = "12",
            minimum = "1")
        @Nullable Integer line,
    @Schema(
            description = "Left out: the title that was detected, or else the text of the line",
            minLength = 1,
            maxLength = MAX_TITLE)
        @Nullable String title,
    @Schema(
            description = "Left out: those that were detected. Empty: nobody is named",
            maxItems = TalkNotes.MAX_SPEAKERS)
        @Nullable List<@Nullable SpeakerRequest> speakers,
    @Schema(description = "false says that no talk begins on this line", defaultValue = "true")
        @Nullable Boolean talk) {

  /** Corrections of one document, at most. */
  static final int MAX = 500;

  private static final int MAX_TITLE = 500;

  /** Reads the field of a form. */
  static @Nullable List<@Nullable CorrectionRequest> parse(String json) {
    return StrictJson.read(
        json.getBytes(StandardCharsets.UTF_8),
        new TypeReference<List<@Nullable CorrectionRequest>>() {},
        "talks");
  }

  /**
   * The corrections of a document, by line.
   *
   * @throws RefusedException where one is not valid, or of a line that is not there
   */
  static List<Correction> corrections(
      @Nullable List<@Nullable CorrectionRequest> talks, String source) {
    if (talks == null || talks.isEmpty()) {
      return List.of();
    }
    if (talks.size() > MAX) {
      throw Problem.invalidParameter("talks", "has more than %d items".formatted(MAX));
    }
    int lines = SourceLines.of(source).size();
    var byLine = new TreeMap<Integer, Correction>();
    for (int i = 0; i < talks.size(); i++) {
      String at = "talks[%d]".formatted(i);
      Correction correction = correction(at, talks.get(i), lines);
      if (byLine.put(correction.line(), correction) != null) {
        throw Problem.invalidParameter(
            at + ".line", "is " + correction.line() + ", of which another item tells already");
      }
    }
    return List.copyOf(byLine.values());
  }

  private static Correction correction(String at, @Nullable CorrectionRequest request, int lines) {
    if (request == null || request.line == null) {
      throw Problem.invalidParameter(at + ".line", "is missing");
    }
    if (request.line < 1 || request.line > lines) {
      throw Problem.invalidParameter(
          at + ".line", "is %d; the document has %d lines".formatted(request.line, lines));
    }
    if (Boolean.FALSE.equals(request.talk)) {
      return new Correction(request.line, false, null, null);
    }
    return new Correction(
        request.line,
        true,
        request.title == null ? null : text(at + ".title", request.title, MAX_TITLE),
        request.speakers == null ? null : speakers(at + ".speakers", request.speakers));
  }

  private static List<Speaker> speakers(String at, List<@Nullable SpeakerRequest> requests) {
    if (requests.size() > TalkNotes.MAX_SPEAKERS) {
      throw Problem.invalidParameter(
          at, "has more than %d items".formatted(TalkNotes.MAX_SPEAKERS));
    }
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      SpeakerRequest request = requests.get(i);
      String each = "%s[%d]".formatted(at, i);
      if (request == null) {
        throw Problem.invalidParameter(each, "is null");
      }
      speakers.add(request.speaker(each));
    }
    return speakers;
  }

  /** The value, which must have some text. */
  static String text(String at, String value, int most) {
    try {
      String text = ShortText.checked(at, value, most);
      if (text == null) {
        throw Problem.invalidParameter(at, "has no text; leave it out, or say what it is");
      }
      return text;
    } catch (InvalidMetadata e) {
      throw Problem.invalidParameter(e.field(), String.valueOf(e.getMessage()));
    }
  }
}

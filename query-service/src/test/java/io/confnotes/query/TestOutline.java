package io.confnotes.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands notes as ingest-service might: a talk begins on each line that starts with a hash, or
 * where a correction says so, and ends with a line of dashes.
 */
final class TestOutline {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]+)\"");

  private TestOutline() {}

  /** An answer of ingest-service. */
  record Answer(int status, String json) {}

  static Answer submission(UUID id) {
    return new Answer(202, json(Map.of("submissionId", id, "talks", List.of())));
  }

  static Answer of(String body, boolean preview, String key, @Nullable String token) {
    JsonNode request = tree(body);
    String content = request.path("content").asText();
    if (request.path("date").asText().equals("yesterday")) {
      return problem(400, "A parameter is not valid", "'date' is no date.", "date");
    }
    if (content.contains("refuse these notes")) {
      return problem(422, "The notes are refused", "They say so.", null);
    }
    Map<String, Object> outline = outline(content, request.path("talks"), token);
    if (preview) {
      return new Answer(200, json(outline));
    }
    return List.of().equals(outline.get("talks"))
        ? problem(422, "No talk was found", "Nothing was published.", null)
        : submission(
            content.contains("any notes")
                ? TestTalks.STORED
                : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Object> outline(
      String content, JsonNode corrections, @Nullable String token) {
    Map<Integer, JsonNode> said = new HashMap<>();
    corrections.forEach(each -> said.put(each.path("line").asInt(), each));
    List<Object> blocks = new ArrayList<>();
    List<Object> talks = new ArrayList<>();
    List<Object> leftOut = new ArrayList<>();
    boolean inTalk = false;
    int at = 0;
    int number = 0;
    for (String line : content.split("\\n", -1)) {
      number++;
      int end = at + line.codePointCount(0, line.length());
      Map<String, Object> span = Map.of("start", at, "end", end);
      JsonNode correction = said.get(number);
      if (correction == null ? line.startsWith("# ") : correction.path("talk").asBoolean(true)) {
        talks.add(talk(line, number, correction, token));
        inTalk = true;
      } else if (line.startsWith("---")) {
        inTalk = false;
      }
      if (!line.isBlank()) {
        blocks.add(
            Map.of(
                "kind",
                "paragraph",
                "level",
                0,
                "span",
                span,
                "firstLine",
                number,
                "lastLine",
                number));
        if (!inTalk) {
          leftOut.add(Map.of("span", span, "firstLine", number, "lastLine", number));
        }
      }
      at = end + 1;
    }
    return Map.of(
        "mediaType",
        "text/plain",
        "readingText",
        content,
        "event",
        Map.of("value", "TinyConf <2018>", "confidence", 0.7, "reason", "a heading"),
        "talks",
        talks,
        "moreTalks",
        0,
        "blocks",
        blocks,
        "moreBlocks",
        0,
        "leftOut",
        leftOut);
  }

  private static Object talk(
      String line, int number, @Nullable JsonNode correction, @Nullable String token) {
    List<Object> speakers = new ArrayList<>();
    if (correction != null) {
      correction.path("speakers").forEach(speaker -> speakers.add(speaker));
    } else {
      speakers.add(Map.of("name", "Ann", "handle", "ann"));
    }
    String title = line.replaceFirst("^# ", "");
    return Map.of(
        "title",
        title.equals("whose token")
            ? String.valueOf(token)
            : correction != null && correction.has("title")
                ? correction.path("title").asText()
                : title,
        "speakers",
        speakers,
        "line",
        number,
        "confidence",
        0.9,
        "reason",
        correction == null ? "a line with a hash" : "said by the submitter",
        "fields",
        Map.of(
            "title", Map.of("confidence", 0.8, "reason", "it is a line"),
            "speakers", Map.of("confidence", 0.6, "reason", "a guess")));
  }

  /** Each file is one of notes, unless it is a PDF. */
  static Answer files(String body, boolean preview) {
    List<Object> items = new ArrayList<>();
    List<Object> refused = new ArrayList<>();
    Matcher file = FILE.matcher(body);
    while (file.find()) {
      String path = file.group(1);
      if (path.endsWith(".pdf")) {
        refused.add(Map.of("path", path, "title", "Not read", "detail", "It is a PDF."));
      } else {
        Map<String, Object> item = new HashMap<>();
        item.put("path", path);
        item.put("talks", List.of(talk("# Talk of " + path, 1, null, null)));
        if (!preview) {
          item.put(
              "submissionId",
              path.startsWith("stored")
                  ? TestTalks.STORED
                  : UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)));
        }
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return new Answer(
          422,
          json(Map.of("type", "urn:x", "title", "No document was accepted", "refused", refused)));
    }
    return new Answer(
        preview ? 200 : 202, json(Map.of("items", items, "refused", refused, "moreRefused", 0)));
  }

  private static Answer problem(
      int status, String title, String detail, @Nullable String parameter) {
    Map<String, Object> problem = new HashMap<>();
    problem.put("type", "urn:x");
    problem.put("title", title);
    problem.put("detail", detail);
    problem.put("parameter", parameter);
    return new Answer(status, json(problem));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

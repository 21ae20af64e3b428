package io.confnotes.query.web.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.forward.Forwarder;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Sends what was filled in to ingest-service, and reads its answers. Thread-safe; blocks. */
@Singleton
public final class IngestForms {

  private static final String PREVIEW = "/api/v1/preview";
  private static final String NOTES = "/api/v1/notes";

  private final Forwarder forwarder;
  private final ObjectMapper mapper;

  IngestForms(Forwarder forwarder, ObjectMapper mapper) {
    this.forwarder = forwarder;
    this.mapper = mapper;
  }

  /**
   * What would be understood.
   *
   * @throws ProblemException as ingest-service refuses it
   */
  Preview preview(SubmitForm form, Corrections corrections) {
    return read(ask(PREVIEW, form, corrections), Preview.class);
  }

  /**
   * Submits it. The same once more is the same submission; with other contents it is another one.
   *
   * @return the submission's id
   * @throws ProblemException as ingest-service refuses it
   */
  UUID submit(SubmitForm form, Corrections corrections) {
    return id(ask(NOTES, form, corrections));
  }

  private HttpResponse<byte[]> ask(String path, SubmitForm form, Corrections corrections) {
    byte[] body = body(form, corrections);
    String key = form.key() + "-" + UUID.nameUUIDFromBytes(body);
    return accepted(forwarder.askIngest("POST", path, body, key));
  }

  private byte[] body(SubmitForm form, Corrections corrections) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("content", form.text());
    body.put("mediaType", form.format().isBlank() ? MediaType.TEXT_PLAIN : form.format());
    body.put("event", form.event());
    body.put("date", form.date());
    body.put("author", form.author());
    body.put("sourceUrl", form.sourceUrl());
    body.put("talks", corrections.all().stream().map(Correction::request).toList());
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What would be understood of several files, whose form is passed on as it comes. */
  FilesAnswer previewFiles(HttpServerRequest request, InputStream body, String key) {
    return files(PREVIEW, request, body, key);
  }

  /** Submits several files, whose form is passed on as it comes. */
  FilesAnswer submitFiles(HttpServerRequest request, InputStream body, String key) {
    return files(NOTES, request, body, key);
  }

  private FilesAnswer files(String path, HttpServerRequest request, InputStream body, String key) {
    HttpResponse<byte[]> answer = forwarder.filesToIngest(path, request, body, key);
    // Where all are refused, the problem says why of each
    boolean listed = !tree(answer).path("refused").isEmpty();
    return read(listed ? answer : accepted(answer), FilesAnswer.class);
  }

  /**
   * Withdraws a document.
   *
   * @return the submission's id
   */
  public UUID retract(UUID document, String key) {
    return id(accepted(forwarder.askIngest("DELETE", "/api/v1/documents/" + document, null, key)));
  }

  private UUID id(HttpResponse<byte[]> answer) {
    return UUID.fromString(read(answer, JsonNode.class).path("submissionId").asText());
  }

  private HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new ProblemException(problem(answer));
    }
    return answer;
  }

  private Problem problem(HttpResponse<byte[]> answer) {
    JsonNode given = tree(answer);
    JsonNode parameter = given.path("parameter");
    return new Problem(
        given.path("type").asText("about:blank"),
        given.path("title").asText("The notes were refused"),
        answer.statusCode(),
        given.path("detail").asText(""),
        parameter.isTextual() ? parameter.asText() : null);
  }

  private JsonNode tree(HttpResponse<byte[]> answer) {
    try {
      return mapper.readTree(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return mapper.createObjectNode();
    }
  }

  private <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      return mapper.readValue(new String(answer.body(), StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "ingest-service answered in a way this build does not know", e);
    }
  }
}

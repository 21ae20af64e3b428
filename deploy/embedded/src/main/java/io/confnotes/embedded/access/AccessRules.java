package io.confnotes.embedded.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks every operation of an OpenAPI document for an answer, with each kind of token. An operation
 * without a security requirement breaks a rule as well, and so does one that changes something and
 * takes no more than reading does.
 */
public final class AccessRules {
  private static final String ID = "0d3f6f7a-8f3b-5c63-b1f4-8c2f5a0b7f10";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final URI service;
  private final JsonNode description;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> broken = new ArrayList<>();

  private AccessRules(URI service, JsonNode description) {
    this.service = service;
    this.description = description;
  }

  /**
   * What is wrong with the rules of a service, a line for each; empty if nothing is.
   *
   * @param service where it answers
   * @param openApi its committed description
   */
  public static List<String> broken(URI service, Path openApi)
      throws IOException, InterruptedException {
    AccessRules rules = new AccessRules(service, new YAMLMapper().readTree(openApi.toFile()));
    rules.check();
    return rules.broken;
  }

  private void check() throws IOException, InterruptedException {
    int operations = 0;
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          check(operation.getKey(), path.getKey(), operation.getValue());
          operations++;
        }
      }
    }
    if (operations == 0) {
      broken.add("there are no operations");
    }
  }

  private void check(String method, String path, JsonNode operation)
      throws IOException, InterruptedException {
    String scope = scope(operation);
    if (scope.isEmpty()) {
      broken.add("%s %s names no scope".formatted(method, path));
      return;
    }
    if (!operation.path("responses").has("429")) {
      broken.add("%s %s names no limit".formatted(method, path));
    }
    if (!method.equals("get") && scope.equals("read")) {
      broken.add("%s %s takes no more than reading does".formatted(method, path));
    }
    for (Map.Entry<String, @Nullable String> token : refused(scope).entrySet()) {
      expect(401, token.getKey(), method, path, operation, token.getValue());
    }
    expect(403, "another scope", method, path, operation, TestTokens.of("nothing " + scope + "s"));
    expect(403, "a group", method, path, operation, TestTokens.ofGroup(scope));
    int status = status(method, path, operation, TestTokens.of("other " + scope));
    if (status == 401 || status == 403 || status == 405) {
      broken.add("%s %s with its scope: %d".formatted(method, path, status));
    }
  }

  private static Map<String, @Nullable String> refused(String scope) {
    Map<String, @Nullable String> tokens = new LinkedHashMap<>();
    tokens.put("no token", null);
    tokens.put("no token at all", "x");
    tokens.put("an expired token", TestTokens.expired(scope));
    tokens.put("a token without an end", TestTokens.endless(scope));
    tokens.put("a token of an unknown key", TestTokens.ofUnknownKey(scope));
    tokens.put("an unsigned token", TestTokens.unsigned(scope));
    tokens.put("a token signed with the public key", TestTokens.signedWithPublicKey(scope));
    tokens.put("a token for another audience", TestTokens.ofOtherAudience(scope));
    tokens.put("a token of another issuer", TestTokens.ofOtherIssuer(scope));
    return tokens;
  }

  /** Of the operation, else of the whole document. */
  private String scope(JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.get("security") : description.path("security");
    JsonNode scopes = security.path(0).path("token");
    return security.size() == 1 && scopes.size() == 1 ? scopes.get(0).asText() : "";
  }

  private void expect(
      int status,
      String what,
      String method,
      String path,
      JsonNode operation,
      @Nullable String token)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, operation, token);
    String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
    boolean problem =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json");
    boolean quoted = token != null && token.length() > 1 && answer.body().contains(token);
    if (answer.statusCode() != status
        || !challenge.startsWith("Bearer")
        || (status == 403 && !challenge.contains("scope=\"" + scope(operation) + "\""))
        || !problem
        || quoted) {
      broken.add(
          "%s %s with %s: %d, %s, %s"
              .formatted(method, path, what, answer.statusCode(), challenge, answer.body()));
    }
  }

  private HttpResponse<String> send(
      String method, String path, JsonNode operation, @Nullable String token)
      throws IOException, InterruptedException {
    return client.send(request(method, path, operation, token), BodyHandlers.ofString());
  }

  /** Of an answer whose body may go on for long, so that it is not read. */
  private int status(String method, String path, JsonNode operation, String token)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request(method, path, operation, token), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private HttpRequest request(
      String method, String path, JsonNode operation, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path.replaceAll("\\{[^}]*}", ID)))
            .method(
                method.toUpperCase(Locale.ROOT),
                operation.has("requestBody")
                    ? BodyPublishers.ofString("{}")
                    : BodyPublishers.noBody());
    if (operation.has("requestBody")) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }
}

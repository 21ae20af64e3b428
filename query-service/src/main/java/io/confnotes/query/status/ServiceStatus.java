package io.confnotes.query.status;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a service is. */
public record ServiceStatus(
    @Schema(required = true, examples = "summary-service") String name,
    @Schema(required = true, description = "Whether it answers, and says that it can do its work")
        boolean ready,
    @Schema(required = true, nullable = true, description = "Null where it does not answer")
        @Nullable String version,
    @Schema(required = true, nullable = true, description = "What is wrong; null where nothing is")
        @Nullable String problem,
    @Schema(required = true, nullable = true, description = "What an operator can do about it")
        @Nullable String todo) {

  /** One that says of itself how it is. */
  static ServiceStatus of(String name, boolean ready, Map<String, String> told) {
    String problem = told.get("problem");
    return new ServiceStatus(
        name,
        ready,
        told.get("version"),
        ready || problem != null ? problem : "it is not ready, and does not say why",
        told.containsKey("todo") || ready ? told.get("todo") : "look at its log");
  }

  /** One that does not. */
  static ServiceStatus away(String name) {
    return new ServiceStatus(
        name, false, null, "it does not answer", "check that it runs, and look at its log");
  }
}

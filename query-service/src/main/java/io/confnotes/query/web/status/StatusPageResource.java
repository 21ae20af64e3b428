package io.confnotes.query.web.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.query.access.Caller;
import io.confnotes.query.forward.Summary;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.status.Status;
import io.confnotes.query.status.StatusReport;
import io.confnotes.query.web.PageText;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page that says how the pipeline is. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class StatusPageResource {

  private final StatusReport report;
  private final Summary summary;
  private final Caller caller;

  StatusPageResource(StatusReport report, Summary summary, Caller caller) {
    this.report = report;
    this.summary = summary;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance status() {
    Status status = report.now();
    String tone =
        switch (status.state()) {
          case WELL -> "well";
          case ATTENTION -> "warn";
          case FAILING -> "problem";
        };
    // Whoever did not just answer is not asked again
    boolean asked = caller.isOperator() && status.lag() != null;
    return new StatusPage(status, Instant.now(), tone, asked ? running() : null);
  }

  private @Nullable String running() {
    try {
      JsonNode last = summary.get("/api/v1/reanalysis", JsonNode.class).path("last");
      return last.path("state").asText().equals("running")
          ? "%s: %s looked at so far, %s changed"
              .formatted(
                  last.path("dryRun").asBoolean() ? "Dry run" : "Re-analysis",
                  PageText.of(last.path("documents").asLong(), "document", "documents"),
                  PageText.of(last.path("talksChanged").asLong(), "talk", "talks"))
          : null;
    } catch (ProblemException e) {
      return null;
    }
  }
}

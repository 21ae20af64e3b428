package io.confnotes.query.web.status;

import io.confnotes.query.status.Status;
import io.confnotes.query.status.StatusReport;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that says how the pipeline is. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class StatusPageResource {

  private final StatusReport report;

  StatusPageResource(StatusReport report) {
    this.report = report;
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
    return new StatusPage(status, Instant.now(), tone);
  }
}

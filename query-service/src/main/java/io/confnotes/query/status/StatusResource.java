package io.confnotes.query.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the pipeline is, for dashboards. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public final class StatusResource {

  private final StatusReport report;

  StatusResource(StatusReport report) {
    this.report = report;
  }

  @GET
  @RunOnVirtualThread
  @Operation(
      operationId = "getStatus",
      summary = "Whether the pipeline is well, and what to do if not",
      description = "Answers within two seconds, whatever is away, and says what is.")
  @APIResponse(responseCode = "200", description = "How it is, well or not")
  public Status get() {
    return report.now();
  }
}

package io.confnotes.summary.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the OpenAPI document says of the whole API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Confnotes summary-service",
            version = "1",
            description =
                "Curation of tags, speakers, events and talks, and re-analysis of what is stored.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "A refusal, as RFC 9457 has it; its type is stable",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
public final class ApiDescription extends Application {}

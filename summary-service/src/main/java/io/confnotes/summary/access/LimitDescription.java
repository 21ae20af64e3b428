package io.confnotes.summary.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of each operation in the API description that there is a limit. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class LimitDescription implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "429",
            OASFactory.createAPIResponse()
                .description("Too many requests of this token, or of this address without one")
                .addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                        .description("How many seconds to wait")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)))
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                .schema(
                                    OASFactory.createSchema()
                                        .ref("#/components/schemas/Problem")))));
    return operation;
  }
}

package io.confnotes.query.access;

import io.confnotes.query.http.RepeatedAnswers;
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
            RepeatedAnswers.problem(
                    "Too many requests of this token, or of this address without one")
                .addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                        .description("How many seconds to wait")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))));
    return operation;
  }
}

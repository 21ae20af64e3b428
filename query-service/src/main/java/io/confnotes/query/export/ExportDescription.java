package io.confnotes.query.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of each list in the API description that it can be had as a whole, too. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ExportDescription implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation list = path.getGET();
    if (list != null && (has(list, "cursor") || hasRows(list)) && !has(list, "format")) {
      list.addParameter(
          OASFactory.createParameter()
              .name("format")
              .in(Parameter.In.QUERY)
              .description(
                  has(list, "cursor")
                      ? "Instead of `Accept`. `csv` and `ndjson` answer with the whole list, from"
                          + " `cursor` on; `limit` does not matter then."
                      : "Instead of `Accept`")
              .schema(
                  OASFactory.createSchema()
                      .addType(Schema.SchemaType.STRING)
                      .enumeration(List.of("json", "csv", "ndjson"))));
      for (String mediaType : List.of(Export.CSV, Export.NDJSON)) {
        list.getResponses()
            .getAPIResponse("200")
            .getContent()
            .addMediaType(
                mediaType,
                OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
      }
    }
    return path;
  }

  /** Whether it answers with rows that are not in pages. */
  private static boolean hasRows(Operation operation) {
    return Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
        .map(APIResponse::getContent)
        .map(content -> content.getMediaType("application/json"))
        .map(MediaType::getSchema)
        .map(Schema::getType)
        .map(types -> types.contains(Schema.SchemaType.ARRAY))
        .orElse(false);
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
  }
}

package io.confnotes.query.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says of each list in the API description that it can be had as a whole, too. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ExportDescription implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation list = path.getGET();
    if (list != null && has(list, "cursor") && !has(list, "format")) {
      list.addParameter(
          OASFactory.createParameter()
              .name("format")
              .in(Parameter.In.QUERY)
              .description(
                  "Instead of `Accept`. `csv` and `ndjson` answer with the whole list, from `cursor` on;"
                      + " `limit` does not matter then.")
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

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
  }
}

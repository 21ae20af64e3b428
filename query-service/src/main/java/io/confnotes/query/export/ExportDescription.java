package io.confnotes.query.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the API description in which other formats an answer can be had. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ExportDescription implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation get = path.getGET();
    Map<String, String> formats = get == null ? Map.of() : formats(get);
    if (!formats.isEmpty()) {
      get.addParameter(parameter(get, List.copyOf(formats.keySet())));
      formats
          .values()
          .forEach(
              mediaType ->
                  get.getResponses()
                      .getAPIResponse("200")
                      .getContent()
                      .addMediaType(mediaType, OASFactory.createMediaType().schema(text())));
    }
    return path;
  }

  /** The media types of its other formats, by the names of these. */
  private static Map<String, String> formats(Operation get) {
    Map<String, String> formats = new LinkedHashMap<>();
    if ((has(get, "cursor") && isOurs(get)) || hasRows(get)) {
      formats.put("csv", Export.CSV);
      formats.put("ndjson", Export.NDJSON);
    }
    switch (String.valueOf(get.getOperationId())) {
      case "listTalks" -> formats.put("atom", Export.ATOM);
      case "getTalk", "getEvent" -> formats.put("jsonld", Export.LINKED_DATA);
      default -> {}
    }
    return formats;
  }

  private static Parameter parameter(Operation get, List<String> formats) {
    List<Object> names = new ArrayList<>(List.of("json"));
    names.addAll(formats);
    return OASFactory.createParameter()
        .name("format")
        .in(Parameter.In.QUERY)
        .description(
            has(get, "cursor")
                ? "Instead of `Accept`. `csv` and `ndjson` answer with the whole list, from `cursor` on;"
                    + " `limit` does not matter then."
                : "Instead of `Accept`")
        .schema(text().enumeration(names));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  /** Whether the answer is described: that of another service, which is handed on, is not. */
  private static boolean isOurs(Operation operation) {
    return answer(operation).map(Schema::getRef).isPresent();
  }

  private static Optional<Schema> answer(Operation operation) {
    return Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
        .map(APIResponse::getContent)
        .map(content -> content.getMediaType("application/json"))
        .map(MediaType::getSchema);
  }

  /** Whether it answers with rows that are not in pages. */
  private static boolean hasRows(Operation operation) {
    return answer(operation)
        .map(Schema::getType)
        .map(types -> types.contains(Schema.SchemaType.ARRAY))
        .orElse(false);
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
  }
}

package io.confnotes.query.parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says in the API description what annotations say of one value, or would have to say each time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ParameterDescription implements OASFilter {

  @Override
  public Parameter filterParameter(Parameter parameter) {
    if (parameter.getIn() == Parameter.In.QUERY && "expand".equals(parameter.getName())) {
      listOfValues(parameter);
    }
    if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
      parameter.setDescription("As lists have it");
    }
    return parameter;
  }

  /** Values with commas between them. */
  private static void listOfValues(Parameter parameter) {
    List<Object> values = parameter.getSchema().getEnumeration();
    parameter
        .style(Parameter.Style.FORM)
        .explode(false)
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .enumeration(values)));
  }
}

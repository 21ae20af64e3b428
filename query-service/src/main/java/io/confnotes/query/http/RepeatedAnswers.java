package io.confnotes.query.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says in the API description what all of a kind can answer, so that no operation repeats it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RepeatedAnswers implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation get = path.getGET();
    if (get != null) {
      addAnswers(get);
    }
    Operation post = path.getPOST();
    if (post != null && post.getRequestBody() != null) {
      addRefusals(post);
    }
    return path;
  }

  private static void addRefusals(Operation post) {
    Map<String, APIResponse> answers = new TreeMap<>(post.getResponses().getAPIResponses());
    answers.putIfAbsent("400", problem("The body is not understood"));
    answers.putIfAbsent("413", problem("The body is larger than is taken"));
    post.setResponses(sorted(answers));
  }

  private static void addAnswers(Operation get) {
    Map<String, APIResponse> answers = new TreeMap<>(get.getResponses().getAPIResponses());
    APIResponse good = answers.get("200");
    if (good != null
        && good.getContent() != null
        && good.getContent().hasMediaType("application/json")) {
      answers.putIfAbsent(
          "304", OASFactory.createAPIResponse().description("As `If-None-Match` has it"));
    }
    if (get.getParameters() != null
        && get.getParameters().stream().anyMatch(RepeatedAnswers::isQuery)) {
      answers.putIfAbsent("400", problem("A parameter is not valid; `parameter` names it"));
    }
    answers.putIfAbsent("503", problem("The database is away or took too long: see `Retry-After`"));
    get.setResponses(sorted(answers));
  }

  private static APIResponses sorted(Map<String, APIResponse> answers) {
    APIResponses sorted = OASFactory.createAPIResponses();
    answers.forEach(sorted::addAPIResponse);
    return sorted;
  }

  private static boolean isQuery(Parameter parameter) {
    return parameter.getIn() == Parameter.In.QUERY;
  }

  /** The answer with a problem as its body. */
  public static APIResponse problem(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }
}

package io.confnotes.query.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
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

  /** The tags of what summary-service answers, and only to those who may. */
  private static final Set<String> FORWARDED_TO_SUMMARY = Set.of("curation", "operation");

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation get = path.getGET();
    if (get != null) {
      addAnswers(get);
    }
    path.getOperations().values().forEach(RepeatedAnswers::describeProblems);
    Operation post = path.getPOST();
    if (post != null && post.getRequestBody() != null) {
      addRefusals(post);
    }
    path.getOperations().values().stream()
        .filter(RepeatedAnswers::isForwarded)
        .forEach(RepeatedAnswers::addForwarded);
    return path;
  }

  private static boolean isForwarded(Operation operation) {
    return operation.getTags() != null
        && operation.getTags().stream().anyMatch(FORWARDED_TO_SUMMARY::contains);
  }

  /** In place of what the framework says of itself where a role is needed. */
  private static void addForwarded(Operation operation) {
    Map<String, APIResponse> answers = new TreeMap<>(operation.getResponses().getAPIResponses());
    answers.put("401", problem("No token that is accepted"));
    answers.put("403", problem("The token does not allow this"));
    answers.put("503", problem("summary-service does not answer"));
    operation.setResponses(sorted(answers));
    if (operation.getDescription() == null) {
      operation.setDescription(
          "Forwarded to summary-service, whose API description says what it takes and answers.");
    }
  }

  /** The body of every error is a problem. */
  private static void describeProblems(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("4") && answer.getContent() == null) {
                answer.setContent(problem("").getContent());
              }
            });
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
    if (good != null && !isForwarded(get)) { // Those have no ETag of this service
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

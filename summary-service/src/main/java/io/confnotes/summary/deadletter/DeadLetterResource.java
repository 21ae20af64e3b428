package io.confnotes.summary.deadletter;

import io.confnotes.summary.access.Scope;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.access.Subject;
import io.confnotes.summary.http.Page;
import io.confnotes.summary.http.PageParameters;
import io.confnotes.summary.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Records that could not be applied. */
@Path(DeadLetterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class DeadLetterResource {
  static final String PATH = "/api/v1/dead-letters";

  private final DeadLetterStore letters;
  private final Replay replay;
  private final Subject subject;

  DeadLetterResource(DeadLetterStore letters, Replay replay, Subject subject) {
    this.letters = letters;
    this.replay = replay;
    this.subject = subject;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "Lists records that could not be applied, the newest first",
      description = "Nothing of them is lost: mend what was wrong, then replay them.")
  @APIResponseSchema(value = DeadLetterPage.class, responseCode = "200")
  public Response list(
      @Parameter(
              description = "What became of them",
              schema = @Schema(implementation = DeadLetter.State.class))
          @QueryParam("state")
          @Nullable String state,
      @Parameter(description = "Why, as the code that a dead letter has", example = "not-json")
          @QueryParam("reason")
          @Nullable String reason,
      @BeanParam PageParameters page) {
    int most = page.limit();
    return Page.of(
            letters.list(state(state), isBlank(reason) ? null : reason, page.before(), most + 1),
            most,
            last -> Long.toString(last.id()))
        .answer(PATH, most);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDeadLetter",
      summary = "A dead letter, with the headers and the beginning of its record")
  public Inspection get(@PathParam("id") @Schema(implementation = Long.class) String id) {
    DeadLetter letter = letters.get(number("id", id));
    return Inspection.of(letter, replay.record(letter.id()));
  }

  @GET
  @Path("/{id}/bytes")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "getDeadLetterBytes", summary = "The body of its record, byte for byte")
  @APIResponse(
      responseCode = "200",
      description = "At most 16 MiB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(format = "binary")))
  public Response bytes(@PathParam("id") @Schema(implementation = Long.class) String id) {
    long number = number("id", id);
    byte[] body = replay.record(number).value();
    return Response.ok(body == null ? new byte[0] : body, MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("Content-Disposition", "attachment; filename=\"dead-letter-%d\"".formatted(number))
        .build();
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Tries a dead letter again",
      description =
          "It is applied in one transaction, unless something newer of its document was applied: then"
              + " it is superseded. Where it still cannot be applied, it goes on waiting with the"
              + " reason.")
  public DeadLetter replay(@PathParam("id") @Schema(implementation = Long.class) String id) {
    return replay.one(number("id", id), sender());
  }

  @POST
  @Path("/replay")
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Tries those that wait again, in the order of the log, 100 at most",
      description = "Whatever is the matter with one does not stop the others. Go on with `next`.")
  public ReplayCount replayAll(
      @Parameter(description = "Only those with this reason", example = "not-json")
          @QueryParam("reason")
          @Nullable String reason,
      @Parameter(
              description = "The `next` of the answer before",
              schema = @Schema(implementation = Long.class))
          @QueryParam("after")
          @DefaultValue("0")
          String after) {
    return replay.all(isBlank(reason) ? null : reason, number("after", after), sender());
  }

  @POST
  @Path("/{id}/discard")
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Gives a dead letter up",
      description = "Its bytes stay in the dead-letter topic.")
  public DeadLetter discard(@PathParam("id") @Schema(implementation = Long.class) String id) {
    long number = number("id", id);
    return letters
        .discard(number, sender())
        .orElseGet(
            () -> {
              DeadLetter letter = letters.get(number);
              Replay.requireWaiting(letter);
              return letter;
            });
  }

  private Sender sender() {
    return new Sender(subject.name(), subject.tokenId());
  }

  private static DeadLetter.@Nullable State state(@Nullable String value) {
    if (isBlank(value)) {
      return null;
    }
    return Arrays.stream(DeadLetter.State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalidParameter(
                    "state", "is none of waiting, replayed, superseded, discarded"));
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static long number(String parameter, String value) {
    if (!value.matches("\\d{1,18}")) {
      throw Problem.invalidParameter(parameter, "is not the number of a dead letter");
    }
    return Long.parseLong(value);
  }

  /** A page of dead letters, for the API's description. */
  private record DeadLetterPage(List<DeadLetter> items, @Nullable String next) {}
}

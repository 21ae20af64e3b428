package io.confnotes.query.change;

import io.confnotes.query.change.Change.Position;
import io.confnotes.query.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Changes of talks as server-sent events. The database is asked again and again, which a replica
 * answers as well.
 */
@Path("/api/v1/changes")
@Tag(name = "changes")
public final class ChangeResource {

  private static final Logger LOG = Logger.getLogger(ChangeResource.class);

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Something has to be sent now and then, or it looks as if nobody were there. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** A client goes on where it was; this one's place may be wanted. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int BATCH = 200;

  private final ChangeStore changes;
  private final Followers followers;

  ChangeResource(ChangeStore changes, Followers followers) {
    this.changes = changes;
    this.followers = followers;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "followChanges",
      summary = "Talks that change, as they do",
      description =
          "Server-sent events named `talk`, in the order of commits; of several changes of a talk the"
              + " last. Whoever comes back with the `id` of the last event as `Last-Event-ID`, as"
              + " browsers do, misses nothing; with 0 all talks come first. Without it only what"
              + " changes from now on. A connection ends after ten minutes.")
  @APIResponse(
      responseCode = "200",
      description = "The events; `data` is a TalkChange",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = Change.class)))
  @APIResponse(
      responseCode = "503",
      description = "Too many follow already, or the database is away: see `Retry-After`",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void follow(
      @Parameter(description = "The id of the last event that was received")
          @HeaderParam("Last-Event-ID")
          @Nullable String header,
      @Parameter(description = "The same, for clients that cannot send the header at first")
          @QueryParam("lastEventId")
          @Nullable String parameter,
      @Context SseEventSink sink,
      @Context Sse sse)
      throws InterruptedException {
    Position from = position(header == null ? parameter : header);
    followers.enter();
    try (sink) {
      send(sink, sse, from);
    } catch (CompletionException e) {
      LOG.debug("A follower has gone", e);
    } catch (JdbiException e) {
      // It comes back, and is told then
      LOG.warnf("A follower is let down: %s", e.getMessage());
    } finally {
      followers.leave();
    }
  }

  /** Asks the database in any case, as a failure can't be told any more when events are sent. */
  private Position position(@Nullable String id) {
    Position now = changes.now();
    if (id == null || id.isBlank()) {
      return now;
    }
    try {
      return Position.of(id.strip());
    } catch (IllegalArgumentException e) {
      throw Problem.invalidParameter("Last-Event-ID", "is not the id of an event here");
    }
  }

  private void send(SseEventSink sink, Sse sse, Position from) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    Instant silentSince = Instant.EPOCH;
    Position position = from;
    boolean goesOn = true;
    while (goesOn && !sink.isClosed() && Instant.now().isBefore(end)) {
      List<Change> batch = changes.after(position, BATCH);
      for (Change change : batch) {
        send(sink, event(sse, change));
        position = change.position();
        silentSince = Instant.now();
      }
      if (silentSince.plus(SILENCE).isBefore(Instant.now())) {
        send(sink, sse.newEventBuilder().comment("").build());
        silentSince = Instant.now();
      }
      goesOn = batch.size() == BATCH || followers.pause(POLL);
    }
  }

  /**
   * Waits until it is sent, so that nothing heaps up here for a slow client.
   *
   * @throws CompletionException if the client has gone, be it while nothing was sent: no other
   *     failure may come up here, as there is nobody to tell, and a request that the framework
   *     takes up for an answer again may never end
   */
  private static void send(SseEventSink sink, OutboundSseEvent event) {
    try {
      sink.send(event).toCompletableFuture().join();
    } catch (IllegalStateException closed) {
      throw new CompletionException(closed);
    }
  }

  private static OutboundSseEvent event(Sse sse, Change change) {
    return sse.newEventBuilder()
        .name("talk")
        .id(change.position().id())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(Change.class, change)
        .build();
  }
}

package io.confnotes.query.web.talk;

import io.confnotes.query.http.Problem;
import io.confnotes.query.related.RelatedStore;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkStore;
import io.confnotes.query.web.PageText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of a talk. */
@Path("/talks/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class TalkPageResource {

  private static final int RELATED = 6;

  private final TalkStore talks;
  private final RelatedStore related;

  TalkPageResource(TalkStore talks, RelatedStore related) {
    this.talks = talks;
    this.related = related;
  }

  @GET
  @Operation(hidden = true)
  public Response talk(@PathParam("id") UUID id) {
    Optional<Talk> talk = talks.find(id, TalkStore.KEY_POINTS, true);
    if (talk.isPresent()) {
      TalkPage page = TalkPage.of(talk.get(), related.of(id, RELATED));
      return Response.ok(page.render(), PageText.HTML).build();
    }
    UUID target =
        talks
            .redirect(id)
            .orElseThrow(() -> Problem.notFound("There is no such talk, or no more."));
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .location(URI.create("/talks/" + target))
        .build();
  }
}

package io.confnotes.query.feed;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.search.TalkParameters;
import io.confnotes.query.search.TalkSearch;
import io.confnotes.query.talk.TalkItem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of talks as a feed: the newest of all, or of what a search finds. */
@Path("/api/v1/talks")
public final class FeedResource {

  private static final int ENTRIES = 50;
  private static final Set<String> FILTERS = Set.of("q", "event", "speaker", "tag", "from", "to");

  private final TalkSearch search;
  private final FeedStore feeds;

  FeedResource(TalkSearch search, FeedStore feeds) {
    this.search = search;
    this.feeds = feeds;
  }

  @GET
  @Tagged
  @Produces(Export.ATOM_IF_ASKED)
  @RunOnVirtualThread
  @Operation(hidden = true)
  public String feed(@BeanParam TalkParameters parameters, @Context UriInfo uri) {
    List<TalkItem> talks = search.newest(parameters.query(), ENTRIES);
    String asked = asked(uri);
    return AtomFeed.of(
        UUID.nameUUIDFromBytes(("talks " + asked).getBytes(StandardCharsets.UTF_8)),
        asked.isEmpty() ? "Talks" : "Talks, " + asked,
        uri.getRequestUri(),
        uri.getBaseUri(),
        feeds.entries(talks));
  }

  /** The filters in one order, so that it is the same feed whatever theirs. */
  private static String asked(UriInfo uri) {
    Map<String, List<String>> filters = new TreeMap<>(uri.getQueryParameters());
    filters.keySet().retainAll(FILTERS);
    return filters.entrySet().stream()
        .map(filter -> filter.getKey() + " " + String.join(" ", filter.getValue()))
        .collect(Collectors.joining(", "));
  }
}

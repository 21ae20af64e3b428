package io.confnotes.query.web.compare;

import io.confnotes.query.event.Event;
import io.confnotes.query.event.EventStore;
import io.confnotes.query.name.NameQuery;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that compares two events or two years. */
@Path("/compare")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class CompareResource {

  /** How many events are offered as one types. */
  private static final int NAMES = 200;

  private final ComparisonStore comparisons;
  private final EventStore events;

  CompareResource(ComparisonStore comparisons, EventStore events) {
    this.comparisons = comparisons;
    this.events = events;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance compare(
      @QueryParam("left") @DefaultValue("") String left,
      @QueryParam("right") @DefaultValue("") String right) {
    String one = left.strip();
    String other = right.strip();
    List<String> names =
        NameQuery.beginningWith("").page("events", null, NAMES, events::list).items().stream()
            .map(Event::name)
            .toList();
    if (one.isEmpty() || other.isEmpty()) {
      return new ComparePage(one, other, null, null, List.of(), names);
    }
    Optional<Comparison> found = comparisons.compare(one, other);
    return found
        .map(
            comparison ->
                new ComparePage(
                    comparison.left().name(),
                    comparison.right().name(),
                    null,
                    comparison,
                    ComparePage.bars(comparison),
                    names))
        .orElseGet(
            () ->
                new ComparePage(
                    one,
                    other,
                    comparisons.side(one).isPresent() ? other : one,
                    null,
                    List.of(),
                    names));
  }
}

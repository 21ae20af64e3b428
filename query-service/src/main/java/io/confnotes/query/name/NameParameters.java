package io.confnotes.query.name;

import io.confnotes.query.parameter.Choice;
import io.confnotes.query.talk.TalkFilter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tags, speakers or events a request is about. */
public final class NameParameters {

  @QueryParam("q")
  @Parameter(
      description =
          "What a word of the name, or the slug, begins with; case and accents do not matter",
      example = "kub")
  @Nullable String prefix;

  @QueryParam("event")
  @Parameter(
      description = "Count talks of this event only, by its slug or name",
      example = "linux-conf-au-2018")
  @Nullable String event;

  @QueryParam("speaker")
  @Parameter(
      description = "Count talks of this speaker only, by slug or name",
      example = "mary-shelley")
  @Nullable String speaker;

  @QueryParam("tag")
  @Parameter(
      description = "Count talks with this tag only, by its slug or name",
      example = "containers")
  @Nullable String tag;

  @QueryParam("from")
  @Parameter(
      description =
          "Count talks from this date on: a year, month or day. Those of which a day can be in range"
              + " count",
      example = "2018-01")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Count talks until this date, included: a year, month or day",
      example = "2018")
  @Nullable String to;

  /**
   * What is asked for.
   *
   * @param sort the label of an order
   * @param orders those there are, the usual one first
   * @throws io.confnotes.query.http.ProblemException if a value is not valid
   */
  public NameQuery query(@Nullable String sort, List<NameOrder> orders) {
    return new NameQuery(
        prefix == null ? "" : prefix.replace('\u0000', ' ').strip(),
        TalkFilter.of(event, speaker, tag, from, to),
        Choice.one("sort", sort, orders));
  }
}

package io.confnotes.query.search;

import io.confnotes.query.talk.TalkFilter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which talks a request is about: what is searched for, and filters. */
public final class TalkParameters {

  @QueryParam("q")
  @Parameter(
      description =
          "Words to search titles, speakers, headings, key points and notes for. `\"a b\"` is a"
              + " phrase, `or` an alternative, `-a` an exclusion. `tag:`, `speaker:`, `event:` (a"
              + " slug or a name, in quotes if need be; with a leading minus to exclude), `before:`"
              + " and `after:` (2018, 2018-01 or 2018-01-26; the day itself counts for `after:`"
              + " only) filter. Nothing is an error.",
      example = "containers -docker after:2018")
  @Nullable String words;

  @QueryParam("event")
  @Parameter(description = "An event's slug or name", example = "linux-conf-au-2018")
  @Nullable String event;

  @QueryParam("speaker")
  @Parameter(description = "A speaker's slug or name", example = "mary-shelley")
  @Nullable String speaker;

  @QueryParam("tag")
  @Parameter(description = "A tag's slug or name", example = "containers")
  @Nullable String tag;

  @QueryParam("from")
  @Parameter(
      description =
          "The first date: a year, month or day. Talks of which a day can be in range count",
      example = "2018-01")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "The last date, included: a year, month or day", example = "2018")
  @Nullable String to;

  /**
   * What is asked for.
   *
   * @throws io.confnotes.query.http.ProblemException if a value is not valid
   */
  public SearchQuery query() {
    return SearchQuery.of(words, TalkFilter.of(event, speaker, tag, from, to));
  }
}

package io.confnotes.query.web.curate.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * What a decision would change.
 *
 * @param talks how many talks it would change
 * @param sample some of them, as they are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DecisionPreview(
    Action action, long talks, List<Talk> sample, List<Decision.RowChange> changes) {

  /** A talk that would change. */
  record Talk(UUID talkId, String title) {}
}

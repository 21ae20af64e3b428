package io.confnotes.summary.reanalyse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What readers see of a talk that an analysis decides about, each best first.
 *
 * @param tags names
 * @param keyPoints texts
 */
record TalkView(Set<String> tags, Set<String> keyPoints) {
  static final TalkView EMPTY = new TalkView(Set.of(), Set.of());

  /** What talks show now, by id. */
  static Map<UUID, TalkView> of(Handle handle, Collection<UUID> talkIds) {
    Map<UUID, TalkView> views = new LinkedHashMap<>();
    talkIds.forEach(
        id -> views.put(id, new TalkView(new LinkedHashSet<>(), new LinkedHashSet<>())));
    handle
        .createQuery(
            """
            SELECT talk_id, name, NULL AS text, rank, NULL::uuid AS talk_notes_id FROM derived.talk_tag
             WHERE talk_id = ANY(:ids)
            UNION ALL
            SELECT n.talk_id, NULL, k.text, k.rank, k.talk_notes_id
              FROM derived.key_point k JOIN derived.talk_notes n USING (talk_notes_id)
             WHERE n.talk_id = ANY(:ids)
             ORDER BY 1, 4, 5
            """)
        .bind("ids", talkIds.toArray(UUID[]::new))
        .map(
            (row, context) ->
                List.of(
                    String.valueOf(row.getString(1)),
                    row.getString(2) == null ? "" : row.getString(2),
                    row.getString(3) == null ? "" : row.getString(3)))
        .forEach(
            row -> {
              TalkView view = views.getOrDefault(UUID.fromString(row.get(0)), EMPTY);
              if (row.get(1).isEmpty()) {
                view.keyPoints.add(row.get(2));
              } else {
                view.tags.add(row.get(1));
              }
            });
    return views;
  }

  /** What this one has and the other one has not. */
  Change without(TalkView other) {
    return new Change(
        missing(tags, other.tags), missing(other.tags, tags),
        missing(keyPoints, other.keyPoints), missing(other.keyPoints, keyPoints));
  }

  private static List<String> missing(Set<String> all, Set<String> known) {
    List<String> missing = new ArrayList<>(all);
    missing.removeAll(known);
    return missing;
  }

  /** What an analysis adds to a talk and takes from it. */
  record Change(
      List<String> tagsAdded,
      List<String> tagsRemoved,
      List<String> keyPointsAdded,
      List<String> keyPointsRemoved) {

    boolean isEmpty() {
      return tagsAdded.isEmpty()
          && tagsRemoved.isEmpty()
          && keyPointsAdded.isEmpty()
          && keyPointsRemoved.isEmpty();
    }
  }
}

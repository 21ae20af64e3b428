package io.confnotes.query.web.talk;

import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds to talks in lists what they said first of all. */
@Singleton
public final class TalkEntries {

  private final TalkStore talks;

  TalkEntries(TalkStore talks) {
    this.talks = talks;
  }

  /** In the same order. */
  public List<TalkEntry> of(List<TalkItem> items) {
    List<UUID> without =
        items.stream().filter(item -> item.snippet() == null).map(TalkItem::id).toList();
    Map<UUID, String> points = without.isEmpty() ? Map.of() : talks.firstKeyPoints(without);
    return items.stream().map(item -> new TalkEntry(item, points.get(item.id()))).toList();
  }
}

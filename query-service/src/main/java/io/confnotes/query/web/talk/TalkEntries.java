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
    Map<UUID, String> points =
        talks.firstKeyPoints(
            items.stream().filter(item -> item.snippet() == null).map(TalkItem::id).toList());
    return items.stream().map(item -> new TalkEntry(item, points.get(item.id()))).toList();
  }
}

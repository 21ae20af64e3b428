package io.confnotes.query.feed;

import io.confnotes.query.talk.TalkItem;
import java.time.Instant;
import java.util.List;

/**
 * A talk in a feed.
 *
 * @param published when its first notes were submitted
 * @param updated when the latest were
 * @param keyPoints the first ones
 */
record FeedEntry(TalkItem talk, Instant published, Instant updated, List<String> keyPoints) {}

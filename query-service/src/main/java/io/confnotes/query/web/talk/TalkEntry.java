package io.confnotes.query.web.talk;

import io.confnotes.query.talk.TalkItem;
import org.jspecify.annotations.Nullable;

/**
 * A talk in a list on a page.
 *
 * @param point its first key point; null where there is none, or a snippet says more
 */
public record TalkEntry(TalkItem talk, @Nullable String point) {}

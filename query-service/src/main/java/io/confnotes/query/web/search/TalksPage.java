package io.confnotes.query.web.search;

import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Talks that were searched for, or all.
 *
 * @param query what was searched for
 * @param feed the URL of the same talks as a feed
 * @param didYouMean what may have been meant instead, null if there is nothing
 * @param narrowing of a search; null where there is none
 * @param more the URL of the next page, null on the last one
 * @param endsEarly whether this is the last page and there are talks that are on none
 */
record TalksPage(
    String heading,
    String query,
    String feed,
    @Nullable String didYouMean,
    List<TalkEntry> talks,
    @Nullable Narrowing narrowing,
    @Nullable String more,
    boolean endsEarly)
    implements TemplateInstance {}

package io.confnotes.query.web;

import io.confnotes.query.talk.TalkItem;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some talks under a heading.
 *
 * @param query what was searched for
 * @param feed the URL of the same talks as a feed
 * @param narrowing of a search; null where there is none
 * @param more the URL of the next page, null on the last one
 */
record TalksPage(
    String heading,
    String about,
    String query,
    String feed,
    List<TalkItem> talks,
    @Nullable Narrowing narrowing,
    @Nullable String more)
    implements TemplateInstance {}

package io.confnotes.query.web.curate;

import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkItem;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What can be decided about a talk.
 *
 * @param typed what is searched to merge it into
 * @param candidates talks that it could be merged into
 */
record CurateTalkPage(Talk talk, String typed, List<TalkItem> candidates)
    implements TemplateInstance {}

package io.confnotes.query.web.curate;

import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.web.curate.decision.Decisions;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Where curators begin: a search, and what was decided last.
 *
 * @param kind what is searched, in a word
 * @param names what was found of names
 * @param talks what was found of talks
 * @param hidden tags that are not shown
 */
record CuratePage(
    String kind,
    String typed,
    List<Name> names,
    List<TalkItem> talks,
    List<Name> hidden,
    Decisions.History history)
    implements TemplateInstance {}

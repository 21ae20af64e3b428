package io.confnotes.query.web.curate;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What can be decided about a tag, speaker or event.
 *
 * @param kind in a word
 * @param page of what it is about, for readers
 * @param typed what is looked for to merge it into
 * @param candidates what it could be merged into
 * @param others its other names
 * @param parts what a speaker or an event can be taken apart into
 */
record CurateNamePage(
    String kind,
    Name name,
    String page,
    String typed,
    List<Name> candidates,
    List<Names.OtherName> others,
    List<Parts.Part> parts)
    implements TemplateInstance {}

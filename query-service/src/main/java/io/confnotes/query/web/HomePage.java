package io.confnotes.query.web;

import io.confnotes.query.event.Event;
import io.confnotes.query.tag.Tag;
import io.confnotes.query.talk.TalkItem;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The way in. */
record HomePage(List<TalkItem> talks, List<Event> events, List<Tag> tags)
    implements TemplateInstance {}

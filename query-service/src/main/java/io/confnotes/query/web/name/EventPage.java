package io.confnotes.query.web.name;

import io.confnotes.query.event.Event;
import io.confnotes.query.trend.EventCoverage;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event: its talks in order, what they were about, and what there is notes of.
 *
 * @param more the URL of the next page of talks, null on the last one
 */
record EventPage(
    Event event,
    EventCoverage coverage,
    String feed,
    List<Bar> tags,
    List<Bar> speakers,
    List<TalkEntry> talks,
    @Nullable String more)
    implements TemplateInstance {}

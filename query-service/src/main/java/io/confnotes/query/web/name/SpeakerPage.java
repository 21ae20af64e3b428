package io.confnotes.query.web.name;

import io.confnotes.query.speaker.Speaker;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A speaker: what they talked about, where, and which talks.
 *
 * @param more the URL of the next page of talks, null on the last one
 */
record SpeakerPage(
    Speaker speaker,
    String feed,
    List<Bar> tags,
    List<Bar> events,
    List<Bar> together,
    List<TalkEntry> talks,
    @Nullable String more)
    implements TemplateInstance {}

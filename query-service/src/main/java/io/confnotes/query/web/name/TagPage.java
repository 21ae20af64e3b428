package io.confnotes.query.web.name;

import io.confnotes.query.tag.Tag;
import io.confnotes.query.trend.TagTrend;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag: how often talks had it, with what else, and which.
 *
 * @param trend a row for each year
 * @param more the URL of the next page of talks, null on the last one
 */
record TagPage(
    Tag tag,
    String feed,
    List<TagTrend> trend,
    List<Bar> neighbours,
    List<Bar> speakers,
    List<Bar> events,
    List<TalkEntry> talks,
    @Nullable String more)
    implements TemplateInstance {}

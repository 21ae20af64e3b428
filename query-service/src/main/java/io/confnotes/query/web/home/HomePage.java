package io.confnotes.query.web.home;

import io.confnotes.query.trend.IngestDay;
import io.confnotes.query.trend.TagChange;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.chart.Sparkline;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The way in.
 *
 * @param covered how many talks there are notes of
 * @param rising tags whose shares of talks have grown
 * @param days what was taken in lately, the oldest first
 */
record HomePage(
    long covered,
    List<TalkEntry> talks,
    List<Rising> rising,
    List<Bar> tags,
    List<Bar> events,
    List<IngestDay> days,
    Sparkline activity,
    long submissions)
    implements TemplateInstance {

  /** A tag, and its share of talks by year. */
  record Rising(TagChange change, Sparkline years) {}
}

package io.confnotes.query.web.design;

import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.chart.Sparkline;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What pages are made of: colours, type, and each component once. */
record DesignPage(List<Colour> colours, List<TalkEntry> talks, List<Bar> bars, Sparkline sparkline)
    implements TemplateInstance {

  /**
   * A colour token.
   *
   * @param name of the CSS custom property, without dashes in front
   */
  record Colour(String name, String use) {}
}

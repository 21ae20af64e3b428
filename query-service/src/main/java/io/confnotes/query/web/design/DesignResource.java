package io.confnotes.query.web.design;

import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkSpeaker;
import io.confnotes.query.talk.TalkTag;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.chart.Sparkline;
import io.confnotes.query.web.design.DesignPage.Colour;
import io.confnotes.query.web.talk.TalkEntry;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of the design system, with invented contents. */
@Path("/design")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class DesignResource {

  private static final List<Colour> COLOURS =
      List.of(
          new Colour("paper", "behind everything"),
          new Colour("surface", "behind panels and fields"),
          new Colour("ink", "text"),
          new Colour("quiet", "text that supports"),
          new Colour("line", "rules and borders"),
          new Colour("accent", "links, buttons, plots"),
          new Colour("soft", "behind what is active or chosen"),
          new Colour("mark", "key points and hits"),
          new Colour("well", "what is well"),
          new Colour("warn", "what waits for somebody"),
          new Colour("problem", "what failed"));

  @GET
  @Operation(hidden = true)
  public TemplateInstance design() {
    UUID id = new UUID(0, 0);
    TalkItem talk =
        new TalkItem(
            id,
            "Small caches and what they forget",
            "TinyConf",
            "tinyconf",
            "2018-01-26",
            List.of(new TalkSpeaker("ada-quill", "Ada Quill", null, "Quill Works")),
            List.of(
                new TalkTag("caching", "caching", 1), new TalkTag("performance", "performance", 1)),
            null,
            new TalkItem.Rank(0, new TalkPosition(null, id, 0, id)));
    List<String> names = List.of("caching", "containers", "testing");
    return new DesignPage(
        COLOURS,
        List.of(new TalkEntry(talk, "A cache is a promise to forget in time.")),
        Bar.of(names, name -> name, name -> "/design", String::length),
        Sparkline.of(List.of(0.05, 0.1, 0.08, 0.2, 0.32)));
  }
}

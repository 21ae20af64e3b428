package io.confnotes.summary.analyse;

import io.confnotes.summary.analyse.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds talk notes block by block; what is between blocks is in the reading text only. */
final class TestTalk {

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private String title = "";
  private List<String> speakers = List.of();
  private @Nullable String event;

  static TestTalk titled(String title) {
    TestTalk talk = new TestTalk();
    talk.title = title;
    return talk;
  }

  TestTalk by(String... names) {
    speakers = List.of(names);
    return this;
  }

  TestTalk at(String name) {
    event = name;
    return this;
  }

  TestTalk text(String between) {
    text.append(between);
    return this;
  }

  TestTalk heading(String block) {
    return block(Kind.HEADING, 2, block);
  }

  TestTalk paragraph(String block) {
    return block(Kind.PARAGRAPH, 0, block);
  }

  TestTalk item(int depth, String block) {
    return block(Kind.LIST_ITEM, depth, block);
  }

  TestTalk quote(String block) {
    return block(Kind.QUOTE, 0, block);
  }

  TestTalk code(String block) {
    return block(Kind.CODE, 0, block);
  }

  private TestTalk block(Kind kind, int level, String block) {
    int start = text.codePointCount(0, text.length());
    text.append(block);
    blocks.add(new Block(kind, level, new Span(start, text.codePointCount(0, text.length()))));
    text.append('\n');
    return this;
  }

  TalkText build() {
    return new TalkText(title, speakers, event, text.toString(), blocks);
  }

  static String slice(TalkText talk, Span span) {
    String all = talk.readingText();
    return all.substring(
        all.offsetByCodePoints(0, span.start()), all.offsetByCodePoints(0, span.end()));
  }

  /** Notes with everything that notes have: lists, quotes, code, headings, emoji. */
  static TalkText observatory() {
    return titled("Rebuilding an observatory on PostgreSQL")
        .by("Ada Example", "Grace Muster")
        .at("StarConf 2024")
        .text("Diary: the coffee was fine 😀.\r\n\r\n")
        .paragraph(
            "The observatory kept its images in files for thirty years. Nobody could find an image"
                + " again, and PostgreSQL with a plain index on time and position solved that in a"
                + " week.")
        .heading("What went wrong?")
        .item(1, "- The first import lost 3% of the images 😱.")
        .item(1, "- Backups were made, but a restore had never been tried.")
        .item(2, "- Nobody owned the restore.")
        .paragraph("They migrated in three steps:")
        .item(1, "* Write to files and PostgreSQL.")
        .item(1, "* Read from PostgreSQL, compare with the files.")
        .item(1, "* Stop writing files.")
        .quote("“A backup that was never restored is a rumour.”")
        .code("SELECT count(*) FROM image WHERE position <@ circle '((1,2),3)';")
        .paragraph("(Applause for the people who carried the tapes.)")
        .paragraph(
            "As an aside, Ada brought a telescope. PostgreSQL partitions hold one night each.")
        .text("\r\nAfter the talk 🍜.\r\n")
        .build();
  }
}

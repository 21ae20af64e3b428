package io.confnotes.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes of somebody who sat in a room for a day: in 20 KB about eight talks, each with
 * sections, bullets, quotes, links and some code.
 *
 * @param source the document
 * @param titles of its talks, in their order
 */
record DayNotes(String source, List<String> titles) {

  private static final long SEED = 20_261_123;

  DayNotes {
    titles = List.copyOf(titles);
  }

  /** Writes talks as long as the document has fewer bytes in UTF-8. */
  static DayNotes of(Markup markup, int bytes) {
    return new Writer(markup).write(bytes);
  }

  private static final class Writer {

    private final Markup markup;
    private final Vocabulary vocabulary = new Vocabulary(SEED);
    private final StringBuilder source = new StringBuilder();
    private final List<String> titles = new ArrayList<>();
    private int bytes;

    Writer(Markup markup) {
      this.markup = markup;
    }

    DayNotes write(int bytes) {
      add(markup.start("Harbour Days 2031", "2031-05-17"));
      while (this.bytes < bytes) {
        talk();
      }
      add(markup.end());
      return new DayNotes(source.toString(), titles);
    }

    private void talk() {
      String title = vocabulary.title();
      titles.add(title);
      add(markup.talk(title, vocabulary.person()));
      add(markup.paragraph(sentences()));
      for (int section = vocabulary.between(2, 4); section > 0; section--) {
        section();
      }
    }

    private void section() {
      add(markup.heading(3, vocabulary.section()));
      add(markup.paragraph(sentences()));
      List<String> items = new ArrayList<>();
      for (int item = vocabulary.between(2, 5); item > 0; item--) {
        items.add(vocabulary.sentence());
      }
      add(markup.list(items));
      switch (vocabulary.between(1, 4)) {
        case 1 -> add(markup.quote(vocabulary.sentence()));
        case 2 -> add(markup.code(command() + command()));
        default -> add(markup.paragraph(sentences() + " " + link()));
      }
    }

    private String sentences() {
      List<String> sentences = new ArrayList<>();
      for (int sentence = vocabulary.between(1, 4); sentence > 0; sentence--) {
        sentences.add(vocabulary.sentence());
      }
      return String.join(" ", sentences);
    }

    private String link() {
      String thing = vocabulary.thing();
      return "See " + markup.link("the " + thing, "https://example.org/" + thing) + " for more.";
    }

    private String command() {
      return "harbour --wait=" + vocabulary.between(1, 60) + " " + vocabulary.thing() + "\n";
    }

    private void add(String part) {
      source.append(part);
      bytes += part.getBytes(StandardCharsets.UTF_8).length;
    }
  }
}

package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Values as the plain text that their author meant. */
final class FieldText {

  private static final int LONGEST = 2_000;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WIKI_LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]{0,200}\\|)?([^\\[\\]|]{1,200})\\]\\]");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\([^()\\s]{0,500}\\)");

  private FieldText() {}

  /** A field with the texts of a value, joined by commas; null without any. */
  static @Nullable Field of(String key, Value value) {
    List<Value.Text> texts = new ArrayList<>();
    collect(value, texts);
    String joined =
        String.join(", ", texts.stream().map(FieldText::clean).filter(t -> !t.isEmpty()).toList());
    return joined.isEmpty() ? null : new Field(key, joined, texts.getFirst().line());
  }

  /** The scalars of a value, in order, however deep its lists nest; mappings are left out. */
  private static void collect(Value value, List<Value.Text> texts) {
    switch (value) {
      case Value.Text text -> texts.add(text);
      case Value.Items items -> items.values().forEach(item -> collect(item, texts));
      case Value.Entries _ -> {
        // nothing that is a text by itself
      }
    }
  }

  /** Without the markup that people put into front matter; empty for templates and switches. */
  static String clean(Value.Text value) {
    String text = value.text();
    boolean noText = text.contains("{{") || text.equals("true") || text.equals("false");
    if (noText || text.length() > LONGEST) {
      return "";
    }
    String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    if (plain.indexOf('[') >= 0) {
      plain = WIKI_LINK.matcher(plain).replaceAll("$1");
      plain = LINK.matcher(plain).replaceAll("$1");
    }
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }
}

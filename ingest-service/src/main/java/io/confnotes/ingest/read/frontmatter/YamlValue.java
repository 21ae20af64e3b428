package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds values of the events of a YAML parser: no object of another type is ever constructed, no
 * alias followed, no tag looked at, and what nests too deep is refused.
 */
final class YamlValue {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();
  private static final int DEEPEST = 12;
  private static final int MOST_BRACKETS = 400;
  private static final int MOST_EVENTS = 5_000;

  private final int line;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Value root;
  private int events;

  private YamlValue(int line) {
    this.line = line;
  }

  /**
   * The value of a YAML text; null where it is none, or one beyond the bounds.
   *
   * @param line number of its first line in the source, from 1
   */
  static @Nullable Value of(String yaml, int line) {
    if (yaml.chars().filter(c -> c == '[' || c == '{').count() > MOST_BRACKETS) {
      return null; // each open one costs the parser time
    }
    YamlValue value = new YamlValue(line);
    try {
      for (Event event : new Parse(SETTINGS).parseString(yaml)) {
        if (!value.take(event)) {
          return null;
        }
      }
      return value.root;
    } catch (YamlEngineException e) {
      return null; // not YAML: the caller reads it in another way
    }
  }

  /** A list or mapping whose end was not seen yet. */
  private static final class Open {
    final boolean mapping;
    final List<Value> items = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    @Nullable String key;

    Open(boolean mapping) {
      this.mapping = mapping;
    }

    void add(Value value) {
      if (!mapping) {
        items.add(value);
      } else if (key == null) {
        key = value instanceof Value.Text text ? text.text() : "";
      } else {
        entries.add(new Entry(key, value));
        key = null;
      }
    }

    Value close() {
      if (mapping) {
        return new Value.Entries(entries);
      }
      boolean wikiLink = items.size() == 1 && items.getFirst() instanceof Value.Items;
      return wikiLink ? wikiLink((Value.Items) items.getFirst()) : new Value.Items(items);
    }

    /** A list of a list of one text is what YAML makes of {@code [[a link]]}. */
    private Value wikiLink(Value.Items inner) {
      return inner.values().size() == 1 && inner.values().getFirst() instanceof Value.Text text
          ? new Value.Text("[[" + text.text() + "]]", text.line())
          : inner;
    }
  }

  private boolean take(Event event) {
    switch (event.getEventId()) {
      case MappingStart -> open.push(new Open(true));
      case SequenceStart -> open.push(new Open(false));
      case MappingEnd, SequenceEnd -> put(open.pop().close());
      case Scalar -> put(scalar((ScalarEvent) event));
      case Alias -> put(new Value.Text("", line));
      default -> {
        // documents and comments hold nothing by themselves
      }
    }
    return open.size() <= DEEPEST && ++events <= MOST_EVENTS;
  }

  private void put(Value value) {
    Open parent = open.peek();
    if (parent != null) {
      parent.add(value);
    } else if (root == null) {
      root = value;
    }
  }

  private Value scalar(ScalarEvent event) {
    int within = event.getStartMark().map(Mark::getLine).orElse(0);
    String text = event.getValue();
    boolean nothing = event.isPlain() && (text.equals("null") || text.equals("~"));
    return new Value.Text(nothing ? "" : text, line + within);
  }
}

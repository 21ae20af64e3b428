package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import io.confnotes.summary.analyse.text.Languages;
import io.confnotes.summary.analyse.text.Range;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.WordList;
import io.confnotes.summary.analyse.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and aliases of terms as a tree of their words, so that a text is looked through once,
 * however many terms there are. Not changed once it is built, and then thread-safe.
 */
final class TermIndex {

  private static final Set<String> ORDINARY = WordList.words("tag/ordinary-words.txt");

  private final Node root = new Node();
  private final Map<String, Topic> byName = new HashMap<>();

  TermIndex(List<Term> terms) {
    Words words = new Words(Languages.named("en"));
    List<Topic> topics = terms.stream().map(Topic::of).toList();
    for (Topic topic : topics) {
      byName.put(topic.term().name(), topic);
      add(topic, topic.term().name(), words);
    }
    for (Topic topic : topics) {
      topic.term().aliases().forEach(alias -> add(topic, alias, words));
    }
  }

  private void add(Topic topic, String name, Words words) {
    List<Word> found = words.in(name, new Range(0, name.length()));
    List<String> parts = parts(found);
    if (parts.isEmpty()) {
      return;
    }
    boolean proper = !name.equals(name.toLowerCase(Locale.ROOT));
    String last = proper ? parts.getLast() : singular(parts.getLast());
    Node node = root;
    for (String part : parts.subList(0, parts.size() - 1)) {
      node = node.next.computeIfAbsent(part, key -> new Node());
    }
    node = node.next.computeIfAbsent(last, key -> new Node());
    if (node.spelling == null) {
      String own = topic.term().name();
      boolean form = stems(found).equals(stems(words.in(own, new Range(0, own.length()))));
      boolean ordinary = parts.size() == 1 && ORDINARY.contains(parts.getFirst());
      node.spelling = new Spelling(topic, name, form, ordinary);
    }
  }

  private static List<String> stems(List<Word> words) {
    return words.stream().map(Word::stem).toList();
  }

  private static List<String> parts(List<Word> words) {
    List<String> parts = new ArrayList<>();
    words.forEach(word -> parts.addAll(parts(word.lower())));
    return parts;
  }

  /** The parts of a word between hyphens, each a step in the tree. */
  private static List<String> parts(String lower) {
    return lower.indexOf('-') < 0
        ? List.of(lower)
        : Arrays.stream(lower.split("-", -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** A word without the ending of an English plural. */
  private static String singular(String lower) {
    int end = lower.length();
    if (end < 4 || lower.charAt(end - 1) != 's') {
      return lower;
    }
    if (lower.endsWith("ies")) {
      return lower.substring(0, end - 3) + "y";
    }
    if (lower.endsWith("sses") || lower.endsWith("xes") || lower.endsWith("ches")) {
      return lower.substring(0, end - 2);
    }
    char before = lower.charAt(end - 2);
    return before == 's' || before == 'u' || before == 'i' ? lower : lower.substring(0, end - 1);
  }

  Node root() {
    return root;
  }

  /** The topic of a name, which is no alias. */
  @Nullable Topic named(String name) {
    return byName.get(name);
  }

  /** What a name or alias names, in any case and number. */
  @Nullable Spelling find(String name) {
    Words words = new Words(Languages.named("en"));
    List<Word> found = words.in(name, new Range(0, name.length()));
    return find(found.stream().map(Word::lower).toList());
  }

  /** What consecutive words in lower case name together, or null. */
  @Nullable Spelling find(List<String> lowers) {
    Node node = root;
    for (String lower : lowers) {
      node = node == null ? null : node.after(lower);
    }
    return node == null ? null : node.spelling;
  }

  /**
   * What the words of a path name.
   *
   * @param topic what they name
   * @param name the name or alias of the path
   * @param own whether that is the name of the topic, or another form of it
   * @param ordinary whether it is also a word of everyday English
   */
  record Spelling(Topic topic, String name, boolean own, boolean ordinary) {}

  /** A place in the tree. */
  static final class Node {

    private final Map<String, Node> next = new HashMap<>();
    private @Nullable Spelling spelling;

    private Node() {}

    /** What the words so far name. */
    @Nullable Spelling spelling() {
      return spelling;
    }

    /** The place after one more word in lower case, or null where no name goes on so. */
    @Nullable Node after(String lower) {
      if (lower.indexOf('-') < 0) {
        return step(lower);
      }
      Node node = this;
      for (String part : parts(lower)) {
        node = node == null ? null : node.step(part);
      }
      return node;
    }

    private @Nullable Node step(String part) {
      Node same = next.get(part);
      return same != null ? same : next.get(singular(part));
    }
  }
}

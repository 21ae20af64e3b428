package io.confnotes.summary.analyse.text;

import io.confnotes.summary.analyse.Block;
import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.TalkText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notes of a talk as passages of words, and the way back from them to spans. */
public final class Notes {

  /** A list item or quote up to this long is one passage, however many sentences it has. */
  private static final int WHOLE = 280;

  private final TalkText talk;
  private final Language language;
  private final List<Range> blocks;
  private final Passage title;
  private final List<Passage> passages;

  private Notes(TalkText talk, @Nullable List<Span> given) {
    this.talk = talk;
    this.blocks = place(talk);
    this.language = Languages.of(texts(talk, blocks));
    Words words = new Words(language);
    this.title = title(talk.title(), words);
    this.passages = given == null ? new Reader(words).read() : given(given, words);
  }

  /**
   * Reads the notes of a talk.
   *
   * @throws IllegalArgumentException if blocks overlap, are out of order or end after the reading
   *     text
   */
  public static Notes of(TalkText talk) {
    return new Notes(talk, null);
  }

  /**
   * Reads notes that were cut into sentences before: each span that is not blank is a passage, of
   * the block it starts in; those outside of blocks and in code are left out.
   *
   * @param sentences spans of the reading text, in order
   * @throws IllegalArgumentException if blocks overlap, are out of order or end after the reading
   *     text, or if sentences are out of order or end after it
   */
  public static Notes of(TalkText talk, List<Span> sentences) {
    return new Notes(talk, sentences);
  }

  /** What was read. */
  public TalkText talk() {
    return talk;
  }

  /** The language of title and blocks. */
  public Language language() {
    return language;
  }

  /** The talk's title. */
  public Passage title() {
    return title;
  }

  /** The words of the speakers' names, in lower case. */
  public Set<String> speakerWords() {
    return wordsOf(talk.speakers());
  }

  /** The words of the event's name, in lower case. */
  public Set<String> eventWords() {
    String event = talk.event();
    return event == null ? Set.of() : wordsOf(List.of(event));
  }

  private Set<String> wordsOf(List<String> names) {
    Words words = new Words(language);
    return names.stream()
        .flatMap(name -> words.in(name, new Range(0, name.length())).stream())
        .map(Word::lower)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the blocks hold, in order, code left out. */
  public List<Passage> passages() {
    return passages;
  }

  /** The code points that a range stands for; counted from the start of the block, near it. */
  public Span span(int block, Range range) {
    String text = talk.readingText();
    int known = talk.blocks().get(block).span().start();
    int from = blocks.get(block).start();
    int start =
        from <= range.start()
            ? known + text.codePointCount(from, range.start())
            : known - text.codePointCount(range.start(), from);
    return new Span(start, start + text.codePointCount(range.start(), range.end()));
  }

  /** The code points of a range that starts in a block before the given one. */
  public Span spanBefore(int block, Range range) {
    int before = block;
    while (before > 0 && blocks.get(before).start() > range.start()) {
      before--;
    }
    return span(before, range);
  }

  private static List<Range> place(TalkText talk) {
    return ranges(talk.readingText(), talk.blocks().stream().map(Block::span).toList());
  }

  private static List<Range> ranges(String text, List<Span> spans) {
    List<Range> ranges = new ArrayList<>(spans.size());
    int point = 0;
    int unit = 0;
    for (Span span : spans) {
      if (span.start() < point || span.end() - point > text.length() - unit) {
        throw misplaced(span);
      }
      try {
        int start = text.offsetByCodePoints(unit, span.start() - point);
        unit = text.offsetByCodePoints(start, span.length());
        ranges.add(new Range(start, unit));
      } catch (IndexOutOfBoundsException e) {
        throw misplaced(span);
      }
      point = span.end();
    }
    return ranges;
  }

  private static IllegalArgumentException misplaced(Span span) {
    return new IllegalArgumentException(
        "The span "
            + span.start()
            + ".."
            + span.end()
            + " overlaps the one before it or ends after the reading text");
  }

  private static List<String> texts(TalkText talk, List<Range> blocks) {
    List<String> texts = new ArrayList<>();
    texts.add(talk.title());
    for (int i = 0; i < blocks.size(); i++) {
      if (talk.blocks().get(i).kind() != Kind.CODE) {
        texts.add(blocks.get(i).of(talk.readingText()));
      }
    }
    return texts;
  }

  private static Passage title(String title, Words words) {
    Range all = new Range(0, title.length()).trim(title);
    return new Passage(title, all, Kind.HEADING, 0, -1, true, null, words.in(title, all));
  }

  private List<Passage> given(List<Span> sentences, Words words) {
    List<Passage> passages = new ArrayList<>(sentences.size());
    String text = talk.readingText();
    List<Range> ranges = ranges(text, sentences);
    int block = 0;
    int last = -1;
    for (Range range : ranges) {
      Range said = range.trim(text);
      while (block < blocks.size() && blocks.get(block).end() <= said.start()) {
        block++;
      }
      if (block < blocks.size() && said.start() < said.end()) {
        Block within = talk.blocks().get(block);
        Range marked = Markers.strip(text, said, within.kind());
        passages.add(
            new Passage(text, said, within.kind(), within.level(), block, block != last, null, words.in(text, marked)));
        last = block;
      }
    }
    return List.copyOf(passages);
  }

  /** Cuts blocks into passages, and remembers what introduces the list it is in. */
  private final class Reader {

    private static final int DEEPEST = 16;

    private final String text = talk.readingText();
    private final Words words;
    private final List<Passage> read = new ArrayList<>();
    private final @Nullable Range[] leadIns = new @Nullable Range[DEEPEST + 2];

    Reader(Words words) {
      this.words = words;
    }

    List<Passage> read() {
      for (int i = 0; i < blocks.size(); i++) {
        Block block = talk.blocks().get(i);
        Range range = Markers.strip(text, blocks.get(i).trim(text), block.kind());
        if (block.kind() != Kind.CODE && range.start() < range.end()) {
          read(i, block, range);
        }
      }
      return List.copyOf(read);
    }

    private void read(int number, Block block, Range range) {
      boolean item = block.kind() == Kind.LIST_ITEM;
      int level = item ? Math.clamp(block.level(), 1, DEEPEST) : 0;
      @Nullable Range leadIn = item ? leadInOf(level) : null;
      List<Range> parts = parts(block.kind(), range);
      for (int i = 0; i < parts.size(); i++) {
        Range part = parts.get(i);
        List<Word> found = words.in(text, part);
        read.add(
            new Passage(text, part, block.kind(), block.level(), number, i == 0, leadIn, found));
      }
      for (int deeper = level + 1; deeper < leadIns.length; deeper++) {
        leadIns[deeper] = null;
      }
      leadIns[level + 1] = introduction(parts.getLast());
    }

    /** The nearest introduction above an item of the list. */
    private @Nullable Range leadInOf(int level) {
      for (int up = level; up > 0; up--) {
        if (leadIns[up] != null) {
          return leadIns[up];
        }
      }
      return null;
    }

    private @Nullable Range introduction(Range range) {
      char last = text.charAt(range.end() - 1);
      boolean introduces = last == ':' || last == '：' || last == '?' || last == '？';
      return introduces && range.end() - range.start() <= WHOLE ? range : null;
    }

    private List<Range> parts(Kind kind, Range range) {
      boolean whole = kind == Kind.HEADING || kind == Kind.LIST_ITEM || kind == Kind.QUOTE;
      return whole && range.end() - range.start() <= WHOLE
          ? List.of(range)
          : Sentences.in(text, range, language);
    }
  }
}

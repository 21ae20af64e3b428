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

  /** What stands over a list and has no more words than this, and no full stop, is its title. */
  private static final int TITLE = 8;

  private final TalkText talk;
  private final Language language;
  private final List<Range> blocks;
  private final Passage title;
  private final Set<String> speakerWords;
  private final List<Passage> passages;

  private Notes(TalkText talk, @Nullable List<Span> given) {
    this.talk = talk;
    this.blocks = place(talk);
    this.language = Languages.of(texts(talk, blocks));
    Words words = new Words(language);
    this.title = title(talk.title(), words);
    this.speakerWords = wordsOf(talk.speakers(), words);
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
   * the block it starts in or before; those behind the last block are left out.
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
    return speakerWords;
  }

  /** The words of the event's name, in lower case. */
  public Set<String> eventWords() {
    String event = talk.event();
    return event == null ? Set.of() : wordsOf(List.of(event), new Words(language));
  }

  private static Set<String> wordsOf(List<String> names, Words words) {
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
    return new Passage(title, all, Kind.HEADING, 0, -1, true, null, false, words.in(title, all));
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
            new Passage(
                text,
                said,
                within.kind(),
                within.level(),
                block,
                block != last,
                null,
                text.charAt(said.end() - 1) == ':',
                words.in(text, marked)));
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
    private int deepest = 1;

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
      int level = levelOf(block);
      @Nullable Range leadIn = level == 0 ? null : leadIns[Math.min(level, deepest)];
      List<Range> parts = parts(block.kind(), range);
      boolean introduces = false;
      for (int i = 0; i < parts.size(); i++) {
        Range part = parts.get(i);
        List<Word> found = words.in(text, part);
        introduces = i == parts.size() - 1 && introduces(number, level, part, found);
        read.add(
            new Passage(
                text,
                part,
                block.kind(),
                block.level(),
                number,
                i == 0,
                leadIn,
                introduces,
                found));
      }
      deepest = Math.min(level, deepest) + 1;
      leadIns[deepest] = introduces ? parts.getLast() : null;
    }

    /** The depth of an item, 0 for what is none. */
    private static int levelOf(Block block) {
      return block.kind() == Kind.LIST_ITEM ? Math.clamp(block.level(), 1, DEEPEST) : 0;
    }

    /** An address or a speaker's name introduces no list. */
    private boolean isTold(Word word) {
      boolean letters = word.form() == Word.Form.LETTERS || word.form() == Word.Form.PIECE;
      return letters && !speakerWords.contains(word.lower());
    }

    /**
     * Whether a passage ends in a colon or question, or is what stands over a list like a title.
     */
    private boolean introduces(int number, int level, Range range, List<Word> said) {
      char last = text.charAt(range.end() - 1);
      if (range.end() - range.start() > WHOLE || said.stream().noneMatch(this::isTold)) {
        return false;
      }
      boolean announces = last == ':' || last == '：' || last == '?' || last == '？';
      boolean over = number + 1 < blocks.size() && levelOf(talk.blocks().get(number + 1)) > level;
      boolean titled = said.size() <= TITLE && !Sentences.isTerminator(last);
      return announces || (over && titled && talk.blocks().get(number).kind() != Kind.HEADING);
    }

    private List<Range> parts(Kind kind, Range range) {
      boolean whole = kind == Kind.HEADING || kind == Kind.LIST_ITEM || kind == Kind.QUOTE;
      return whole && range.end() - range.start() <= WHOLE
          ? List.of(range)
          : Sentences.in(text, range, language);
    }
  }
}

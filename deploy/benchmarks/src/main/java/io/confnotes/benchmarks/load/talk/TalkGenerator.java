package io.confnotes.benchmarks.load.talk;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.Span;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Invents documents with talks. Each is made from the seed and its number alone, so that the same
 * ones can be made again anywhere, in any order. All characters are of one UTF-16 unit: spans count
 * these.
 */
public final class TalkGenerator {

  private static final int TALKS_OF_DOCUMENT = 10;
  private static final int DOCUMENTS_OF_EVENT = 5;
  private static final int TAGS = 1_500;
  private static final int FIRST_YEAR = 2005;
  private static final int YEARS = 20;
  private static final int DAYS = 360;

  /** The first words that are neither left out nor too common to be a topic. */
  private static final int FIRST_TAG = 150;

  private static final Words ENGLISH =
      Words.of(
          "the", "of", "and", "to", "a", "in", "is", "that", "it", "for", "was", "on", "are", "as",
          "with", "they", "be", "at", "have", "this", "from", "or", "had", "by", "but", "some",
          "what", "there", "we", "can", "out", "other", "were", "all", "your", "when", "up", "how",
          "she", "which", "their", "if", "will", "about", "many", "then", "them", "would", "these");
  private static final Words GERMAN =
      Words.of("der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf");
  private static final Words FRENCH =
      Words.of("de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour");
  private static final Words HAN = Words.han();

  private final long seed;
  private final int talks;

  /**
   * A generator of as many talks.
   *
   * @param talks at least 1
   */
  public TalkGenerator(long seed, int talks) {
    this.seed = seed;
    this.talks = talks;
  }

  /** A document with its talks, whose texts are together its reading text. */
  public record Document(
      int number,
      UUID id,
      String revision,
      UUID submissionId,
      String event,
      String eventSlug,
      LocalDate date,
      String readingText,
      List<Talk> talks) {}

  /**
   * A talk, whose text has a line each for title, speaker and sentences.
   *
   * @param start of {@code text} in the reading text
   * @param bodyStart of the first sentence, in the reading text too
   * @param sentences where they are in the reading text
   */
  public record Talk(
      UUID id,
      UUID notesId,
      String title,
      String speaker,
      String language,
      List<String> tags,
      String text,
      int start,
      int bodyStart,
      List<Span> sentences) {

    /** A sentence's text. */
    public String sentence(int number) {
      Span span = sentences.get(number);
      return text.substring(span.start() - start, span.end() - start);
    }
  }

  /** How many documents there are. */
  public int documents() {
    return Math.ceilDiv(talks, TALKS_OF_DOCUMENT);
  }

  /** How many talks there are. */
  public int talks() {
    return talks;
  }

  /** An English word that is no grammar word; rank 150 is in a tenth of all talks. */
  public static String word(int rank) {
    return ENGLISH.ranked(rank);
  }

  /**
   * A document.
   *
   * @param number from 0
   */
  public Document document(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    int event = number / DOCUMENTS_OF_EVENT;
    Random ofEvent = new Random(seed * 7_368_787 + event);
    int year = FIRST_YEAR + (int) ((long) event * DOCUMENTS_OF_EVENT * YEARS / documents());
    String name =
        capital(ENGLISH.ranked(FIRST_TAG + ofEvent.nextInt(400))) + "Conf " + event + " " + year;
    LocalDate date =
        LocalDate.of(year, 1, 1).plusDays(ofEvent.nextInt(DAYS) + number % DOCUMENTS_OF_EVENT);
    List<Talk> written = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int most = Math.min(TALKS_OF_DOCUMENT, talks - number * TALKS_OF_DOCUMENT);
    for (int i = 0; i < most; i++) {
      Talk talk = talk(random, text.length());
      written.add(talk);
      text.append(talk.text());
    }
    return new Document(
        number,
        id(random),
        revision(random),
        id(random),
        name,
        Slug.of(name),
        date,
        text.toString(),
        List.copyOf(written));
  }

  private Talk talk(Random random, int start) {
    int dice = random.nextInt(100);
    String language = dice < 82 ? "en" : dice < 89 ? "de" : dice < 95 ? "fr" : "ja";
    Words words =
        switch (language) {
          case "en" -> ENGLISH;
          case "de" -> GERMAN;
          case "fr" -> FRENCH;
          default -> HAN;
        };
    String between = words == HAN ? "" : " ";
    String title = capital(run(random, words, between, 3 + random.nextInt(6)));
    String speaker = speaker(random);
    StringBuilder text = new StringBuilder(title).append('\n').append(speaker).append('\n');
    int bodyStart = start + text.length();
    int sentences = Math.max(4, (int) Math.round(16 + 7 * random.nextGaussian()));
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      String sentence = capital(run(random, words, between, 6 + random.nextInt(12))) + ".";
      int at = start + text.length();
      spans.add(new Span(at, at + sentence.length()));
      text.append(sentence).append('\n');
    }
    return new Talk(
        id(random),
        id(random),
        title,
        speaker,
        language,
        tags(random),
        text.toString(),
        start,
        bodyStart,
        List.copyOf(spans));
  }

  private static List<String> tags(Random random) {
    List<String> tags = new ArrayList<>();
    for (int i = 3 + random.nextInt(5); i > 0; i--) {
      // To the third power: some tags are on many talks
      double part = random.nextDouble();
      String tag = ENGLISH.ranked(FIRST_TAG + (int) (part * part * part * TAGS));
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }

  private String speaker(Random random) {
    double part = random.nextDouble();
    int number = (int) (part * part * Math.max(1, talks / 3));
    return capital(ENGLISH.ranked(200 + number % 5_000))
        + " "
        + capital(ENGLISH.ranked(500 + number / 7 % 40_000));
  }

  private static String run(Random random, Words words, String between, int length) {
    StringBuilder run = new StringBuilder(words.any(random));
    for (int i = 1; i < length; i++) {
      run.append(between).append(words.any(random));
    }
    return run.toString();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String revision(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static UUID id(Random random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}

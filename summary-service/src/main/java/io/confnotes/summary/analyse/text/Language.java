package io.confnotes.summary.analyse.text;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;

/** A language: its code, its grammar words and its stemmer. Thread-safe. */
public final class Language {

  /** BCP 47 for a language that was not determined. */
  public static final String UNDETERMINED = "und";

  /** A power of two. A few thousand words are most of what is written. */
  private static final int REMEMBERED = 4_096;

  private final String code;
  private final Set<String> stops;
  private final @Nullable Supplier<SnowballStemmer> stemmer;

  /** Words stemmed lately, each at the place of its hash. Threads may overwrite each other's. */
  private final @Nullable Stemmed[] lately = new Stemmed[REMEMBERED];

  Language(String code, Set<String> stops, @Nullable Supplier<SnowballStemmer> stemmer) {
    this.code = code;
    this.stops = stops;
    this.stemmer = stemmer;
  }

  /** The primary subtag of BCP 47, or {@link #UNDETERMINED}. */
  public String code() {
    return code;
  }

  /** Whether a word in lower case only serves grammar. */
  public boolean isStop(String lower) {
    return stops.contains(lower);
  }

  Set<String> stops() {
    return stops;
  }

  /** Whether an apostrophe ends a word of its own, as in {@code l'analyse}. */
  boolean elides() {
    return code.equals("fr") || code.equals("it") || code.equals("ca");
  }

  /** Whether a number with a full stop is an ordinal, as in {@code 3. Januar}. */
  boolean dotsOrdinals() {
    return switch (code) {
      case "de", "da", "no", "fi", "hu", "cs" -> true;
      default -> false;
    };
  }

  /** Whether a semicolon ends a question. */
  boolean asksWithSemicolon() {
    return code.equals("el");
  }

  /** Whether every noun has a capital letter, so that a capital says nothing. */
  public boolean capitalisesNouns() {
    return code.equals("de");
  }

  /** Whether grammar is written in the same script as nouns, without spaces. */
  public boolean isChinese() {
    return code.equals("zh");
  }

  /** A new stemmer; not thread-safe. */
  public Stemmer newStemmer() {
    return new Stemmer(stemmer == null ? null : stemmer.get(), lately);
  }

  private record Stemmed(String lower, String stem) {}

  /** Maps the inflected forms of a word to one stem. Not thread-safe. */
  public static final class Stemmer {

    private static final int MAXIMUM_LENGTH = 60;

    private final @Nullable SnowballStemmer stemmer;
    private final @Nullable Stemmed[] lately;

    private Stemmer(@Nullable SnowballStemmer stemmer, @Nullable Stemmed[] lately) {
      this.stemmer = stemmer;
      this.lately = lately;
    }

    /** The stem of a word in lower case; hyphens become spaces, each part is stemmed. */
    public String stem(String lower) {
      int hash = lower.hashCode();
      int place = (hash ^ hash >>> 16) & (REMEMBERED - 1);
      Stemmed there = lately[place];
      if (there == null || !there.lower.equals(lower)) {
        there = new Stemmed(lower, stemParts(lower));
        lately[place] = there;
      }
      return there.stem;
    }

    private String stemParts(String lower) {
      if (lower.indexOf('-') < 0) {
        return stemPart(lower);
      }
      StringBuilder stems = new StringBuilder();
      int start = 0;
      while (start <= lower.length()) {
        int hyphen = lower.indexOf('-', start);
        int end = hyphen < 0 ? lower.length() : hyphen;
        if (end > start) {
          stems.append(stems.isEmpty() ? "" : " ").append(stemPart(lower.substring(start, end)));
        }
        start = end + 1;
      }
      return stems.toString();
    }

    private String stemPart(String lower) {
      if (stemmer == null || lower.length() < 4 || lower.length() > MAXIMUM_LENGTH) {
        return lower;
      }
      for (int i = 0; i < lower.length(); i++) {
        char c = lower.charAt(i);
        if (!Character.isLetter(c) && c != '\'') {
          return lower;
        }
      }
      stemmer.setCurrent(lower);
      stemmer.stem();
      return stemmer.getCurrent();
    }
  }
}

package io.confnotes.summary.analyse.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * The languages the analyser knows, and which of them a text is written in: by script where the
 * script says it, otherwise by the grammar words of each language.
 */
public final class Languages {

  /** Words after this many are not looked at. */
  private static final int SAMPLE = 4000;

  private static final int[] NONE = {};

  private static final String LISTS = "/org/apache/lucene/analysis/snowball/";

  private static final Map<String, Language> BY_STOP_WORDS = new LinkedHashMap<>();

  /** The numbers of the languages in which a word only serves grammar. */
  private static final Map<String, int[]> STOPS = new HashMap<>();

  static {
    add("en", "english", EnglishStemmer::new);
    add("de", "german", GermanStemmer::new);
    add("fr", "french", FrenchStemmer::new);
    add("es", "spanish", SpanishStemmer::new);
    add("it", "italian", ItalianStemmer::new);
    add("pt", "portuguese", PortugueseStemmer::new);
    add("nl", "dutch", DutchStemmer::new);
    add("sv", "swedish", SwedishStemmer::new);
    add("da", "danish", DanishStemmer::new);
    add("no", "norwegian", NorwegianStemmer::new);
    add("fi", "finnish", FinnishStemmer::new);
    add("ru", "russian", RussianStemmer::new);
    int number = 0;
    for (Language language : BY_STOP_WORDS.values()) {
      int[] own = {number++};
      language.stops().forEach(word -> STOPS.merge(word, own, Languages::join));
    }
  }

  /** Grammar in notes of an unknown language is mostly that of English phrases within it. */
  private static final Language UNKNOWN =
      new Language(Language.UNDETERMINED, named("en").stops(), null);

  private Languages() {}

  private static int[] join(int[] some, int[] more) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
  }

  private static void add(String code, String list, Supplier<SnowballStemmer> stemmer) {
    Set<String> stops = new HashSet<>(snowballList(list));
    if (code.equals("en")) {
      stops.addAll(WordList.words("stop-en.txt"));
    }
    BY_STOP_WORDS.put(code, new Language(code, stops, stemmer));
  }

  private static Set<String> snowballList(String name) {
    String path = LISTS + name + "_stop.txt";
    try (InputStream in = EnglishAnalyzer.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      Set<String> words = new HashSet<>();
      for (Object word :
          WordlistLoader.getSnowballWordSet(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        words.add(new String((char[]) word));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language with this code, without grammar words or stemmer if it has none here. */
  public static Language named(String code) {
    @Nullable Language language = BY_STOP_WORDS.get(code);
    return language == null ? new Language(code, Set.of(), null) : language;
  }

  /** The language of words in lower case, found in texts. */
  public static Language of(List<String> texts) {
    Map<Script, Integer> letters = new EnumMap<>(Script.class);
    for (String text : texts) {
      Script.count(text, letters);
    }
    Script script = Script.mostOf(letters);
    return switch (script) {
      case LATIN -> byStopWords(texts, List.of("ru"));
      case CYRILLIC -> byStopWords(texts, LATIN_LANGUAGES);
      case OTHER -> UNKNOWN;
      default -> named(script.language());
    };
  }

  private static final List<String> LATIN_LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi");

  /**
   * The language with the greatest weight of grammar words, where a word counts less the more
   * languages have it. Sure enough are a share of the words, and a distance from the second.
   */
  private static Language byStopWords(List<String> texts, List<String> excluded) {
    Language[] languages = BY_STOP_WORDS.values().toArray(Language[]::new);
    double[] weights = new double[languages.length];
    int words = 0;
    for (String text : texts) {
      for (String word : plainWords(text, SAMPLE - words)) {
        words++;
        weigh(word, weights);
      }
    }
    int best = -1;
    double second = 0;
    for (int i = 0; i < weights.length; i++) {
      if (excluded.contains(languages[i].code())) {
        continue;
      }
      if (best < 0 || weights[i] > weights[best]) {
        second = best < 0 ? 0 : weights[best];
        best = i;
      } else {
        second = Math.max(second, weights[i]);
      }
    }
    boolean sure = weights[best] >= Math.max(1, 0.04 * words) && weights[best] > 1.25 * second;
    return sure ? languages[best] : UNKNOWN;
  }

  private static void weigh(String word, double[] weights) {
    int[] languages = STOPS.getOrDefault(word, NONE);
    double rarity = languages.length;
    for (int language : languages) {
      weights[language] += 2 / (rarity * rarity);
    }
  }

  /** Runs of letters and apostrophes in lower case, at most so many. */
  private static List<String> plainWords(String text, int maximum) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length() && words.size() < maximum; i++) {
      boolean letter = i < text.length() && isPlain(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(Words.lower(text, start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isPlain(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
  }
}

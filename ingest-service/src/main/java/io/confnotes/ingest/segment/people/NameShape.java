package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.CommonWords;
import io.confnotes.ingest.segment.word.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges by the shape of its words whether a text could be the name of a person. */
public final class NameShape {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 5;

  /** Particles that more names of places begin with than of people: "St. Gallen". */
  private static final Set<String> SAINTS = Set.of("st.", "st", "san");

  private static final double PLACE = 0.4;

  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "del", "della", "da", "di", "do", "dos", "das", "du",
          "la", "le", "bin", "ibn", "al", "el", "ten", "ter", "te", "zu", "zur", "zum", "y", "e",
          "af", "av", "vom", "ben", "bint", "st.", "st", "san", "mc", "abu", "abo", "op", "'t");
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "dr.",
          "prof",
          "prof.",
          "professor",
          "mr",
          "mr.",
          "mrs",
          "mrs.",
          "ms",
          "ms.",
          "sir",
          "dame",
          "herr",
          "frau",
          "ing.",
          "dipl.",
          "dipl.-ing.",
          "mx",
          "mx.",
          "m.",
          "mme",
          "mme.",
          "sr.",
          "sra.",
          "dra.",
          "dr.-ing.",
          "rev.",
          "hon.",
          "dott.",
          "señor",
          "señora",
          "doctor",
          "madame",
          "monsieur",
          "don",
          "doña");
  private static final Set<String> SUFFIXES =
      Set.of(
          "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "ph.d", "md", "m.d.", "esq.",
          "msc", "mba");

  private static final Set<String> SURNAMES_TOO = WordList.of("surnames-too.txt");

  /** What a capital may follow within a name. */
  private static final Set<String> PREFIXES =
      Set.of(
          "Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Von", "Fitz", "Du", "Del", "Al", "El");

  private NameShape() {}

  /** 0 for what is no name, up to 1 for what surely is one. */
  public static double score(String text) {
    String name = withoutTitles(text);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return 0;
    }
    if (Cjk.isIn(name)) {
      boolean honoured = name.length() < text.strip().length();
      return CjkName.score(name, honoured);
    }
    List<String> words = words(name);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return 0;
    }
    boolean titled = name.length() < text.strip().length();
    return words.size() == 1 ? single(words.getFirst(), titled) : several(words, titled);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= name.length(); at++) {
      if (at == name.length() || isSpace(name.charAt(at))) {
        if (at > start) {
          words.add(name.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0';
  }

  private static double single(String word, boolean titled) {
    boolean plausible = isNameWord(word) && word.length() >= 2 && !isCamelCase(word);
    if (!plausible || CommonWords.isCommon(word) || isAllCapitals(word)) {
      return 0;
    }
    return titled ? 0.7 : GivenNames.contains(word) ? 0.45 : 0.25;
  }

  private static double several(List<String> words, boolean titled) {
    int capitals = 0;
    int allCapitals = 0;
    String last = words.getLast();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Set<String> others = i == words.size() - 1 ? SUFFIXES : PARTICLES;
      if (others.contains(word.toLowerCase(Locale.ROOT))) {
        continue;
      }
      boolean surname = i > 0 && i == words.size() - 1 && isSurname(words.getFirst(), last);
      if (!isNameWord(word) || isCamelCase(word) || (isCommonIn(word, i) && !surname)) {
        return 0;
      }
      capitals++;
      allCapitals += isAllCapitals(word) && word.length() > 2 ? 1 : 0;
    }
    if (capitals == 0 || !Character.isUpperCase(last.codePointAt(0))) {
      return 0;
    }
    boolean surnameInCapitals = allCapitals > 0 && allCapitals < capitals;
    if (surnameInCapitals && !isAllCapitals(last)) {
      return 0;
    }
    if (capitals >= 2 && last.length() == 1) {
      return 0;
    }
    if (surnameInCapitals) {
      return 0.8;
    }
    if (capitals == 1 && SAINTS.contains(words.getFirst().toLowerCase(Locale.ROOT))) {
      return PLACE;
    }
    if (GivenNames.contains(words.getFirst())) {
      return capitals <= 4 ? 0.95 : 0.8;
    }
    double score = capitals <= 3 ? 0.7 : 0.5;
    return titled ? 0.95 : allCapitals > 0 ? score - 0.25 : score;
  }

  /** Whether a common word is a surname here, as in "Rebecca Hall". */
  private static boolean isSurname(String given, String word) {
    return GivenNames.contains(given) && SURNAMES_TOO.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isCommonIn(String word, int at) {
    if (at == 0 && GivenNames.contains(word)) {
      return false;
    }
    boolean gerund = at == 0 && word.length() > 5 && word.endsWith("ing");
    return gerund || CommonWords.isCommon(word);
  }

  /**
   * A capital, then letters, with what may stand between: hyphen, apostrophe, a final full stop.
   */
  private static boolean isNameWord(String word) {
    if (!Character.isUpperCase(word.codePointAt(0)) && !startsLikeParticle(word)) {
      return false;
    }
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      int c = word.codePointAt(at);
      boolean joiner = "-'’‘`´.‐".indexOf(c) >= 0;
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (!Character.isLetter(c) && !joiner && !mark) {
        return false;
      }
    }
    return !word.endsWith("-") && !(word.endsWith(".") && word.length() > 4);
  }

  private static boolean startsLikeParticle(String word) {
    return word.length() > 3
        && (word.startsWith("d'") || word.startsWith("d’") || word.startsWith("al-"));
  }

  /** A capital inside a word, other than in "McCue", "DeVault", "O'Neil" or "Jean-Luc". */
  private static boolean isCamelCase(String word) {
    for (int i = 1; i < word.length(); i++) {
      boolean inner =
          Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1));
      if (inner && !(i <= 4 && PREFIXES.contains(word.substring(0, i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAllCapitals(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
      letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
    }
    return letters > 1;
  }

  /** The name without honorifics in front of it. */
  public static String withoutTitles(String text) {
    String name = text.strip();
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ')) {
      if (!TITLES.contains(name.substring(0, space).toLowerCase(Locale.ROOT))) {
        break;
      }
      name = name.substring(space + 1).strip();
    }
    return CjkName.withoutHonorific(name);
  }
}

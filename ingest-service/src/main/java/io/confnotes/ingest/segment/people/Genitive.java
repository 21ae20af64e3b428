package io.confnotes.ingest.segment.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names in the genitive, as in "доклад Ивана Петрова" and "prelekcja Jana Kowalskiego". Only what
 * can be nothing else is changed.
 */
final class Genitive {

  private static final Pattern RUSSIAN =
      Pattern.compile("(?<given>\\p{IsCyrillic}{3,})(?: (?<surname>\\p{IsCyrillic}{3,}))?");
  private static final Pattern POLISH =
      Pattern.compile("(?<given>\\p{L}{3,}) (?<surname>\\p{L}+(?:sk|ck|dzk)(?:iego|iej))");

  /** Endings of given names, each with those it can stand for. */
  private static final Map<String, List<String>> GIVEN =
      Map.of(
          "а", List.of(""),
          "я", List.of("й", "ь"),
          "ы", List.of("а"),
          "и", List.of("я", "а"),
          "ka", List.of("ek"),
          "a", List.of(""),
          "ła", List.of("eł"),
          "i", List.of("a"),
          "y", List.of("a"));

  private Genitive() {}

  /** The name in the nominative; as it is where it may be that already. */
  static String nominative(String name) {
    Matcher russian = RUSSIAN.matcher(name);
    if (russian.matches()) {
      return russian(name, russian.group("given"), russian.group("surname"));
    }
    if (!name.endsWith("kiego") && !name.endsWith("kiej")) {
      return name;
    }
    Matcher polish = POLISH.matcher(name);
    return polish.matches() ? polish(name, polish.group("given"), polish.group("surname")) : name;
  }

  private static String russian(String name, String given, @Nullable String surname) {
    String known = GivenNames.contains(given) ? "" : given(given);
    if (known.isEmpty() || surname == null) {
      return known.isEmpty() ? name : known;
    }
    boolean man = given.endsWith("а") || given.endsWith("я") || known.matches("Никита|Илья|Фома");
    return known + " " + (man ? man(surname) : woman(surname));
  }

  private static String man(String surname) {
    if (surname.endsWith("ого")) {
      boolean soft = surname.matches(".*[кгх]ого");
      return surname.substring(0, surname.length() - 3) + (soft ? "ий" : "ой");
    }
    return surname.endsWith("а") ? surname.substring(0, surname.length() - 1) : surname;
  }

  private static String woman(String surname) {
    String stem = surname.substring(0, surname.length() - 2);
    if (!surname.endsWith("ой")) {
      return surname;
    }
    return stem.endsWith("ск") || stem.endsWith("цк") ? stem + "ая" : stem + "а";
  }

  private static String polish(String name, String given, String surname) {
    String known = given(given);
    boolean man = surname.endsWith("ego");
    String stem = surname.substring(0, surname.length() - (man ? 4 : 3));
    return known.isEmpty() ? name : known + " " + stem + (man ? "i" : "a");
  }

  /** The listed name that a genitive stands for; empty if there is none. */
  private static String given(String genitive) {
    for (int length = 2; length > 0; length--) {
      int stem = genitive.length() - length;
      String ending = genitive.substring(stem).toLowerCase(Locale.ROOT);
      for (String other : GIVEN.getOrDefault(ending, List.of())) {
        String known = genitive.substring(0, stem) + other;
        if (GivenNames.contains(known)) {
          return known;
        }
      }
    }
    return "";
  }
}

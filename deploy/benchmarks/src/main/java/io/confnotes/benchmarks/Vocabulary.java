package io.confnotes.benchmarks;

import java.util.Random;

/** Draws invented titles, people and sentences. */
final class Vocabulary {

  private static final String[] GIVEN = {
    "Mara", "Odo", "Ines", "Tomas", "Nadia", "Erik", "Yuki", "Lena", "Pavel", "Rosa", "Amir",
    "Greta", "Jonas", "Priya", "Oskar", "Celia"
  };
  private static final String[] FAMILY = {
    "Quill",
    "Fenn",
    "Rowan",
    "Harrow",
    "Lindqvist",
    "Okonjo",
    "Brandt",
    "Castellan",
    "Marsh",
    "Tanager",
    "Petrel",
    "Ashdown",
    "Vireo",
    "Kestrel",
    "Hollis",
    "Merrow"
  };
  private static final String[] QUALITIES = {
    "quiet",
    "slow",
    "broken",
    "distributed",
    "leaky",
    "portable",
    "unlikely",
    "small",
    "tidal",
    "wooden",
    "eventual",
    "honest",
    "late",
    "salted",
    "foggy",
    "patient"
  };
  private static final String[] THINGS = {
    "lantern",
    "harbour",
    "queue",
    "ledger",
    "rope",
    "tide",
    "compiler",
    "ferry",
    "index",
    "bridge",
    "scheduler",
    "kettle",
    "signal",
    "map",
    "cache",
    "lighthouse",
    "parcel",
    "garden",
    "protocol",
    "anchor",
    "clock",
    "pipeline",
    "sail",
    "archive"
  };
  private static final String[] DOES = {
    "outlives",
    "moves",
    "forgets",
    "replaces",
    "repairs",
    "measures",
    "hides",
    "breaks",
    "carries",
    "copies",
    "explains",
    "waits for"
  };
  private static final String[] WHEN = {
    "in production",
    "on a good day",
    "when nobody is looking",
    "since the spring",
    "at night",
    "after the third retry",
    "in about forty minutes",
    "without a restart",
    "for most of us",
    "as the river rises",
    "before breakfast",
    "once the load doubles"
  };
  private static final String[] OPENERS = {
    "The", "Every", "A", "Their", "One", "Another", "No", "That"
  };

  private final Random random;

  Vocabulary(long seed) {
    this.random = new Random(seed);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  String person() {
    return pick(GIVEN) + " " + pick(FAMILY);
  }

  String title() {
    return switch (random.nextInt(4)) {
      case 0 -> capital(pick(QUALITIES)) + " " + plural(pick(THINGS)) + " and How to Mend Them";
      case 1 -> "Why Your " + capital(pick(THINGS)) + " Needs a " + capital(pick(THINGS));
      case 2 -> "Building a " + capital(pick(QUALITIES)) + " " + capital(pick(THINGS)) + " Twice";
      default -> "What the " + capital(pick(THINGS)) + " Taught Us about " + plural(pick(THINGS));
    };
  }

  String section() {
    return switch (random.nextInt(3)) {
      case 0 -> "What is a " + pick(THINGS) + "?";
      case 1 -> "The " + pick(QUALITIES) + " part";
      default -> "A " + pick(THINGS) + " for the " + pick(THINGS);
    };
  }

  /** About 60 to 160 characters. */
  String sentence() {
    String sentence =
        pick(OPENERS) + " " + noun() + " " + pick(DOES) + " the " + noun() + " " + pick(WHEN);
    return random.nextBoolean()
        ? sentence + "."
        : sentence + " — and then it’s the " + noun() + " that " + pick(DOES) + " the rest.";
  }

  String noun() {
    return pick(QUALITIES) + " " + thing();
  }

  String thing() {
    return pick(THINGS);
  }

  private String plural(String thing) {
    return capital(thing) + "s";
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }
}

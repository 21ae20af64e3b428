package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.talk.TalkGenerator;
import io.confnotes.benchmarks.load.talk.TalkGenerator.Document;
import io.confnotes.benchmarks.load.talk.TalkGenerator.Talk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is asked of query-service, about talks that there are. */
final class QueryMix {

  private static final int DOCUMENTS = 1_000;
  private static final int COMPARED = 500;

  private final List<Document> documents;

  /** A mix about talks of up to 1,000 documents. */
  QueryMix(TalkGenerator generator, RandomGenerator random) {
    documents =
        random
            .ints(DOCUMENTS, 0, generator.documents())
            .distinct()
            .mapToObj(generator::document)
            .toList();
  }

  /** What a target is set for. */
  enum Group {
    SEARCH,
    TRENDS,
    OTHER
  }

  /**
   * A kind of requests.
   *
   * @param paths gives the path of another one each time
   * @param follows whether the answer has no end: only its first event is waited for
   */
  record Kind(String name, Group group, Paths paths, boolean follows) {}

  /** Makes paths, or words to search for. */
  interface Paths {
    String next(RandomGenerator random);
  }

  /** All kinds. */
  List<Kind> kinds() {
    return List.of(
        search("common word", random -> common(random)),
        search("middle word", random -> middle(random)),
        search("rare word", random -> rare(random)),
        search("two words", random -> common(random) + " " + middle(random)),
        search("phrase", this::phrase),
        search(
            "word and tag", random -> common(random) + " tag:" + pick(random, talk(random).tags())),
        search(
            "word and event", random -> common(random) + " event:" + document(random).eventSlug()),
        search("word and year", random -> common(random) + " after:" + year(random)),
        page("search page", random -> "/talks?q=" + encoded(common(random))),
        api("talks of a tag", random -> "talks?tag=" + pick(random, talk(random).tags())),
        api("talks of an event", random -> "talks?event=" + document(random).eventSlug()),
        api("talks of a year", random -> "talks?from=%1$s&to=%1$s".formatted(year(random))),
        api("newest talks", random -> "talks?sort=-date"),
        api("facets of a word", random -> "talks/facets?q=" + encoded(common(random))),
        api("facets of all", random -> "talks/facets"),
        api("talk", random -> "talks/" + talk(random).id()),
        page("talk page", random -> "/talks/" + talk(random).id()),
        api("related talks", random -> "talks/" + talk(random).id() + "/related"),
        api("suggestions", random -> "suggestions?q=" + encoded(beginning(random))),
        api("tags", random -> "tags"),
        api("speakers", random -> "speakers"),
        api("events", random -> "events"),
        page("home page", random -> "/"),
        new Kind("changes", Group.OTHER, random -> "/api/v1/changes?lastEventId=0", true),
        trend("a tag by year", random -> "tags?per=year&tag=" + pick(random, talk(random).tags())),
        trend("tags by month", random -> "tags?from=%1$s&to=%1$s".formatted(year(random))),
        trend("tags by event", random -> "tags?per=event"),
        trend("rising and falling", random -> "tags/changes?period=" + year(random)),
        trend("pairs of a tag", random -> "tags/pairs?tag=" + pick(random, talk(random).tags())),
        trend("events", random -> "events"));
  }

  /** Words to search for, by what they are. */
  Map<String, List<String>> words(RandomGenerator random) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("common words", words(random, QueryMix::common));
    words.put("middle words", words(random, QueryMix::middle));
    words.put("rare words", words(random, QueryMix::rare));
    words.put("two words", words(random, any -> common(any) + " " + middle(any)));
    words.put("phrases", words(random, this::phrase));
    return words;
  }

  private static List<String> words(RandomGenerator random, Paths words) {
    return Stream.generate(() -> words.next(random)).limit(COMPARED).toList();
  }

  /** A word that 5 to 15 of a hundred talks have. */
  static String common(RandomGenerator random) {
    return TalkGenerator.word(random.nextInt(80, 300));
  }

  /** A word that 1 to 4 of a hundred talks have. */
  static String middle(RandomGenerator random) {
    return TalkGenerator.word(random.nextInt(400, 1_200));
  }

  /** A word that less than one of a hundred talks has. */
  static String rare(RandomGenerator random) {
    return TalkGenerator.word(random.nextInt(3_000, 40_000));
  }

  /** Two words that follow each other in some talk, in quotes. */
  String phrase(RandomGenerator random) {
    for (int attempt = 0; attempt < 100; attempt++) {
      Talk talk = talk(random);
      String[] words = talk.sentence(random.nextInt(talk.sentences().size())).split("[ .]+");
      int at = random.nextInt(words.length);
      if (talk.language().equals("en")
          && at + 1 < words.length
          && words[at].length() > 4
          && words[at + 1].length() > 4) {
        return "\"" + words[at] + " " + words[at + 1] + "\"";
      }
    }
    return "\"" + common(random) + " " + common(random) + "\"";
  }

  private Document document(RandomGenerator random) {
    return pick(random, documents);
  }

  private Talk talk(RandomGenerator random) {
    return pick(random, document(random).talks());
  }

  private String year(RandomGenerator random) {
    return Integer.toString(document(random).date().getYear());
  }

  /** What somebody has typed so far of a speaker, tag or event. */
  private String beginning(RandomGenerator random) {
    String name =
        switch (random.nextInt(3)) {
          case 0 -> talk(random).speaker();
          case 1 -> pick(random, talk(random).tags());
          default -> document(random).event();
        };
    return name.substring(0, Math.min(name.length(), random.nextInt(2, 7)));
  }

  private static <T> T pick(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Kind search(String name, Paths words) {
    return new Kind(
        "search: " + name, Group.SEARCH, random -> searchFor(words.next(random)), false);
  }

  /** The path of a search. */
  static String searchFor(String words) {
    return "/api/v1/talks?q=" + encoded(words);
  }

  private static Kind trend(String name, Paths path) {
    return new Kind(
        "trends: " + name, Group.TRENDS, random -> "/api/v1/trends/" + path.next(random), false);
  }

  private static Kind api(String name, Paths path) {
    return new Kind(name, Group.OTHER, random -> "/api/v1/" + path.next(random), false);
  }

  private static Kind page(String name, Paths path) {
    return new Kind(name, Group.OTHER, path, false);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.confnotes.query;

import io.confnotes.embedded.Database;
import io.confnotes.query.Archive.Notes;
import io.confnotes.query.Archive.Paper;
import java.util.List;
import java.util.UUID;

/** The notes every test reads. */
public final class TestTalks {

  public static final UUID ADA = id(1);
  public static final UUID BERT = id(2);
  static final UUID FRENCH = id(3);
  static final UUID GERMAN = id(4);
  static final UUID SERIES = id(5);
  public static final UUID HOSTILE = id(6);
  static final UUID LINE_ENDS = id(7);

  public static final UUID RETRACTED = id(8);

  public static final UUID CONTAINERS = id(11);
  static final UUID STORAGE = id(12);
  static final UUID CONTENEURS = id(13);
  static final UUID HOCHZEIT = id(14);
  static final UUID SCRIPT = id(16);
  static final UUID SNAKE = id(17);
  static final UUID MERGED = id(18);
  static final UUID MERGED_EARLIER = id(19);

  public static final UUID STORED = id(21);
  public static final UUID LOST = id(22);

  /** Talks of one document and one day, in the event "Long Days". */
  static final int SERIES_LENGTH = 45;

  static final String LINE_ENDS_TEXT = "Größe 🐍\r\nzweite Zeile\r\n\tund Schluss  \r\n";

  private static final String[] SHELLEY = {
    "mary-shelley", "Mary Shelley", "@mary", "Villa Diodati"
  };
  private static final String[] VERNE = {"jules-verne", "Jules Verne"};
  private static final String CONTAINERS_TEXT =
      """
      Containers without tears
      Mary Shelley
      Why: a container is a group of ordinary processes.
      Isolation comes from the kernel, not from the packaging.
      """;
  private static final String STORAGE_TEXT =
      """
      Storage that survives 🐍
      Jules Verne
      Rule: every write is confirmed by three nodes. Somebody asked about a container, and containers,
      and running containers in containers.
      """;

  private TestTalks() {}

  static UUID id(int number) {
    return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
  }

  static void writeTo(Database database) {
    try (Archive archive = new Archive(database)) {
      addGophercamp(archive);
      addOtherLanguages(archive);
      addSeries(archive);
      addAwkward(archive);
      archive.retracted(RETRACTED, "2022-04-01T10:00:00Z", "2022-04-02T10:00:00Z");
      archive.redirect(MERGED, CONTAINERS);
      archive.redirect(MERGED_EARLIER, MERGED);
      archive.alias("tag", "docker containers", "containers");
      archive.alias("speaker", "m-shelley", "mary-shelley");
      archive.alias("event", "lca-2018", "linux-conf-au-2018");
      archive.submission(
          STORED,
          ADA,
          "stored",
          null,
          "[{\"talkNotesId\": \"%s\", \"talkId\": \"%s\"}]".formatted(id(101), CONTAINERS));
      archive.submission(LOST, null, "dead-lettered", "undecodable", "[]");
    }
  }

  private static void addGophercamp(Archive archive) {
    archive.add(
        new Paper(
            ADA,
            "Gophercamp 2019",
            "gophercamp-2019",
            "2019-05-04",
            "2019-05-04",
            "2019-05-04",
            "Ada",
            "https://ada.example/gophercamp",
            "2019-05-05T10:00:00Z",
            "A sunny day.\n" + CONTAINERS_TEXT + STORAGE_TEXT),
        new Notes(
            id(101),
            CONTAINERS,
            0,
            "Containers without tears",
            "en",
            CONTAINERS_TEXT,
            List.<String[]>of(SHELLEY),
            List.of("containers", "Linux kernel"),
            List.of(
                "a container is a group of ordinary processes.",
                "Isolation comes from the kernel")),
        new Notes(
            id(102),
            STORAGE,
            1,
            "Storage that survives 🐍",
            "en",
            STORAGE_TEXT,
            List.<String[]>of(VERNE),
            List.of("storage", "Linux kernel"),
            List.of("every write is confirmed by three nodes.")));
    String bert = "No tears with containers\nkernel namespaces, mostly\n";
    archive.add(
        new Paper(
            BERT,
            "Gophercamp 2019",
            "gophercamp-2019",
            "2019-05",
            "2019-05-01",
            "2019-05-31",
            "Bert",
            null,
            "2019-05-09T10:00:00Z",
            bert),
        new Notes(
            id(103),
            CONTAINERS,
            0,
            "No tears with containers",
            "en",
            bert,
            List.<String[]>of(SHELLEY),
            List.of("containers"),
            List.of()));
  }

  private static void addOtherLanguages(Archive archive) {
    String french = "Les conteneurs expliqués\nÉmile Zola\nles systèmes parlaient\n";
    archive.add(
        new Paper(
            FRENCH,
            "Systèmes 2020",
            "systemes-2020",
            "2020",
            "2020-01-01",
            "2020-12-31",
            null,
            null,
            "2020-05-05T10:00:00Z",
            french),
        new Notes(
            id(104),
            CONTENEURS,
            0,
            "Les conteneurs expliqués",
            "fr",
            french,
            List.<String[]>of(new String[] {"emile-zola", "Émile Zola"}),
            List.of(),
            List.of()));
    String german = "Hochzeiten im Rechenzentrum\nClara\nviele Häuser\n";
    archive.add(
        new Paper(GERMAN, null, null, null, null, null, null, null, "2020-05-05T10:00:00Z", german),
        new Notes(
            id(105),
            HOCHZEIT,
            0,
            "Hochzeiten im Rechenzentrum",
            "de",
            german,
            List.<String[]>of(new String[] {"clara", "Clara"}),
            List.of(),
            List.of()));
  }

  private static void addSeries(Archive archive) {
    Notes[] notes = new Notes[SERIES_LENGTH];
    for (int i = 0; i < SERIES_LENGTH; i++) {
      notes[i] =
          new Notes(
              id(1000 + i),
              // Ids that go against the order of the document
              id(3000 - i),
              i,
              "Lecture",
              "en",
              "Lecture\n",
              List.<String[]>of(new String[] {"speaker-" + i, "Speaker " + i}),
              List.of("topic " + (i % 7)),
              List.of());
    }
    archive.add(
        new Paper(
            SERIES,
            "Long Days",
            "long-days",
            "2021-02",
            "2021-02-01",
            "2021-02-28",
            null,
            null,
            "2021-03-01T10:00:00Z",
            "Lecture\n"),
        notes);
  }

  private static void addAwkward(Archive archive) {
    String hostile =
        "<script>alert(1)</script>\nBobby <b>Tables</b>\n\"quoted\" & <i>said</i> so\n";
    archive.add(
        new Paper(
            HOSTILE,
            "<img src=x onerror=alert(2)>",
            "img",
            null,
            null,
            null,
            "<u>Eve</u>",
            "javascript:alert(3)",
            "2022-03-01T10:00:00Z",
            hostile),
        new Notes(
            id(106),
            SCRIPT,
            0,
            "<script>alert(1)</script>",
            "und",
            hostile,
            List.<String[]>of(new String[] {"bobby-tables", "Bobby <b>Tables</b>", "<h1>", "\"'&"}),
            List.of("<tag>"),
            List.of("& <i>said</i> so")));
    archive.add(
        new Paper(
            LINE_ENDS,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "2022-03-02T10:00:00Z",
            LINE_ENDS_TEXT),
        new Notes(
            id(107),
            SNAKE,
            0,
            "Größe 🐍",
            "en",
            LINE_ENDS_TEXT,
            List.<String[]>of(new String[] {"will-james", "Will James"}),
            List.of(),
            List.of("zweite Zeile\r\n\tund Schluss")));
  }
}

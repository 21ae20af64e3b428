package io.confnotes.ingest.unpack;

import static io.confnotes.ingest.unpack.TestArchives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.unpack.Entry.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final String NOTES = "# Tides at Home\n\nby Mara Quill\n";
  private static final Bounds SMALL = new Bounds(20, 1000, 5000, 100, 2000);

  static List<byte[]> kinds() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("2024/harbour-days/friday.md", NOTES);
    files.put("größe/発表.TXT", "Knots");
    files.put("a/page.html", "<p>Lanterns");
    files.put("NOTES", "Charts");
    return List.of(TestArchives.zip(files), TestArchives.tar(files), TestArchives.tarGzip(files));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldUnpackFilesInOrder(byte[] archive) throws IOException {
    assertThat(unpack(archive, Bounds.DEFAULT).stream().map(ArchiveTest::described))
        .containsExactly(
            "2024/harbour-days/friday.md MARKDOWN " + NOTES,
            "größe/発表.TXT PLAIN Knots",
            "a/page.html HTML <p>Lanterns",
            "NOTES PLAIN Charts");
  }

  @ParameterizedTest
  @CsvSource({
    "slides.pdf, IGNORED",
    "Makefile, IGNORED",
    ".git/config.txt, IGNORED",
    "a/.hidden.md, IGNORED",
    "._notes.md, IGNORED",
    "__MACOSX/notes.md, IGNORED",
    "a/node_modules/b/README.md, IGNORED",
    "older.zip, NESTED_ARCHIVE",
    "a/older.tar.gz, NESTED_ARCHIVE",
    "../notes.md, BAD_PATH",
    "a/../../notes.md, BAD_PATH",
    "'..\\notes.md', BAD_PATH",
    "'a\nb.md', BAD_PATH"
  })
  void shouldRefuseByName(String path, Reason reason) throws IOException {
    for (byte[] archive :
        List.of(TestArchives.zip(Map.of(path, NOTES)), TestArchives.tar(Map.of(path, NOTES)))) {
      assertThat(unpack(archive, Bounds.DEFAULT))
          .singleElement()
          .isInstanceOfSatisfying(
              Entry.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/notes.md, srv/notes.md",
    "'C:\\Users\\mara\\notes.md', Users/mara/notes.md",
    "./a//./notes.md, a/notes.md",
    "cafe\u0301.md, caf\u00E9.md"
  })
  void shouldNormalisePaths(String name, String path) throws IOException {
    assertThat(unpack(TestArchives.zip(Map.of(name, NOTES)), Bounds.DEFAULT))
        .singleElement()
        .extracting(Entry::path)
        .isEqualTo(path);
  }

  @Test
  void shouldRefuseLongAndDeepPaths() throws IOException {
    // Given
    String deep = "a/".repeat(EntryPath.MAX_DEPTH) + "notes.md";
    String lengthy = "n".repeat(EntryPath.MAX_LENGTH) + ".md";
    Map<String, String> files = Map.of(deep, NOTES, lengthy, NOTES);

    // When
    List<Entry> entries = new ArrayList<>(unpack(TestArchives.zip(files), Bounds.DEFAULT));
    entries.addAll(unpack(TestArchives.tarGzip(files), Bounds.DEFAULT));

    // Then
    assertThat(entries).hasSize(4).allMatch(entry -> reason(entry) == Reason.BAD_PATH);
    assertThat(entries).allMatch(entry -> entry.path().length() <= EntryPath.MAX_LENGTH);
  }

  @Test
  void shouldRefuseLinksAndDevices() throws IOException {
    // Given
    byte[] tar =
        TestArchives.tar(
            out -> {
              for (byte type :
                  new byte[] {
                    TarConstants.LF_SYMLINK,
                    TarConstants.LF_LINK,
                    TarConstants.LF_CHR,
                    TarConstants.LF_BLK,
                    TarConstants.LF_FIFO
                  }) {
                var entry = new TarArchiveEntry("notes.md", type);
                entry.setLinkName("/etc/passwd");
                TestArchives.put(out, entry, new byte[0]);
              }
            });
    byte[] zip =
        TestArchives.zip(
            out -> {
              var entry = new ZipArchiveEntry("notes.md");
              entry.setUnixMode(0120777);
              TestArchives.put(out, entry, bytes("/etc/passwd"));
            });

    // When
    List<Entry> entries = new ArrayList<>(unpack(tar, Bounds.DEFAULT));
    entries.addAll(unpack(zip, Bounds.DEFAULT));

    // Then
    assertThat(entries).hasSize(6).allMatch(entry -> reason(entry) == Reason.NOT_A_FILE);
  }

  @Test
  void shouldRefuseSparseFiles() throws IOException {
    // Given a file of 1 GiB of zeros, by the way its headers say so
    byte[] tar =
        TestArchives.tar(
            out -> {
              String headers =
                  """
                  22 GNU.sparse.major=1
                  22 GNU.sparse.minor=0
                  34 GNU.sparse.realsize=1073741824
                  """;
              var entry = new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
              TestArchives.put(out, entry, bytes(headers));
              byte[] map = Arrays.copyOf(bytes("1\n1073741824\n0\n"), 512);
              TestArchives.put(out, new TarArchiveEntry("notes.md"), map);
            });

    // Then
    assertThat(unpack(tar, Bounds.DEFAULT))
        .singleElement()
        .matches(entry -> reason(entry) == Reason.NOT_A_FILE);
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void shouldRefuseFileThatIsTooLargeAlone(int method) throws IOException {
    // Given
    byte[] zip =
        TestArchives.zip(
            out -> {
              out.setMethod(method);
              var large = new ZipArchiveEntry("large.md");
              large.setSize(1001);
              large.setCrc(crc(noise(1001)));
              TestArchives.put(out, large, noise(1001));
              var small = new ZipArchiveEntry("small.md");
              small.setSize(1000);
              small.setCrc(crc(noise(1000)));
              TestArchives.put(out, small, noise(1000));
            });

    // Then
    assertThat(unpack(zip, SMALL).stream().map(ArchiveTest::outcome))
        .containsExactly("large.md TOO_LARGE", "small.md read");
  }

  @Test
  void shouldNotTrustTheSizeThatIsAnnounced() throws IOException {
    // Given
    byte[] zip = TestArchives.zip(Map.of("notes.md", "x".repeat(1900)));
    patch(zip, directory(zip) + 24, 10);

    // Then
    assertThat(unpack(zip, SMALL).stream().map(ArchiveTest::outcome))
        .containsExactly("notes.md TOO_LARGE");
  }

  @Test
  void shouldSkipLargeFilesOfTar() throws IOException {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    files.put("large.md", "x".repeat(1500));
    files.put("slides.pdf", "x".repeat(1500));
    files.put("small.md", NOTES);

    // Then
    assertThat(unpack(TestArchives.tar(files), new Bounds(20, 1000, 20_000, 100, 2000)))
        .extracting(ArchiveTest::outcome)
        .containsExactly("large.md TOO_LARGE", "slides.pdf IGNORED", "small.md read");
  }

  @Test
  void shouldEndAtTooManyBytes() throws IOException {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      files.put(i + ".md", HexFormat.of().formatHex(noise(450)));
    }

    // Then
    for (byte[] archive : List.of(TestArchives.zip(files), TestArchives.tarGzip(files))) {
      List<Entry> entries = unpack(archive, SMALL);
      assertThat(entries).hasSizeBetween(3, 6);
      assertThat(entries.getLast()).matches(last -> reason(last) == Reason.BOUND);
      assertThat(entries.subList(0, entries.size() - 1))
          .allMatch(entry -> entry instanceof Entry.File);
    }
  }

  @Test
  void shouldEndAtExpansionThatNoNotesHave() throws IOException {
    // Given files that shrink to a thousandth
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put(i + ".md", "0".repeat(1 << 20));
    }

    // Then
    for (byte[] archive : List.of(TestArchives.zip(files), TestArchives.tarGzip(files))) {
      List<Entry> entries = unpack(archive, Bounds.DEFAULT);
      assertThat(reason(entries.getLast())).isEqualTo(Reason.BOUND);
      assertThat(entries).hasSizeLessThan(8);
    }
  }

  @Test
  void shouldShareTheBudgetAmongArchives() throws IOException {
    // Given
    Budget budget = new Budget(new Bounds(3, 1000, 5000, 100, 2000));
    byte[] zip = TestArchives.zip(Map.of("a.md", NOTES, "b.md", NOTES));

    // When
    List<Entry> first = unpack(zip, budget);
    List<Entry> second = unpack(zip, budget);

    // Then
    assertThat(first).allMatch(entry -> entry instanceof Entry.File);
    assertThat(second).hasSize(2);
    assertThat(reason(second.getLast())).isEqualTo(Reason.BOUND);
  }

  @Test
  void shouldEndAtTooManyEntries() throws IOException {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    IntStream.range(0, 30).forEach(i -> files.put(i + ".md", NOTES));

    // Then
    for (byte[] archive : List.of(TestArchives.zip(files), TestArchives.tar(files))) {
      List<Entry> entries = unpack(archive, new Bounds(20, 1000, 1 << 20, 100, 1 << 20));
      assertThat(entries).hasSize(21);
      assertThat(entries.getLast()).isInstanceOf(Entry.Refused.class);
      assertThat(entries.getLast().path()).isEmpty();
      assertThat(reason(entries.getLast())).isEqualTo(Reason.BOUND);
    }
  }

  @Test
  void shouldNotKeepADirectoryOfManyEntries() throws IOException {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    IntStream.range(0, 10_000).forEach(i -> files.put(i + ".md", ""));

    // Then
    assertThat(unpack(TestArchives.zip(files), SMALL))
        .singleElement()
        .matches(entry -> reason(entry) == Reason.BOUND);
  }

  @Test
  void shouldNotKeepLongHeadersOfTar() throws IOException {
    // Given
    byte[] longName =
        TestArchives.tar(
            out -> {
              var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
              TestArchives.put(out, entry, new byte[1 << 20]);
              TestArchives.put(out, new TarArchiveEntry("notes.md"), bytes(NOTES));
            });
    byte[] manyHeaders =
        TestArchives.tar(
            out -> {
              for (int i = 0; i < 5000; i++) {
                var entry = new TarArchiveEntry("pax", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
                entry.addPaxHeader("comment", "a".repeat(600));
                out.putArchiveEntry(entry);
              }
            });

    // Then
    for (byte[] archive : List.of(longName, manyHeaders)) {
      assertThat(unpack(archive, Bounds.DEFAULT))
          .singleElement()
          .matches(entry -> reason(entry) == Reason.UNREADABLE);
    }
  }

  @Test
  void shouldRefuseWhatItCannotUnpack() throws IOException {
    // Given
    byte[] encrypted = TestArchives.zip(Map.of("notes.md", NOTES));
    patch(encrypted, directory(encrypted) + 8, encrypted[directory(encrypted) + 8] | 1);
    byte[] exotic = TestArchives.zip(Map.of("notes.md", NOTES));
    patch(exotic, directory(exotic) + 10, 14);
    byte[] corrupt = TestArchives.zip(Map.of("notes.md", NOTES));
    patch(corrupt, directory(corrupt) + 16, corrupt[directory(corrupt) + 16] ^ 1);

    // Then
    for (byte[] archive : List.of(encrypted, exotic, corrupt)) {
      assertThat(unpack(archive, Bounds.DEFAULT).stream().map(ArchiveTest::outcome))
          .containsExactly("notes.md UNREADABLE");
    }
  }

  @Test
  void shouldIgnoreWhatLocalHeadersSayOtherwise() throws IOException {
    // Given a local header with the name and the size of another file
    byte[] zip = TestArchives.zip(Map.of("notes.md", NOTES));
    patch(zip, 30, '.');
    patch(zip, 22, 1);

    // Then
    assertThat(unpack(zip, Bounds.DEFAULT).stream().map(ArchiveTest::outcome))
        .containsExactly("notes.md read");
  }

  @Test
  void shouldReadOldNamesOfZip() throws IOException {
    // Given names in the charset of an old DOS, and in UTF-8 that is not announced as such
    for (String charset : List.of("IBM437", "UTF-8")) {
      byte[] zip =
          TestArchives.zip(
              out -> {
                out.setEncoding(charset);
                out.setUseLanguageEncodingFlag(false);
                TestArchives.put(out, new ZipArchiveEntry("größe.md"), bytes(NOTES));
              });

      // Then
      assertThat(new String(zip, Charset.forName(charset))).contains("größe.md");
      assertThat(unpack(zip, Bounds.DEFAULT).stream().map(ArchiveTest::outcome))
          .containsExactly("größe.md read");
    }
  }

  @Test
  void shouldReadSeveralGzipMembers() throws IOException {
    // Given
    byte[] tar = TestArchives.tar(Map.of("notes.md", NOTES));
    byte[] first = TestArchives.gzip(Arrays.copyOf(tar, 700));
    byte[] second = TestArchives.gzip(Arrays.copyOfRange(tar, 700, tar.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    // Then
    assertThat(unpack(both, Bounds.DEFAULT).stream().map(ArchiveTest::outcome))
        .containsExactly("notes.md read");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 100, 511, 512, 5000})
  void shouldSayThatBytesAreNoArchive(int length) throws IOException {
    for (byte[] archive :
        List.of(noise(length), new byte[length], TestArchives.gzip(noise(length)))) {
      assertThat(unpack(archive, Bounds.DEFAULT))
          .singleElement()
          .isInstanceOfSatisfying(
              Entry.Refused.class,
              refused -> {
                assertThat(refused.path()).isEmpty();
                assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldSurviveTruncation(byte[] archive) throws IOException {
    for (int length = 0; length < archive.length; length += 1 + length / 50) {
      requireWithinBounds(unpack(Arrays.copyOf(archive, length), SMALL));
    }
  }

  /** Whatever the bytes: no exception escapes, paths are safe, and the bounds hold. */
  @ParameterizedTest
  @MethodSource("kinds")
  void shouldSurviveDamage(byte[] archive) throws IOException {
    Random random = new Random(20240517);
    for (int round = 0; round < 1000; round++) {
      byte[] damaged = archive.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      requireWithinBounds(unpack(damaged, SMALL));
    }
  }

  @Test
  void shouldSurviveDamageBelowCompression() throws IOException {
    Random random = new Random(20240518);
    byte[] tar = TestArchives.tar(Map.of("a.md", NOTES, "b/" + "c".repeat(120) + ".md", NOTES));
    for (int round = 0; round < 1000; round++) {
      byte[] damaged = tar.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        damaged[random.nextInt(4096)] = (byte) random.nextInt(256);
      }
      requireWithinBounds(unpack(TestArchives.gzip(damaged), SMALL));
    }
  }

  private static void requireWithinBounds(List<Entry> entries) {
    assertThat(entries).hasSizeLessThanOrEqualTo(SMALL.entries() + 1);
    long bytes = 0;
    for (Entry entry : entries) {
      if (entry instanceof Entry.File file) {
        assertThat("/" + file.path() + "/").doesNotContain("//", "/../", "\\", "\0");
        assertThat(file.content()).hasSizeLessThanOrEqualTo(SMALL.fileBytes());
        bytes += file.content().length;
      }
    }
    assertThat(bytes).isLessThanOrEqualTo(SMALL.unpackedBytes());
  }

  private static List<Entry> unpack(byte[] archive, Bounds bounds) throws IOException {
    return unpack(archive, new Budget(bounds));
  }

  private static List<Entry> unpack(byte[] bytes, Budget budget) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Archive archive = new Archive(bytes, budget)) {
      for (Entry entry = archive.next(); entry != null; entry = archive.next()) {
        entries.add(entry);
      }
      assertThat(archive.next()).isNull();
    }
    return entries;
  }

  private static String described(Entry entry) {
    return switch (entry) {
      case Entry.File(String path, Format format, byte[] content) ->
          path + " " + format + " " + new String(content, StandardCharsets.UTF_8);
      case Entry.Refused refused -> refused.toString();
    };
  }

  private static String outcome(Entry entry) {
    return entry.path() + " " + (entry instanceof Entry.File ? "read" : reason(entry));
  }

  private static Reason reason(Entry entry) {
    return switch (entry) {
      case Entry.File file -> throw new AssertionError(file + " was not refused");
      case Entry.Refused refused -> refused.reason();
    };
  }

  /** Where the header of the first entry in the central directory is. */
  private static int directory(byte[] zip) {
    for (int at = 0; at + 4 < zip.length; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        return at;
      }
    }
    throw new AssertionError("no central directory");
  }

  private static void patch(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private static long crc(byte[] content) {
    var sum = new java.util.zip.CRC32();
    sum.update(content);
    return sum.getValue();
  }
}

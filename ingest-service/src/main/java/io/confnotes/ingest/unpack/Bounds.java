package io.confnotes.ingest.unpack;

/**
 * How much is unpacked of all archives of one request.
 *
 * @param entries how many entries are looked at
 * @param fileBytes the bytes of one file
 * @param unpackedBytes the bytes that all entries unpack to, those of ignored files of a tar among
 *     them
 * @param ratio how many times its own length an archive may unpack to, once it is more than {@code
 *     ratioFloor}
 * @param ratioFloor the bytes that any archive may unpack to, however short it is
 */
public record Bounds(int entries, int fileBytes, long unpackedBytes, int ratio, long ratioFloor) {

  /** What notes of many years take, and a small heap bears. */
  public static final Bounds DEFAULT = new Bounds(10_000, 4 << 20, 64L << 20, 100, 4L << 20);
}

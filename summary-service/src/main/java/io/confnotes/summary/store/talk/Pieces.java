package io.confnotes.summary.store.talk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The ids of many talks in pieces, as no statement may take long. */
final class Pieces {
  private Pieces() {}

  /** All of them, in their order; none of the pieces has more than so many, and none is empty. */
  static List<UUID[]> of(UUID[] talkIds, int most) {
    return IntStream.iterate(0, from -> from < talkIds.length, from -> from + most)
        .mapToObj(from -> Arrays.copyOfRange(talkIds, from, Math.min(talkIds.length, from + most)))
        .toList();
  }
}

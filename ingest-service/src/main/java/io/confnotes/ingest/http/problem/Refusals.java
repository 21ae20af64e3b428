package io.confnotes.ingest.http.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * What was refused of a request with several files. A list for people is of no use when it is long:
 * only the first ones are kept, and few of those that were not even meant to be notes. Not
 * thread-safe.
 */
public final class Refusals {
  private static final int MAX_LISTED = 1000;
  private static final int MAX_IGNORED = 20;

  private final List<Refusal> notes = new ArrayList<>();
  private final List<Refusal> ignored = new ArrayList<>();
  private int unlisted;

  /** Adds a file of notes that could not be accepted. */
  public void add(Refusal refusal) {
    add(notes, refusal, MAX_LISTED);
  }

  /** Adds a file that is not read, whatever is in it. */
  public void addIgnored(Refusal refusal) {
    add(ignored, refusal, MAX_IGNORED);
  }

  private void add(List<Refusal> list, Refusal refusal, int most) {
    if (list.size() < most) {
      list.add(refusal);
    } else {
      unlisted++;
    }
  }

  /** Those that are kept: the notes first. */
  public List<Refusal> listed() {
    List<Refusal> all = new ArrayList<>(notes);
    all.addAll(ignored);
    return all;
  }

  /** How many more there were. */
  public int unlisted() {
    return unlisted;
  }

  public int count() {
    return notes.size() + ignored.size() + unlisted;
  }
}

package io.confnotes.summary.rebuild;

import io.confnotes.summary.rebuild.Rebuild.TableRows;
import io.confnotes.summary.rebuild.Rebuild.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Compares the serving schema with the rebuilt one, page by page in the order of keys. Every table
 * but {@code progress} belongs to a kind of thing, and of each thing all rows are compared, every
 * column of them.
 */
final class Comparison {
  /** One talk can have some hundred kilobytes of rows. */
  private static final int PAGE = 100;

  private Comparison() {}

  /** Counts so far, by the words of kinds and the names of tables. */
  record Counts(Map<String, Tally> kinds, Map<String, TableRows> tables) {
    static final Counts NONE = new Counts(Map.of(), Map.of());

    Counts {
      kinds = Map.copyOf(kinds);
      tables = Map.copyOf(tables);
    }

    Tally of(Kind kind) {
      return kinds.getOrDefault(kind.word(), Tally.NONE);
    }
  }

  /** Something that differs. */
  record Found(String key, boolean serving, boolean rebuilt, List<String> fields) {}

  /**
   * What a page has.
   *
   * @param last the last key, null where there was none
   * @param counts those before and those of the page
   * @param full whether there may be more
   */
  record Page(@Nullable String last, Counts counts, List<Found> found, boolean full) {}

  private record TableOf(String key, String table, long serving, long rebuilt, boolean differs) {}

  /**
   * Compares the next ones of a kind.
   *
   * @param after the last key before, null for the first page
   * @param most how many of what differs are named
   */
  static Page page(Handle handle, Kind kind, @Nullable String after, Counts before, int most) {
    var query = handle.createQuery(kind.page(after)).bind("most", PAGE);
    if (after != null) {
      query.bind("after", after);
    }
    Map<String, List<TableOf>> things = new LinkedHashMap<>();
    query
        .map(
            (row, context) ->
                new TableOf(
                    row.getString("key"),
                    row.getString("name"),
                    row.getLong("serving"),
                    row.getLong("rebuilt"),
                    row.getBoolean("differs")))
        .forEach(row -> things.computeIfAbsent(row.key, key -> new ArrayList<>()).add(row));
    Map<String, TableRows> tables = new TreeMap<>(before.tables());
    Tally tally = before.of(kind);
    List<Found> found = new ArrayList<>();
    String last = null;
    for (Map.Entry<String, List<TableOf>> thing : things.entrySet()) {
      last = thing.getKey();
      thing.getValue().forEach(row -> tables.merge(row.table, rows(row), Comparison::sum));
      boolean serving = thing.getValue().stream().anyMatch(row -> row.serving > 0);
      boolean rebuilt = thing.getValue().stream().anyMatch(row -> row.rebuilt > 0);
      boolean differs = thing.getValue().stream().anyMatch(TableOf::differs);
      tally = add(tally, serving, rebuilt, differs);
      if (differs && found.size() < most) {
        found.add(new Found(last, serving, rebuilt, fields(handle, kind, thing.getValue())));
      }
    }
    Map<String, Tally> kinds = new TreeMap<>(before.kinds());
    kinds.put(kind.word(), tally);
    return new Page(last, new Counts(kinds, tables), found, things.size() == PAGE);
  }

  private static TableRows rows(TableOf row) {
    return new TableRows(row.table, row.serving, row.rebuilt);
  }

  private static TableRows sum(TableRows a, TableRows b) {
    return new TableRows(a.table(), a.serving() + b.serving(), a.rebuilt() + b.rebuilt());
  }

  private static Tally add(Tally tally, boolean serving, boolean rebuilt, boolean differs) {
    return new Tally(
        tally.serving() + (serving ? 1 : 0),
        tally.rebuilt() + (rebuilt ? 1 : 0),
        tally.onlyServing() + (serving && !rebuilt ? 1 : 0),
        tally.onlyRebuilt() + (rebuilt && !serving ? 1 : 0),
        tally.different() + (serving && rebuilt && differs ? 1 : 0));
  }

  private static List<String> fields(Handle handle, Kind kind, List<TableOf> rows) {
    List<String> fields = new ArrayList<>();
    for (TableOf row : rows) {
      if (row.differs
          && row.serving == 1
          && row.rebuilt == 1
          && kind.tables().contains(row.table)) {
        fields.addAll(columns(handle, kind, row));
      } else if (row.differs) {
        fields.add(row.table);
      }
    }
    return fields;
  }

  private static List<String> columns(Handle handle, Kind kind, TableOf row) {
    return handle
        .createQuery(kind.columns(row.table))
        .bind("key", row.key)
        .mapTo(String.class)
        .list();
  }
}

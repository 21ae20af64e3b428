package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.summary.analyse.Slug;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What tags, speakers and events are called: canonical names, and aliases that lead to them. */
final class NameDecisions {
  private final Handle handle;
  private final RecordedRows rows;

  NameDecisions(Handle handle, RecordedRows rows) {
    this.handle = handle;
    this.rows = rows;
  }

  void rename(Action.Rename action) {
    Kind kind = action.kind();
    String slug = action.slug();
    ObjectNode canonical = require(kind, slug);
    String newSlug = slug(action.name());
    if (canonical.path("name").asText().equals(action.name())) {
      throw Problems.nothingToDo("It is called '%s' already.".formatted(action.name()));
    }
    if (!newSlug.equals(slug)) {
      ObjectNode alias = rows.find(RecordedTable.ALIAS, key(kind, newSlug));
      if (alias == null || !alias.path("canonical").asText().equals(slug)) {
        requireFree(kind, slug, newSlug, alias);
      }
      rows.remove(RecordedTable.CANONICAL, canonical);
      rows.remove(RecordedTable.ALIAS, key(kind, newSlug));
      lead(kind, slug, newSlug);
      rows.put(RecordedTable.ALIAS, alias(canonical, newSlug, 0));
    }
    rows.put(
        RecordedTable.CANONICAL,
        canonical.deepCopy().put("slug", newSlug).put("name", action.name()));
  }

  void merge(Action.Merge action) {
    Kind kind = action.kind();
    if (action.slug().equals(action.into())) {
      throw Problems.mergedWithItself(kind.word());
    }
    ObjectNode merged = require(kind, action.slug());
    ObjectNode into = require(kind, action.into());
    int count = merged.path("count").asInt();
    rows.remove(RecordedTable.CANONICAL, merged);
    rows.put(
        RecordedTable.CANONICAL, into.deepCopy().put("count", into.path("count").asInt() + count));
    lead(kind, action.slug(), action.into());
    rows.put(RecordedTable.ALIAS, alias(merged, action.into(), count));
  }

  void split(Action.Split action) {
    Kind kind = action.kind();
    ObjectNode alias = rows.find(RecordedTable.ALIAS, key(kind, action.slug()));
    if (alias == null) {
      throw Problems.notMerged(kind, action.slug());
    }
    int count = alias.path("count").asInt();
    rows.remove(RecordedTable.ALIAS, alias);
    rows.put(
        RecordedTable.CANONICAL,
        canonical(kind, action.slug(), alias.path("name").asText()).put("count", count));
    ObjectNode from = require(kind, alias.path("canonical").asText());
    if (count > 0) {
      int rest = Math.max(0, from.path("count").asInt() - count);
      rows.put(RecordedTable.CANONICAL, from.deepCopy().put("count", rest));
    }
  }

  void hide(String slug, boolean hidden) {
    ObjectNode tag = require(Kind.TAG, slug);
    if (tag.path("hidden").asBoolean() == hidden) {
      throw Problems.nothingToDo(
          "The tag '%s' is %s already.".formatted(slug, hidden ? "hidden" : "shown"));
    }
    rows.put(RecordedTable.CANONICAL, tag.deepCopy().put("hidden", hidden));
  }

  /** Makes a canonical name that nothing else has; returns its slug. */
  String make(Kind kind, String name, String splitFrom) {
    String slug = slug(name);
    requireFree(kind, splitFrom, slug, rows.find(RecordedTable.ALIAS, key(kind, slug)));
    rows.put(RecordedTable.CANONICAL, canonical(kind, slug, name));
    return slug;
  }

  /** The canonical row of a name, as it is or as it would be: what stands in notes needs none. */
  ObjectNode require(Kind kind, String slug) {
    ObjectNode alias = rows.find(RecordedTable.ALIAS, key(kind, slug));
    if (alias != null) {
      throw Problems.mergedBefore(kind.word(), slug, alias.path("canonical").asText());
    }
    ObjectNode canonical = find(kind, slug);
    if (canonical == null) {
      throw Problems.unknown(kind, slug);
    }
    return canonical;
  }

  private @Nullable ObjectNode find(Kind kind, String slug) {
    ObjectNode canonical = rows.find(RecordedTable.CANONICAL, key(kind, slug));
    return canonical != null
        ? canonical
        : handle
            .createQuery(kind.nameQuery())
            .bind("slug", slug)
            .mapTo(String.class)
            .findFirst()
            .map(name -> canonical(kind, slug, name))
            .orElse(null);
  }

  private void requireFree(Kind kind, String slug, String wanted, @Nullable ObjectNode alias) {
    if (alias != null) {
      throw Problems.nameTaken(kind, slug, wanted, alias.path("canonical").asText());
    }
    if (find(kind, wanted) != null) {
      throw Problems.nameTaken(kind, slug, wanted, wanted);
    }
  }

  /** Lets all other names of one lead to another. */
  private void lead(Kind kind, String from, String to) {
    List<ObjectNode> aliases = rows.where(RecordedTable.ALIAS, "canonical", from);
    for (ObjectNode alias : aliases) {
      if (alias.path("kind").asText().equals(kind.word())) {
        rows.put(RecordedTable.ALIAS, alias.deepCopy().put("canonical", to));
      }
    }
  }

  private static String slug(String name) {
    String slug = Slug.of(name);
    if (slug.isEmpty()) {
      throw Problems.invalidName(name);
    }
    return slug;
  }

  static ObjectNode key(Kind kind, String slug) {
    return RecordedRows.row().put("kind", kind.word()).put("slug", slug);
  }

  private static ObjectNode canonical(Kind kind, String slug, String name) {
    ObjectNode row = key(kind, slug).put("name", name).put("hidden", false).put("count", 0);
    row.putArray("broader");
    return row;
  }

  private static ObjectNode alias(ObjectNode canonical, String to, int count) {
    return RecordedRows.row()
        .put("kind", canonical.path("kind").asText())
        .put("slug", canonical.path("slug").asText())
        .put("name", canonical.path("name").asText())
        .put("canonical", to)
        .put("count", count);
  }
}

package io.confnotes.summary.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Snapshots of the vocabulary. Curators change the tables at any time; the analyser works with a
 * snapshot, so that every talk can be analysed again with the same result.
 */
public final class Vocabularies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vocabularies() {}

  /** The number of the snapshot in use: that of the last re-analysis which was no dry run. */
  public static int revisionInUse(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT coalesce((SELECT vocabulary_revision FROM recorded.reanalysis WHERE NOT dry_run
                              ORDER BY reanalysis_id DESC LIMIT 1), 0)
            """)
        .mapTo(int.class)
        .one();
  }

  /** The analyser that works with a snapshot. */
  public static DocumentAnalyser analyser(Handle handle, int revision) {
    return new DocumentAnalyser(revision, vocabulary(handle, revision));
  }

  /** A snapshot. */
  public static Vocabulary vocabulary(Handle handle, int revision) {
    String terms =
        handle
            .createQuery("SELECT terms FROM recorded.vocabulary WHERE revision = :revision")
            .bind("revision", revision)
            .mapTo(String.class)
            .one();
    try {
      return Vocabulary.of(JSON.readValue(terms, new TypeReference<List<Term>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("vocabulary " + revision + " was not written by us", e);
    }
  }

  /**
   * The number of a snapshot that is what the tables are now: the last one, or else a new one. The
   * first has the number 0.
   */
  public static int snapshot(Handle handle) {
    handle
        .createUpdate(
            """
            WITH last AS (SELECT revision, terms FROM recorded.vocabulary ORDER BY revision DESC LIMIT 1),
                 now AS (
              SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'name', c.name,
                       'aliases', ARRAY(SELECT a.name FROM recorded.alias a
                                         WHERE a.kind = 'tag' AND a.canonical = c.slug
                                         ORDER BY a.slug COLLATE "C"),
                       'count', c.count,
                       'broader', ARRAY(SELECT b.name
                                          FROM unnest(c.broader) WITH ORDINALITY AS broader (slug, place)
                                          LEFT JOIN recorded.alias a ON a.kind = 'tag' AND a.slug = broader.slug
                                          JOIN recorded.canonical b
                                            ON b.kind = 'tag' AND b.slug = coalesce(a.canonical, broader.slug)
                                         WHERE b.slug <> c.slug
                                         ORDER BY place))
                     ORDER BY c.slug COLLATE "C"), '[]') AS terms
                FROM recorded.canonical c WHERE c.kind = 'tag')
            INSERT INTO recorded.vocabulary (revision, terms)
            SELECT coalesce(last.revision + 1, 0), now.terms
              FROM now LEFT JOIN last ON true
             WHERE last.terms IS DISTINCT FROM now.terms
            """)
        .execute();
    return handle
        .createQuery("SELECT max(revision) FROM recorded.vocabulary")
        .mapTo(int.class)
        .one();
  }
}

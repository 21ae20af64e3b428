package io.confnotes.query.name;

import io.confnotes.query.database.Database;
import io.confnotes.query.http.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;

/** Where the addresses of tags, speakers and events lead that curators renamed or merged. */
@Singleton
public final class Renamed {

  /** What has a name and an address. */
  public enum Kind {
    TAG("tag", "SELECT target_slug FROM api.tag_redirect WHERE slug = :slug"),
    SPEAKER("speaker", "SELECT target_slug FROM api.speaker_redirect WHERE slug = :slug"),
    EVENT("event", "SELECT target_slug FROM api.event_redirect WHERE slug = :slug");

    private final String word;
    private final String sql;

    Kind(String word, String sql) {
      this.word = word;
      this.sql = sql;
    }
  }

  private final Database database;

  Renamed(Database database) {
    this.database = database;
  }

  /**
   * What to throw where nothing has a slug any more: a redirect to its new address, else a problem.
   *
   * @param collection the path that slugs are below
   */
  public RuntimeException notFound(Kind kind, String slug, String collection) {
    Optional<String> target =
        database.read(
            handle ->
                handle.createQuery(kind.sql).bind("slug", slug).mapTo(String.class).findOne());
    return target
        .<RuntimeException>map(name -> moved(collection, name))
        .orElseGet(
            () ->
                Problem.notFound(
                    "There is no %s with this slug, or no more.".formatted(kind.word)));
  }

  private static RuntimeException moved(String collection, String slug) {
    URI address = UriBuilder.fromPath(collection).path("{slug}").build(slug);
    return new RedirectionException(Response.Status.MOVED_PERMANENTLY, address);
  }
}

package io.confnotes.summary.audit;

import io.confnotes.summary.access.Scope;
import io.confnotes.summary.http.Page;
import io.confnotes.summary.http.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who did what, and when. */
@Path(AuditResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class AuditResource {
  static final String PATH = "/api/v1/audit";

  private final Jdbi jdbi;

  public AuditResource(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A row, and the key that orders those of one instant. */
  private record Row(AuditEntry entry, String id) {
    Cursor cursor() {
      return new Cursor(entry.at(), id);
    }
  }

  /** The last row of a page. */
  private record Cursor(Instant at, String id) {
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    static Cursor parse(String text) {
      String[] parts = text.split("_", 2);
      if (parts.length < 2 || !parts[1].matches("[0-9a-f-]{1,36}")) {
        throw new IllegalArgumentException("no id");
      }
      return new Cursor(Instant.parse(parts[0]), parts[1]);
    }

    String text() {
      return at + "_" + id;
    }
  }

  @GET
  @Operation(
      operationId = "listAudit",
      summary =
          "Lists who submitted, deleted, curated, replayed, discarded, re-analysed and rebuilt, the newest first",
      description = "A decision's own page says what it was about. There is no text of notes.")
  @APIResponseSchema(value = AuditPage.class, responseCode = "200")
  public Response list(@BeanParam PageParameters page) {
    int most = page.limit();
    List<Row> rows = before(page.place(Cursor.START, Cursor::parse), most + 1);
    Page<Row> found = Page.of(rows, most, last -> last.cursor().text());
    return new Page<>(found.items().stream().map(Row::entry).toList(), found.next())
        .answer(PATH, most);
  }

  private List<Row> before(Cursor cursor, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT occurred_at, id, subject, token_id, action, submission_id, document_id, curation_id,
                           dead_letter_id, reanalysis_id, rebuild_id
                      FROM recorded.audit
                     WHERE occurred_at <= :at AND (occurred_at, id) < (:at, :id)
                     ORDER BY occurred_at DESC, id DESC LIMIT :most
                    """)
                .bind("at", cursor.at().atOffset(ZoneOffset.UTC))
                .bind("id", cursor.id())
                .bind("most", most)
                .map((row, context) -> row(row))
                .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new AuditEntry(
            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            row.getString("subject"),
            row.getString("token_id"),
            AuditEntry.What.valueOf(
                row.getString("action").replace('-', '_').toUpperCase(Locale.ROOT)),
            row.getObject("submission_id", UUID.class),
            row.getObject("document_id", UUID.class),
            row.getObject("curation_id", Long.class),
            row.getObject("dead_letter_id", Long.class),
            row.getObject("reanalysis_id", Long.class),
            row.getObject("rebuild_id", Long.class)),
        row.getString("id"));
  }

  /** A page of what was done, for the API's description. */
  private record AuditPage(List<AuditEntry> items, @Nullable String next) {}
}

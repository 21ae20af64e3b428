package io.confnotes.ingest.document;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.people.Speaker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that can be computed without state. Name-based ones are UUIDs of version 5,
 * time-ordered ones of version 7 (RFC 9562). What goes in front of a name keeps the kinds apart.
 */
public final class Identity {
  private static final NameBasedGenerator NAMES =
      Generators.nameBasedGenerator(UUID.fromString("6c1c7e0e-41b8-5c0d-9d0e-2f5a3f3f7a51"));
  private static final TimeBasedEpochGenerator TIMES = Generators.timeBasedEpochGenerator();

  private Identity() {}

  /** The document's id: of the submitter's key, else of the source URL, else of the text. */
  public static UUID documentId(Metadata metadata, String source) {
    if (metadata.document() != null) {
      return named("document key", metadata.document());
    }
    if (metadata.sourceUrl() != null) {
      return named("source URL", normalised(metadata.sourceUrl()));
    }
    return named("text", source);
  }

  /** The id of the talk notes at a place of a revision. */
  public static UUID talkNotesId(UUID documentId, String revision, int ordinal) {
    return named("talk notes", documentId + "/" + revision + "/" + ordinal);
  }

  /**
   * The submission's id. With an idempotency key it is the same for every retry by the same
   * subject, without one it is new.
   */
  public static UUID submissionId(String subject, @Nullable String idempotencyKey) {
    return idempotencyKey == null
        ? TIMES.generate()
        : named("submission", subject + "\n" + idempotencyKey);
  }

  /**
   * SHA-256 over source, media type, metadata, path and corrections, in hexadecimal; each part is
   * preceded by its length. A path and corrections that were not given are no parts.
   *
   * @param corrections by line
   */
  public static String revision(
      String source,
      String mediaType,
      Metadata metadata,
      @Nullable String path,
      List<Correction> corrections) {
    MessageDigest digest = sha256();
    part(digest, source);
    part(digest, mediaType);
    part(digest, metadata.event());
    part(digest, metadata.date());
    part(digest, metadata.author());
    part(digest, metadata.sourceUrl());
    part(digest, metadata.document());
    if (path != null) {
      part(digest, "path");
      part(digest, path);
    }
    for (Correction correction : corrections) {
      part(digest, "correction");
      part(digest, correction);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void part(MessageDigest digest, Correction correction) {
    part(digest, Integer.toString(correction.line()));
    part(digest, Boolean.toString(correction.talk()));
    part(digest, correction.title());
    List<Speaker> speakers = correction.speakers();
    part(digest, speakers == null ? null : Integer.toString(speakers.size()));
    for (Speaker speaker : speakers == null ? List.<Speaker>of() : speakers) {
      part(digest, speaker.name());
      part(digest, speaker.handle());
      part(digest, speaker.affiliation());
    }
  }

  /** Scheme and host in lower case, no default port, no fragment, no empty path. */
  private static String normalised(String sourceUrl) {
    URI uri = URI.create(sourceUrl).normalize();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean defaultPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
    String port = uri.getPort() < 0 || defaultPort ? "" : ":" + uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
  }

  private static UUID named(String kind, String name) {
    return NAMES.generate((kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
  }

  private static void part(MessageDigest digest, @Nullable String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    digest.update(((part == null ? -1 : bytes.length) + "\n").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

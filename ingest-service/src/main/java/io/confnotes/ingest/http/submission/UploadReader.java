package io.confnotes.ingest.http.submission;

import io.confnotes.ingest.document.InvalidMetadata;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.body.BodyKind;
import io.confnotes.ingest.http.body.Form;
import io.confnotes.ingest.http.body.SourceText;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusal;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.unpack.Archive;
import io.confnotes.ingest.unpack.Bounds;
import io.confnotes.ingest.unpack.Budget;
import io.confnotes.ingest.unpack.Entry;
import io.confnotes.ingest.unpack.EntryPath;
import io.confnotes.ingest.unpack.NoteFile;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes submissions of the files of one {@link Upload}. Not thread-safe. */
final class UploadReader {
  private final Metadata shared;
  private final @Nullable List<@Nullable CorrectionRequest> talks;
  private final Consumer<Submission> accept;
  private final Refusals refusals;
  private final Budget budget = new Budget(Bounds.DEFAULT);
  private final Set<String> paths = new HashSet<>();

  UploadReader(
      Metadata shared,
      @Nullable List<@Nullable CorrectionRequest> talks,
      Consumer<Submission> accept,
      Refusals refusals) {
    this.shared = shared;
    this.talks = talks;
    this.accept = accept;
    this.refusals = refusals;
  }

  void read(Form.File file) {
    take(
        EntryPath.shown(file.name()),
        () -> {
          String path = EntryPath.ofFile(file.name());
          if (path.isEmpty()) {
            throw unread(
                Entry.Reason.BAD_PATH, "The name of the file is too long, or leads elsewhere.");
          }
          MediaType type = file.type();
          String charset =
              type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
          return submission(path, format(file, path), charset, file.content());
        });
  }

  /** The entries have the archive's name as a folder; without a name, they have none. */
  void unpack(Form.File file) throws IOException {
    String name = EntryPath.ofFile(file.name());
    String folder = name.isEmpty() ? "" : NoteFile.withoutExtension(name) + "/";
    try (Archive archive = new Archive(file.content(), budget)) {
      for (Entry entry = archive.next(); entry != null; entry = archive.next()) {
        switch (entry) {
          case Entry.File(String path, Format format, byte[] content) ->
              take(folder + path, () -> submission(folder + path, format, null, content));
          case Entry.Refused(String path, Entry.Reason reason, String detail) ->
              refuse(path.isEmpty() ? name : folder + path, reason, detail);
        }
      }
    }
  }

  private void take(String path, Supplier<Submission> decoding) {
    try {
      accept.accept(decoding.get());
    } catch (RefusedException e) {
      if (talks != null && e.problem().parameter() != null) {
        // What is wrong is said of a single file: then it is the request that is wrong
        throw e;
      }
      refusals.add(Refusal.of(path, e.problem()));
    }
  }

  private Submission submission(
      String path, Format format, @Nullable String charset, byte[] content) {
    if (!paths.add(path)) {
      throw Problem.duplicate("A file of this name was there already. Give each its own.");
    }
    String source = SourceText.decode(content, charset, format);
    return new Submission(
        source, format, metadata(path), path, CorrectionRequest.corrections(talks, source));
  }

  /** A part's own type wins over what its name says; programs that do not know it send none. */
  private static Format format(Form.File file, String path) {
    MediaType type = file.type();
    Format known = type == null ? null : Format.ofMediaType(BodyKind.name(type)).orElse(null);
    Format format = known == null ? NoteFile.format(path) : known;
    boolean isText =
        type == null
            || type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)
            || type.getType().equalsIgnoreCase("text");
    if (format == null || (known == null && !isText)) {
      throw unread(
          Entry.Reason.IGNORED,
          "Files of this kind are not read; text, Markdown, HTML, reStructuredText, Org and AsciiDoc are.");
    }
    return format;
  }

  private void refuse(String path, Entry.Reason reason, String detail) {
    Refusal refusal = Refusal.of(path, unread(reason, detail).problem());
    if (reason == Entry.Reason.IGNORED) {
      refusals.addIgnored(refusal);
    } else {
      refusals.add(refusal);
    }
  }

  private static RefusedException unread(Entry.Reason reason, String detail) {
    return switch (reason) {
      case IGNORED -> Problem.unread("ignored-file", "The file is not read", detail);
      case NESTED_ARCHIVE ->
          Problem.unread("nested-archive", "The archive is in another archive", detail);
      case BAD_PATH -> Problem.unread("unsafe-path", "The path is not accepted", detail);
      case NOT_A_FILE -> Problem.unread("not-a-file", "There is no file", detail);
      case TOO_LARGE -> Problem.tooLarge(detail);
      case BOUND ->
          Problem.unread("unpacks-to-too-much", "The archive holds more than is read", detail);
      case UNREADABLE -> Problem.unread("unreadable", "It cannot be unpacked", detail);
    };
  }

  /** What is said about all files, and for each the key and the address that are its own. */
  private Metadata metadata(String path) {
    String key = shared.document();
    String url = shared.sourceUrl();
    try {
      return new Metadata(
          shared.event(),
          shared.date(),
          shared.author(),
          url == null ? null : within(url, path),
          key == null ? null : key + "/" + path);
    } catch (InvalidMetadata e) {
      throw Problem.invalidParameter(e.field(), String.valueOf(e.getMessage()));
    }
  }

  private static String within(String url, String path) {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString();
      return url.replaceFirst("[?#].*", "").replaceFirst("/+$", "") + encoded;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("any absolute path can be one of a URI", e);
    }
  }
}

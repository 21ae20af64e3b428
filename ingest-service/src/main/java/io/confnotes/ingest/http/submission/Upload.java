package io.confnotes.ingest.http.submission;

import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.body.BodyKind;
import io.confnotes.ingest.http.body.Form;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.unpack.NoteFile;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several files in one request: those of a form, those of an archive, or those of archives in a
 * form.
 */
public final class Upload implements Request {
  private final List<Form.File> files;
  private final Metadata metadata;
  private final @Nullable List<@Nullable CorrectionRequest> talks;

  private Upload(
      List<Form.File> files, Metadata metadata, @Nullable List<@Nullable CorrectionRequest> talks) {
    this.files = List.copyOf(files);
    this.metadata = metadata;
    this.talks = talks;
  }

  static Upload ofArchive(byte[] bytes, MediaType type, MetadataParameters parameters) {
    return new Upload(List.of(new Form.File("", type, bytes)), parameters.metadata(), null);
  }

  static Upload ofForm(Form form, MetadataParameters parameters) {
    if (form.files().isEmpty()) {
      throw Problem.invalidParameter("file", "is missing; with curl: -F 'file=@notes.md'");
    }
    String talks = form.fields().get("talks");
    if (talks != null && (form.files().size() > 1 || isArchive(form.files().getFirst()))) {
      throw Problem.invalidParameter("talks", "can be said of a single file only");
    }
    Metadata metadata =
        parameters.metadata(
            form.fields().get("event"),
            form.fields().get("date"),
            form.fields().get("author"),
            form.fields().get("sourceUrl"),
            form.fields().get("document"));
    return new Upload(
        form.files(), metadata, talks == null ? null : CorrectionRequest.parse(talks));
  }

  /**
   * Decodes the files one after the other, so that only one is in memory as text.
   *
   * @param accept may throw {@link RefusedException} to refuse one
   * @param refusals where files are added that are refused
   * @throws RefusedException where what is said about the files is not valid
   */
  public void forEach(Consumer<Submission> accept, Refusals refusals) throws IOException {
    UploadReader reader = new UploadReader(metadata, talks, accept, refusals);
    for (Form.File file : files) {
      if (isArchive(file)) {
        reader.unpack(file);
      } else {
        reader.read(file);
      }
    }
  }

  private static boolean isArchive(Form.File file) {
    return NoteFile.isArchive(file.name())
        || (file.type() != null && BodyKind.of(file.type()) == BodyKind.ARCHIVE);
  }
}

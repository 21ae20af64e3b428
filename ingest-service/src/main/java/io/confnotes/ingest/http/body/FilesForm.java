package io.confnotes.ingest.http.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the form that {@link Form} reads. */
@Schema(name = "Files")
public record FilesForm(
    @Schema(
            required = true,
            description =
                "Files of notes, and archives of them (zip, tar, tar.gz). The type of a part is a hint, its file name"
                    + " its path. Parts with a file name may have any name.")
        List<Part> file,
    @Nullable String event,
    @Nullable String date,
    @Nullable String author,
    @Nullable String sourceUrl,
    @Nullable String document,
    @Schema(
            description =
                "Corrections of a single file: the JSON array that the member talks of a Submission has")
        @Nullable String talks) {

  /** The content of a part. */
  @Schema(name = "File", type = SchemaType.STRING, format = "binary")
  public interface Part {}
}

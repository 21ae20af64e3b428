package io.confnotes.summary.reanalyse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is stored is up to date.
 *
 * @param analyser the version that new documents are analysed with
 * @param talkNotesOutdated how many were analysed by another version
 * @param last the last re-analysis, which may be running
 */
public record ReanalysisStatus(
    @Schema(required = true) String analyser,
    @Schema(required = true) long talkNotesOutdated,
    @Nullable Reanalysis last) {}

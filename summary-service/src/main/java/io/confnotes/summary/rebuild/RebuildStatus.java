package io.confnotes.summary.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild, and what there is of others.
 *
 * @param oldKept whether the schema that the last switch has replaced is still kept
 * @param last the last rebuild, which may be running
 */
public record RebuildStatus(@Schema(required = true) boolean oldKept, @Nullable Rebuild last) {}

package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row that a decision changed.
 *
 * @param table in schema {@code recorded}
 * @param before null where there was none
 * @param after null where there is none any more
 */
public record RowChange(
    @Schema(required = true, examples = "alias") String table,
    @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        ObjectNode key,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable ObjectNode before,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable ObjectNode after) {}

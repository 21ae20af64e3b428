package io.confnotes.query.event;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conference edition, how many talks are known of it, and the days these can have been on. */
public record Event(
    @Schema(required = true, examples = "linux-conf-au-2018") String slug,
    @Schema(required = true, examples = "linux.conf.au 2018") String name,
    @Schema(required = true, examples = "25") long talks,
    @Schema(required = true, nullable = true, examples = "2018-01-22")
        @Nullable LocalDate dateStart,
    @Schema(required = true, nullable = true, examples = "2018-01-26")
        @Nullable LocalDate dateEnd) {}

package io.confnotes.query.search;

import io.confnotes.query.http.Paged;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.talk.TalkItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a list of talks. */
public record TalkList(
    @Schema(required = true) List<TalkItem> items,
    @Schema(
            required = true,
            nullable = true,
            description = "The `cursor` of the next page, null on the last one")
        @Nullable String next,
    @Schema(
            required = true,
            nullable = true,
            description =
                "How many talks `q` finds, null without it. If there are more, the list has the most"
                    + " relevant of as many: those whose title, speakers or key points answer `q`,"
                    + " then the newest.")
        @Nullable TalkCount found,
    @Schema(
            required = true,
            nullable = true,
            description =
                "What `q` may have been meant to be, where that finds more, and `q` few talks or none",
            examples = "containers")
        @Nullable String didYouMean)
    implements Paged<TalkItem> {}

package io.confnotes.query.suggest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names that somebody may be typing, the likeliest first. */
public record Suggestions(@Schema(required = true) List<Suggestion> items) {}

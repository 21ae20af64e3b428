package io.confnotes.summary.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which rebuild is to be started.
 *
 * @param switches whether it takes the place of the serving schema as soon as it is ready;
 *     otherwise it waits to be told
 */
public record RebuildRequest(@JsonProperty("switch") boolean switches) {}

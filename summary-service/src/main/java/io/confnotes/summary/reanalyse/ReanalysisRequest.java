package io.confnotes.summary.reanalyse;

/**
 * Which re-analysis is to be started.
 *
 * @param dryRun whether it only finds out what would change
 */
public record ReanalysisRequest(boolean dryRun) {}

package io.confnotes.ingest.publish;

import org.jspecify.annotations.Nullable;

/**
 * Who sent what is published.
 *
 * @param subject the token's, {@code anonymous} without one
 * @param tokenId the token's {@code jti}, if it has one
 */
public record Sender(String subject, @Nullable String tokenId) {}

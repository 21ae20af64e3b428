package io.confnotes.summary.access;

import org.jspecify.annotations.Nullable;

/**
 * Who decided something. What PostgreSQL cannot store, U+0000, becomes U+FFFD.
 *
 * @param subject the token's, {@code anonymous} without one
 * @param tokenId the token's {@code jti}, if it has one
 */
public record Sender(String subject, @Nullable String tokenId) {
  public Sender {
    subject = subject.replace('\0', '\uFFFD');
    tokenId = tokenId == null ? null : tokenId.replace('\0', '\uFFFD');
  }
}

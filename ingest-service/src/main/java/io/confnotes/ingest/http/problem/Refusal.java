package io.confnotes.ingest.http.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why one of several files was not accepted.
 *
 * @param path its name and folders; empty where the body as a whole is meant
 * @param type as in a {@link Problem}
 * @param detail what is wrong with it, and what to do
 */
public record Refusal(
    @Schema(examples = "2024/slides.pdf") String path,
    @Schema(examples = "urn:confnotes:problem:ignored-file") String type,
    String title,
    String detail) {

  public static Refusal of(String path, Problem problem) {
    return new Refusal(path, problem.type(), problem.title(), problem.detail());
  }
}

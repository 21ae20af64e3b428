package io.confnotes.query.web;

import io.confnotes.query.submission.Submission;
import io.quarkus.qute.TemplateInstance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param submission null until it was processed
 */
record SubmissionPage(UUID id, @Nullable Submission submission) implements TemplateInstance {}

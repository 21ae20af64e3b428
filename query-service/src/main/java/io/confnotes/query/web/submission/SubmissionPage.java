package io.confnotes.query.web.submission;

import io.confnotes.query.document.Document.DocumentTalk;
import io.confnotes.query.submission.Submission;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param submission null until it was processed
 * @param talks those that it has, with their titles
 * @param next how many times the page will have looked; null where it is not to look again
 * @param seconds until then
 */
record SubmissionPage(
    UUID id,
    @Nullable Submission submission,
    Outcome outcome,
    List<DocumentTalk> talks,
    @Nullable Integer next,
    int seconds)
    implements TemplateInstance {}

package io.confnotes.query.web.document;

import io.confnotes.query.document.Document;
import io.confnotes.query.submission.Submission;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/**
 * A document, its talks and its text.
 *
 * @param submissions those of the document, the last one first
 * @param passages the reading text, or its beginning
 * @param endsEarly whether there is more of it
 * @param key makes retracting twice one submission
 */
record DocumentPage(
    Document document,
    String name,
    List<Submission> submissions,
    List<Passage> passages,
    boolean endsEarly,
    UUID key)
    implements TemplateInstance {}

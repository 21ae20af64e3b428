package io.confnotes.summary.vocabulary;

import io.confnotes.summary.analyse.Analyser;
import io.confnotes.summary.analyse.TalkText;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.decode.ParsedDocument.Speaker;

/** Analyses documents with one snapshot of the vocabulary. Thread-safe. */
public final class DocumentAnalyser {
  private final int revision;
  private final Analyser analyser;

  /**
   * An analyser.
   *
   * @param revision the number of the snapshot
   */
  public DocumentAnalyser(int revision, Vocabulary vocabulary) {
    this.revision = revision;
    this.analyser = new Analyser(vocabulary);
  }

  /** The snapshot's number. */
  public int revision() {
    return revision;
  }

  /** What is recorded with each talk: changes whenever its notes may give another analysis. */
  public String version() {
    return version(revision);
  }

  /** The version of this build's analyser with a snapshot of the vocabulary. */
  public static String version(int revision) {
    return Analyser.VERSION + "+" + revision;
  }

  /** Whether this build's analyser made a version, with whatever vocabulary. */
  public static boolean isOfThisBuild(String version) {
    return version.startsWith(Analyser.VERSION + "+");
  }

  /** Analyses each talk of a document. */
  public AnalysedDocument analyse(ParsedDocument document) {
    return new AnalysedDocument(
        document,
        version(),
        document.talks().stream().map(talk -> analyser.analyse(text(document, talk))).toList());
  }

  private static TalkText text(ParsedDocument document, ParsedTalk talk) {
    return new TalkText(
        talk.title(),
        talk.speakers().stream().map(Speaker::displayName).toList(),
        document.event(),
        document.readingText(),
        talk.analysedBlocks());
  }
}

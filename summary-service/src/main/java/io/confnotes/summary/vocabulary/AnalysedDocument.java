package io.confnotes.summary.vocabulary;

import io.confnotes.summary.analyse.Analysis;
import io.confnotes.summary.decode.ParsedDocument;
import java.util.List;

/**
 * A revision with what its talks said.
 *
 * @param analyser the version of the analyser and of the vocabulary it worked with
 * @param analyses one for each talk of the document, in its order
 */
public record AnalysedDocument(ParsedDocument document, String analyser, List<Analysis> analyses) {

  /** Copies the list. */
  public AnalysedDocument {
    analyses = List.copyOf(analyses);
  }
}

package io.confnotes.query.document;

import io.confnotes.query.parameter.Choice;

/** Whether a document is there. */
public enum DocumentState implements Choice {
  STORED("stored", "api.document"),
  RETRACTED("retracted", "api.retracted_document");

  private final String label;
  private final String view;

  DocumentState(String label, String view) {
    this.label = label;
    this.view = view;
  }

  @Override
  public String label() {
    return label;
  }

  /** The view of such documents; both have the same columns. */
  String view() {
    return view;
  }
}

package io.confnotes.query.document;

/** A document's reading text, exactly, and the revision it is of. */
public record ReadingText(String revision, String text) {}

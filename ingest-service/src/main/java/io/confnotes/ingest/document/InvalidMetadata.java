package io.confnotes.ingest.document;

/** A metadata value that breaks its rule; {@link #field()} says which. */
public final class InvalidMetadata extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;

  InvalidMetadata(String field, String reason) {
    super(reason);
    this.field = field;
  }

  InvalidMetadata(String field, String reason, Throwable cause) {
    super(reason, cause);
    this.field = field;
  }

  /** The field as it is named in requests. */
  public String field() {
    return field;
  }
}

package io.confnotes.query.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. Answered with a {@code Link} header where there is more. */
public interface Paged<T> {

  List<T> items();

  /** The cursor of the next page, null on the last one. */
  @Nullable String next();
}

package io.confnotes.query.web.curate;

import org.jspecify.annotations.Nullable;

/**
 * A tag, speaker or event.
 *
 * @param talks how many have it
 * @param hidden whether it is a tag that is not shown
 * @param because the other name that it was found by; null where it was its own
 */
record Name(String slug, String name, long talks, boolean hidden, @Nullable String because) {

  static Name of(String slug, String name, long talks) {
    return new Name(slug, name, talks, false, null);
  }
}

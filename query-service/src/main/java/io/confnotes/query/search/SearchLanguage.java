package io.confnotes.query.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The languages whose notes are indexed by their word stems. Has to agree with what summary-service
 * writes into {@code search}; any other language is indexed as the words stand.
 */
enum SearchLanguage {
  EN("english"),
  DE("german"),
  FR("french"),
  ES("spanish"),
  IT("italian"),
  PT("portuguese"),
  NL("dutch"),
  SV("swedish"),
  DA("danish"),
  NO("norwegian"),
  FI("finnish"),
  RU("russian");

  /** Rows of (language, configuration) for SQL, with an empty language for the others. */
  static final String VALUES =
      List.of(values()).stream()
          .map(
              language ->
                  "('%s', CAST('%s' AS regconfig))"
                      .formatted(language.code(), language.configuration))
          .collect(Collectors.joining(", ", "", ", ('', CAST('simple' AS regconfig))"));

  /** The language of {@code api.talk_notes n} as {@link #VALUES} has it. */
  static final String OF_NOTES =
      List.of(values()).stream()
          .map(language -> "'%s'".formatted(language.code()))
          .collect(
              Collectors.joining(
                  ", ", "(CASE WHEN n.language IN (", ") THEN n.language ELSE '' END)"));

  private final String configuration;

  SearchLanguage(String configuration) {
    this.configuration = configuration;
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

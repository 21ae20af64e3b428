package io.confnotes.query.web.submit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A speaker as ingest-service has it: by name, by handle, or both. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record Speaker(@Nullable String name, @Nullable String handle, @Nullable String affiliation) {

  /** As a person reads and types it; a handle begins with an at sign. */
  public String typed() {
    return name == null ? "@" + handle : name;
  }

  /** Speakers as a person types them. */
  static String typed(List<Speaker> speakers) {
    return speakers.stream().map(Speaker::typed).collect(Collectors.joining(", "));
  }

  /**
   * Reads what was typed, names with commas between.
   *
   * @param known of whom more may be known than is typed
   */
  static List<Speaker> read(String typed, List<Speaker> known) {
    return Arrays.stream(typed.split("[,\\n]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> one(name, known))
        .toList();
  }

  private static Speaker one(String typed, List<Speaker> known) {
    return known.stream()
        .filter(speaker -> speaker.typed().equals(typed))
        .findFirst()
        .orElseGet(
            () ->
                typed.startsWith("@")
                    ? new Speaker(null, typed.substring(1), null)
                    : new Speaker(typed, null, null));
  }
}

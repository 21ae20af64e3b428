package io.confnotes.query.parameter;

import io.confnotes.query.http.Problem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that a parameter can have, one of a few. */
public interface Choice {

  /** As in requests. */
  String label();

  /**
   * The choice that a parameter names; the first one where it is absent or blank.
   *
   * @throws io.confnotes.query.http.ProblemException if it names none; it says which there are
   */
  static <C extends Choice> C one(String parameter, @Nullable String value, List<C> choices) {
    return value == null || value.isBlank()
        ? choices.getFirst()
        : named(parameter, value.strip(), choices);
  }

  /**
   * The choices that a parameter names, with commas between them; none where it is absent.
   *
   * @throws io.confnotes.query.http.ProblemException if it names another; it says which there are
   */
  static <C extends Choice> Set<C> some(
      String parameter, @Nullable String value, Collection<C> choices) {
    return value == null
        ? Set.of()
        : Stream.of(value.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> named(parameter, name, choices))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static <C extends Choice> C named(String parameter, String name, Collection<C> choices) {
    return choices.stream()
        .filter(choice -> choice.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalidParameter(
                    parameter,
                    choices.stream()
                        .map(Choice::label)
                        .collect(Collectors.joining(", ", "is not one of: ", ""))));
  }
}

package io.confnotes.query.web.submit;

import io.confnotes.query.http.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of notes, and what is wrong with them.
 *
 * @param outline null where nothing was read
 * @param state what the next form is to send along
 * @param problem why they were refused; null if they were not
 * @param field the id of the field that it concerns; null if none
 * @param lost how many corrections were about lines that are not there any more
 */
record Understood(
    @Nullable Outline outline,
    String state,
    @Nullable Problem problem,
    @Nullable String field,
    int lost) {

  static final Understood NOTHING = new Understood(null, "", null, null, 0);

  private static final Pattern OF_TALK = Pattern.compile("talks\\[(\\d{1,3})]\\.?(\\w*).*");

  /** In a sentence, for who does not see it. */
  public String summary() {
    if (problem != null) {
      return problem.title() + ". " + problem.detail();
    }
    if (outline == null) {
      return "";
    }
    return switch (outline.talks()) {
      case 0 -> "No talk was found.";
      case 1 -> "One talk was understood.";
      default -> outline.talks() + " talks were understood.";
    };
  }

  /** Whether it is a token that is missing. */
  public boolean needsToken() {
    return problem != null && problem.type().equals(SubmitResource.NOT_ALLOWED.type());
  }

  /** The id of the field that a problem concerns; null where it concerns none. */
  static @Nullable String field(Problem problem, Corrections corrections) {
    @Nullable String parameter = problem.parameter();
    if (parameter == null) {
      return problem.type().endsWith(":empty") ? "text" : null;
    }
    Matcher talk = OF_TALK.matcher(parameter);
    if (talk.matches()) {
      int index = Integer.parseInt(talk.group(1));
      String name = talk.group(2).startsWith("speaker") ? "speakers" : "title";
      return index < corrections.all().size()
          ? name + "-" + corrections.all().get(index).line()
          : null;
    }
    return switch (parameter) {
      case "content" -> "text";
      case "event", "date", "author", "sourceUrl" -> parameter;
      case "mediaType" -> "format";
      default -> null;
    };
  }

  /** The line of the talk whose field it is; null where it is none of a talk. */
  static @Nullable Integer line(@Nullable String field) {
    return field == null || field.indexOf('-') < 0
        ? null
        : Integer.valueOf(field.substring(field.indexOf('-') + 1));
  }
}

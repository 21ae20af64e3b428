package io.confnotes.ingest.http.body;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads JSON that people wrote: whatever is not understood is refused, and named. */
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private StrictJson() {}

  /**
   * Reads one value.
   *
   * @param root what the value is called in the request; empty for the body
   * @return null where it is the value null
   * @throws RefusedException where it is not JSON, or not of this type
   */
  public static <T> @Nullable T read(byte[] json, TypeReference<T> type, String root) {
    try {
      return MAPPER.readValue(json, type);
    } catch (UnrecognizedPropertyException e) {
      throw Problem.invalidParameter(
          path(root, e.getPath()),
          "is not known; the members there are " + String.join(", ", new TreeSet<>(names(e))));
    } catch (JsonMappingException e) {
      // A syntax error within an object comes wrapped
      throw e.getCause() instanceof JsonParseException syntax
          ? notJson(root, syntax)
          : refused(path(root, e.getPath()), "is not of the kind that is expected there");
    } catch (JsonParseException e) {
      throw notJson(root, e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private static RefusedException notJson(String root, JsonParseException e) {
    return refused(
        root,
        "is not JSON in UTF-8: line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
  }

  private static List<String> names(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream().map(String::valueOf).toList();
  }

  private static RefusedException refused(String path, String reason) {
    return path.isEmpty()
        ? Problem.invalidBody("The body " + reason + ". Send a JSON object.")
        : Problem.invalidParameter(path, reason);
  }

  /** As people write it: {@code talks[3].title}. */
  private static String path(String root, List<Reference> references) {
    StringBuilder path = new StringBuilder(root);
    for (Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}

package io.confnotes.ingest.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a submitter says about a document. Every field is optional; a blank one counts as absent.
 *
 * @param event the conference edition, at most {@value #MAX_NAME} code points
 * @param date an ISO 8601 year, month or day
 * @param author who took the notes, at most {@value #MAX_NAME} code points
 * @param sourceUrl where the document was published: an absolute http or https URL of at most
 *     {@value #MAX_URL} characters
 * @param document the submitter's own key for the document, at most {@value #MAX_KEY} code points
 */
public record Metadata(
    @Nullable String event,
    @Nullable String date,
    @Nullable String author,
    @Nullable String sourceUrl,
    @Nullable String document) {

  public static final int MAX_NAME = 200;
  public static final int MAX_URL = 2048;
  public static final int MAX_KEY = 500;

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /**
   * @throws InvalidMetadata where a value breaks its rule
   */
  public Metadata {
    event = ShortText.checked("event", event, MAX_NAME);
    date = date(date);
    author = ShortText.checked("author", author, MAX_NAME);
    sourceUrl = url(sourceUrl);
    document = ShortText.checked("document", document, MAX_KEY);
  }

  private static @Nullable String date(@Nullable String value) {
    String date = ShortText.checked("date", value, 10);
    if (date == null) {
      return null;
    }
    try {
      if (!DATE.matcher(date).matches()) {
        throw new DateTimeException(date);
      }
      switch (date.length()) {
        case 4 -> Year.parse(date);
        case 7 -> YearMonth.parse(date);
        default -> LocalDate.parse(date);
      }
      return date;
    } catch (DateTimeException e) {
      throw new InvalidMetadata(
          "date", "is not a year, month or day such as 2018, 2018-01 or 2018-01-26", e);
    }
  }

  private static @Nullable String url(@Nullable String value) {
    String text = ShortText.checked("sourceUrl", value, MAX_URL);
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new InvalidMetadata("sourceUrl", "is not an absolute http or https URL");
      }
      return text;
    } catch (URISyntaxException e) {
      throw new InvalidMetadata("sourceUrl", "is not a URL: " + e.getReason(), e);
    }
  }
}

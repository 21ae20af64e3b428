package io.confnotes.query.web;

import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.web.talk.Piece;
import io.quarkus.qute.TemplateExtension;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What templates may ask of values. */
@TemplateExtension
public final class PageText {

  /** What pages are sent as. */
  public static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private PageText() {}

  /** A slug or a parameter as a part of a URL. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a submitted URL is one that a link may lead to: a script could hide in others. */
  public static boolean isLink(String url) {
    try {
      String scheme = new URI(url).getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static List<Piece> pieces(Snippet snippet) {
    return Piece.of(snippet);
  }

  /** Event and date, as far as they are known. */
  static String occasion(TalkItem talk) {
    return Stream.of(talk.event(), when(talk.event(), talk.date()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /** When a talk was; null where that is unknown, or in its event's name. */
  static @Nullable String when(Talk talk) {
    return when(talk.event(), talk.date());
  }

  private static @Nullable String when(@Nullable String event, @Nullable String date) {
    return date == null || (event != null && event.contains(date)) ? null : day(date);
  }

  /** A year, month or day as people write it; as it is where it is none of these. */
  public static String day(String date) {
    try {
      return switch (date.length()) {
        case MONTH_LENGTH -> MONTH.format(YearMonth.parse(date));
        case DAY_LENGTH -> DAY.format(LocalDate.parse(date));
        default -> date;
      };
    } catch (DateTimeParseException e) {
      return date;
    }
  }

  /** From the first to the last day, without saying twice what both share. */
  static String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return DAY.format(first);
    }
    if (first.getDayOfYear() == 1 && last.equals(first.withDayOfYear(first.lengthOfYear()))) {
      return Integer.toString(first.getYear());
    }
    if (first.getDayOfMonth() == 1 && last.equals(YearMonth.from(first).atEndOfMonth())) {
      return MONTH.format(first);
    }
    boolean sameMonth = YearMonth.from(first).equals(YearMonth.from(last));
    return (sameMonth ? Integer.toString(first.getDayOfMonth()) : DAY.format(first))
        + " – "
        + DAY.format(last);
  }

  /** A time, in UTC. */
  static String readable(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  /** 12,345. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** 1 talk, 2 talks. */
  public static String of(long number, String one, String several) {
    return grouped(number) + " " + (number == 1 ? one : several);
  }

  /** 1 talk, 2 talks. */
  static String of(int number, String one, String several) {
    return of((long) number, one, several);
  }

  /** A part of one as per cent, with a decimal where it is small. */
  static String percent(double part) {
    double hundredths = 100 * part;
    return hundredths != 0 && Math.abs(hundredths) < 10
        ? String.format(Locale.ROOT, "%.1f %%", hundredths)
        : String.format(Locale.ROOT, "%.0f %%", hundredths);
  }
}

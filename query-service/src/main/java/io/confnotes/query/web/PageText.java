package io.confnotes.query.web;

import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.TalkItem;
import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What templates may ask of values. */
@TemplateExtension
final class PageText {

  private PageText() {}

  /** A slug or a parameter as a part of a URL. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a submitted URL is one that a link may lead to: a script could hide in others. */
  static boolean isLink(String url) {
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
    return talk.event() == null
        ? talk.date() == null ? "" : talk.date()
        : talk.date() == null ? talk.event() : talk.event() + ", " + talk.date();
  }
}

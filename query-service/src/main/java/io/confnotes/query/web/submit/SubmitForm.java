package io.confnotes.query.web.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.confnotes.query.http.Problem;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was filled in, as it comes and as it is shown again. */
public final class SubmitForm {

  private static final int MOST_KEY_CHARACTERS = 100;

  @FormParam("text")
  @Nullable String text;

  /** A media type; empty where it is to be found. */
  @FormParam("format")
  @Nullable String format;

  @FormParam("event")
  @Nullable String event;

  @FormParam("date")
  @Nullable String date;

  @FormParam("author")
  @Nullable String author;

  @FormParam("sourceUrl")
  @Nullable String sourceUrl;

  /** Makes sending the same form twice one submission. */
  @FormParam("key")
  @Nullable String key;

  @FormParam("state")
  @Nullable String state;

  /** Of the talks that were shown, in their order. */
  @FormParam("title")
  @Nullable List<String> titles;

  /** Of the talks that were shown, in their order. */
  @FormParam("speakers")
  @Nullable List<String> speakers;

  /**
   * What the page knew when it was shown.
   *
   * @param corrections what was said so far
   * @param shown the talks whose fields it had
   */
  record State(List<Correction> corrections, List<Shown> shown) {
    static final State EMPTY = new State(List.of(), List.of());

    State {
      corrections = corrections == null ? List.of() : List.copyOf(corrections);
      shown = shown == null ? List.of() : List.copyOf(shown);
    }
  }

  /** A talk as its fields were filled when the page was shown. */
  record Shown(int line, String title, List<Speaker> speakers) {}

  /** The text, with LF at the ends of lines: browsers send CRLF whatever was pasted. */
  public String text() {
    return given(text).replace("\r\n", "\n").replace('\r', '\n');
  }

  public String format() {
    return given(format);
  }

  public String event() {
    return given(event);
  }

  public String date() {
    return given(date);
  }

  public String author() {
    return given(author);
  }

  public String sourceUrl() {
    return given(sourceUrl);
  }

  /** The key; a new one where there is none. */
  public String key() {
    if (key == null || key.isBlank() || key.length() > MOST_KEY_CHARACTERS) {
      key = UUID.randomUUID().toString();
    }
    return key;
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  /**
   * All that was said about the talks, with what was typed into their fields since.
   *
   * @throws io.confnotes.query.http.ProblemException if the state is none that a page has
   */
  Corrections corrections(ObjectMapper mapper) {
    State before = state(mapper.readerFor(State.class));
    List<Correction> said = new ArrayList<>(before.corrections());
    Corrections corrections = Corrections.of(text(), said);
    List<String> titles = this.titles == null ? List.of() : this.titles;
    List<String> speakers = this.speakers == null ? List.of() : this.speakers;
    int fields = Math.min(before.shown().size(), Math.min(titles.size(), speakers.size()));
    for (int i = 0; i < fields; i++) {
      change(corrections, before.shown().get(i), titles.get(i), speakers.get(i));
    }
    return corrections;
  }

  private static void change(Corrections corrections, Shown shown, String title, String speakers) {
    boolean sameTitle = title.isBlank() || title.strip().equals(shown.title());
    boolean sameSpeakers = speakers.strip().equals(Speaker.typed(shown.speakers()));
    if (!sameTitle || !sameSpeakers) {
      corrections.change(
          shown.line(),
          sameTitle ? null : title.strip(),
          sameSpeakers ? null : Speaker.read(speakers, shown.speakers()));
    }
  }

  private State state(ObjectReader reader) {
    try {
      return state == null || state.isBlank()
          ? State.EMPTY
          : Objects.requireNonNull(reader.readValue(state));
    } catch (JsonProcessingException | NullPointerException e) {
      throw Problem.invalidParameter("state", "is none that this page has");
    }
  }
}

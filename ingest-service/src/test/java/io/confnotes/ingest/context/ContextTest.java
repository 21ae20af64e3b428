package io.confnotes.ingest.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Segmenter;
import io.confnotes.ingest.segment.TalkNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All events here are invented. */
class ContextTest {

  private static Context context(String source, @Nullable String path) {
    return Context.of(Readers.read(source, Format.MARKDOWN), path);
  }

  private static @Nullable String value(@Nullable Found found) {
    return found == null ? null : found.value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "on 17 May 2024; 2024-05-17",
        "May 17th, 2024; 2024-05-17",
        "2024-05-17T09:00:00Z; 2024-05-17",
        "2024/5/7; 2024-05-07",
        "17. Mai 2024; 2024-05-17",
        "17.05.2024; 2024-05-17",
        "le 1er juin 2023; 2023-06-01",
        "17 de mayo de 2024; 2024-05-17",
        "2024年5月17日; 2024-05-17",
        "2024년 5월 17일; 2024-05-17",
        "5/17/2024; 2024-05-17",
        "5/6/2024; 2024",
        "May 17-19, 2024; 2024-05",
        "17.–19. Mai 2024; 2024-05",
        "June 2024; 2024-06",
        "30 February 2024; -",
        "version 2024.1; -",
      })
  void shouldReadDates(String text, @Nullable String date) {
    assertThat(DateText.find(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "# HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Notes from HedgeConf 2031, day 2; -; HedgeConf 2031; 2031",
        "# Oiling hinges @ GateCon 2030; -; GateCon 2030; 2030",
        "# Oiling hinges; 2030/gatecon/oiling.md; Gatecon 2030; 2030",
        "# Oiling hinges; notes/2030-02-03-oiling.md; -; 2030-02-03",
        "# Oiling hinges; src/docs/oiling.md; -; -",
        "# Live notes HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Mitschrift der HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031 Mitschrift; -; HedgeConf 2031; 2031",
        "# Rückblick auf die HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Retour sur HedgeConf France 2031; -; HedgeConf France 2031; 2031",
        "# Apuntes de la HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Lo mejor de HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Verslag HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Notatki z HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031, заметки; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031. Заметки с конференции; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031 参加メモ; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031 笔记; -; HedgeConf 2031; 2031",
        "# 参加 HedgeConf 2031 心得; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031 후기; -; HedgeConf 2031; 2031",
        "# My first week at HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# What I learned at HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Talks I liked at HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# Lightning talks, HedgeConf 2031; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031, day two; -; HedgeConf 2031; 2031",
        "# HedgeConf 2031, Saturday; -; HedgeConf 2031; 2031",
        "# Oslo Hedge Meetup, 3 February 2031; -; Oslo Hedge Meetup; 2031-02-03",
        "# re:Hedge 2031; -; re:Hedge 2031; 2031",
        "# Link back to HEDGE2031 Notes Collection; -; HEDGE2031; 2031",
        "# HedgeConf 2031 notes collection; -; HedgeConf 2031; 2031",
        "# HEDGIC 48; -; HEDGIC 48; -",
        "I heard this at the Great Gate Summit 2030 in Oslo.; -; Great Gate Summit 2030; 2030",
      })
  void shouldFindEventAndDate(
      String source, @Nullable String path, @Nullable String event, @Nullable String date) {
    // When
    Context context = context(source + "\n\nSome text about hinges.\n", path);
    // Then
    assertThat(value(context.event())).isEqualTo(event);
    assertThat(value(context.date())).isEqualTo(date);
  }

  @Test
  void shouldPreferFrontMatterToHeadingsAndHeadingsToThePath() {
    // Given
    String front = "---\ntitle: Hinges\nevent: GateCon 2030\ndate: 2030-02-03\n---\n\n";
    String heading = "# HedgeConf 2031\n\ntext\n";
    // When
    Context all = context(front + heading, "2029/fencefest/a.md");
    Context without = context(heading, "2029/fencefest/a.md");
    // Then
    assertThat(value(all.event())).isEqualTo("GateCon 2030");
    assertThat(value(all.date())).isEqualTo("2030-02-03");
    assertThat(value(without.event())).isEqualTo("HedgeConf 2031");
  }

  @Test
  void shouldFindTheDayOfEachTalk() {
    // Given
    Reading reading =
        Readers.read(
            "# GateCon 2030\n\n## 3 February 2030\n\n### Hinges by Ida Holm\n\n- oil\n\n"
                + "## 4 February 2030\n\n### Locks by Yaw Mensah\n\n- keys\n",
            Format.MARKDOWN);
    // When
    Context context = Context.of(reading, null);
    List<TalkNotes> talks = Segmenter.segment(reading);
    // Then
    assertThat(talks)
        .extracting(talk -> context.dayOf(talk.span()))
        .containsExactly("2030-02-03", "2030-02-04");
  }

  @Test
  void shouldTellTheLanguageOfEachTalk() {
    // Given
    Reading reading =
        Readers.read(
            "# GateCon 2030\n\n## Hinges by Ida Holm\n\nThe hinge is the oldest of the machines that we still use.\n\n"
                + "## Scharniere von Uwe Brandt\n\nDas Scharnier ist die älteste Maschine, die wir noch benutzen.\n\n"
                + "## 蝶番の話（山田太郎）\n\n蝶番は私たちがまだ使っている最も古い機械です。\n",
            Format.MARKDOWN);
    // When
    List<String> languages = LanguageFinder.of(reading, Segmenter.segment(reading));
    // Then
    assertThat(languages).containsExactly("en", "de", "ja");
  }
}

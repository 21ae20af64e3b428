package io.confnotes.ingest.read.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

  /** Line, key, value: one line for each field. */
  private static String fields(String source) {
    return FrontMatter.of(source).fields().stream()
        .map(field -> field.line() + " " + field.key() + " " + field.value())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void shouldReadNestedYaml() {
    // When
    String fields =
        fields(
            """
            ---
            layout: post
            title: >-
              A folded
              title
            speakers:
            - name: Ida Holm
              company: Gatework
              twitter: https://twitter.com/idah
            - {first_name: Jonas, last_name: Brink}
            - Mira Sand
            event: {name: GateConf 2024, date: 2024-05-06}
            date: 2024-06-01T10:00:00+02:00
            author: Somebody Else
            tags: [gates]
            ---
            """);
    // Then
    assertThat(fields)
        .isEqualTo(
            """
            12 event GateConf 2024
            12 date 2024-05-06
            3 title A folded title
            7 speaker Ida Holm (Gatework) @idah
            10 speaker Jonas Brink
            11 speaker Mira Sand""");
  }

  @Test
  void shouldReadTomlTables() {
    // When
    String fields =
        fields(
            """
            +++
            title = "Gates: an introduction"
            date = 2023-02-03T04:05:06Z
            params.event = "GateConf"
            [taxonomies]
              speakers = [
                "Ida Holm",
                "Jonas Brink",
              ]
            [extra.talk]
            date = 2023-02-01
            [[extra.speakers]]
            name = "Mira Sand"
            affiliation = "Gatework"
            +++
            text
            """);
    // Then
    assertThat(fields)
        .isEqualTo(
            """
            4 event GateConf
            11 date 2023-02-01
            2 title Gates: an introduction
            7 speaker Ida Holm
            8 speaker Jonas Brink
            13 speaker Mira Sand (Gatework)""");
  }

  @Test
  void shouldReadJson() {
    // When
    String fields =
        fields(
            "{\n\t\"title\": \"Gates\",\n\t\"speakers\": [\"Ida Holm\"],\n\t\"draft\": false\n}\n");
    // Then
    assertThat(fields).isEqualTo("2 title Gates\n3 speaker Ida Holm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "title: Gates: an introduction § 2 title Gates: an introduction",
        "title: \"Gates § 2 title Gates",
        "title: Gates\" open § 2 title Gates\" open",
        "title: 'It's open' § 2 title It's open",
        "title: \"The \"best\" gate\" § 2 title The \"best\" gate",
        "title: [Draft] Gates § 2 title [Draft] Gates",
        "title: *Gates* for all § 2 title *Gates* for all",
        "title:Gates § 2 title Gates",
        "title:\tGates § 2 title Gates",
        "title: Q&amp;A § 2 title Q&A",
        "title: 2024 § 2 title 2024",
        "speaker: @idah § 2 speaker @idah",
        "speakers: [Ida Holm, @jonas] § 2 speaker Ida Holm`2 speaker @jonas",
        "speaker: '[[Ida Holm]]' § 2 speaker Ida Holm",
        "speaker: [Ida Holm](https://example.org/ida) § 2 speaker Ida Holm",
        "speaker: [[people/ida|Ida Holm]] § 2 speaker Ida Holm",
        "Presented-By: Ida Holm § 2 speaker Ida Holm",
        "speakerName: Ida Holm § 2 speaker Ida Holm",
        "params.speaker: Ida Holm § 2 speaker Ida Holm",
        "date: 2024-02-30 § ``",
        "date: 6 May 2024 § 2 date 6 May 2024",
        "date: {{ .Date }} § ``",
        "event: true § ``",
        "published: true § ``"
      })
  void shouldLoseNothingOfBrokenYaml(String entry, String expected) {
    assertThat(fields("---\nlayout: post\n---\n".replace("layout: post", entry + "\nlayout: x")))
        .isEqualTo(expected.strip().replace('`', '\n').replace("\\t", "\t"));
  }

  @Test
  void shouldReadBrokenListsLineByLine() {
    // When
    String fields =
        fields(
            "---\nspeakers:\n\t- name: @idah\n\t  company: Gatework\n\t- Mira Sand\n"
                + "conference:\n\tname: Gates: the conference\nlayout: x\n---\n");
    // Then
    assertThat(fields)
        .isEqualTo(
            """
            7 event Gates: the conference
            3 speaker @idah (Gatework)
            5 speaker Mira Sand""");
  }

  @Test
  void shouldReadBrokenTomlEntryByEntry() {
    // When
    String fields =
        fields(
            "+++\ntitle = Gates\nspeaker = 'Ida Holm'\n[extra]\nevent = GateConf\ndate = '2024'\n+++\n");
    // Then
    assertThat(fields)
        .isEqualTo("5 event GateConf\n6 date 2024\n2 title Gates\n3 speaker Ida Holm");
  }

  @Test
  void shouldReadKeysAndValuesWithoutAFence() {
    // Given
    String source =
        "Title: Gates at night\nDate: 2024-05-06 10:00\nSpeaker: Ida Holm\nSlug: gates\n\nText.\n";
    // When
    FrontMatter read = FrontMatter.of(source);
    // Then
    assertThat(read.lines()).isEqualTo(4);
    assertThat(source.substring(read.length())).isEqualTo("\n\nText.\n");
    assertThat(fields(source))
        .isEqualTo("2 date 2024-05-06\n1 title Gates at night\n3 speaker Ida Holm");
  }

  @Test
  void shouldPreferTheDayAndTitleOfTheTalk() {
    // When
    String fields =
        fields(
            "---\ntitle: My notes\ndate: 2024-06-01\ntalk_title: Gates\ntalk_date: 2024-05-06\n---\n");
    // Then
    assertThat(fields).isEqualTo("5 date 2024-05-06\n4 title Gates");
  }

  @Test
  void shouldCountTheLinesBeforeTheFence() {
    // When
    FrontMatter frontMatter = FrontMatter.of("\n\r\n---\r\ntitle: Gates\r\n---\r\ntext");
    // Then
    assertThat(frontMatter.lines()).isEqualTo(5);
    assertThat(frontMatter.fields())
        .containsExactly(new FrontMatter.Field(FrontMatter.TITLE, "Gates", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n\ntitle: in prose\n\n---\n",
        "---\nNote: one thing.\n---\n",
        "---\nThen she said: gates.\nAnd he left: why?\n",
        "---\n# Heading\n\nPlain words.\n---\n",
        "--- title: x ---\n",
        "{\n  a block\n}\n",
        "+++\njust text\n+++\n",
        "text\n---\ntitle: x\n---\n",
        "Title: Gates\n\nText.\n",
        "Title: Gates\nThen she said a word.\n\nText.\n",
        "Summary: all went well\nDate: today\n\nText.\n"
      })
  void shouldTakeNoProseForFrontMatter(String source) {
    assertThat(FrontMatter.of(source).length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "a:\n  ",
        "? ",
        "&a [*a, ",
        "\"",
        "'",
        "|\n",
        "!!x ",
        "a.",
        "[[a]]\n"
      })
  void shouldTakeHostileValues(String shape) {
    for (String fence : new String[] {"---", "+++"}) {
      String value = shape.repeat(1_500 / shape.length());
      String source = fence + "\ntitle: x\nspeakers: " + value + "\nspeakers = " + value;
      assertThat(FrontMatter.of(source + "\n" + fence + "\n").lines()).isPositive();
    }
  }

  @Test
  void shouldTakeRandomPieces() {
    String[] pieces = {
      "title: ",
      "speakers: ",
      "\n",
      "\n  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "\"",
      "'",
      "@a",
      ": ",
      "= ",
      "[extra]\n",
      "[[x]]\n",
      "#",
      "|",
      ">",
      "&a",
      "*a",
      "!",
      "\t",
      "date = 2024-01-02",
      "😀",
      "\u0000"
    };
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder source =
          new StringBuilder(round % 2 == 0 ? "---\ntitle: x\n" : "+++\ntitle='x'\n");
      for (int piece = random.nextInt(40); piece >= 0; piece--) {
        source.append(pieces[random.nextInt(pieces.length)]);
      }
      source.append(round % 2 == 0 ? "\n---\n" : "\n+++\n");
      FrontMatter first = FrontMatter.of(source.toString());
      assertThat(FrontMatter.of(source.toString())).isEqualTo(first);
      assertThat(first.fields())
          .allMatch(field -> field.line() >= 1 && field.line() <= first.lines())
          .noneMatch(field -> field.value().isBlank());
    }
  }
}

package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {

  private static final Analyser ANALYSER = new Analyser(Vocabulary.seed());

  private static List<String> names(TalkText talk) {
    return names(ANALYSER, talk);
  }

  private static List<String> names(Analyser analyser, TalkText talk) {
    return analyser.analyse(talk).tags().stream().map(Tag::name).toList();
  }

  @Test
  void shouldPutTheTopicFirst() {
    assertThat(names(TestTalk.observatory())).startsWith("PostgreSQL");
  }

  @Test
  void shouldLeaveOutNamesNumbersAndWordsOfEveryTalk() {
    // Given
    TalkText talk =
        TestTalk.titled("Questions about the talk: 42 slides")
            .by("Ada Example")
            .at("StarConf 2024")
            .paragraph(
                "On Friday in Room 7 at StarConf, Ada Example showed people many things and slides."
                    + " Ada answered questions. StarConf has sessions and talks in 2024.")
            .paragraph("The telescope has a mirror. The telescope is cold, says Ada.")
            .build();

    // When
    List<String> names = names(talk);

    // Then
    assertThat(names).contains("telescope", "mirror");
    assertThat(names)
        .doesNotContainAnyElementsOf(
            List.of("Ada", "Example", "Ada Example", "StarConf", "starconf", "Friday", "friday"))
        .doesNotContainAnyElementsOf(
            List.of("Room", "room", "people", "things", "slides", "questions", "talks", "talk"))
        .noneMatch(name -> name.matches(".*\\d.*"));
  }

  @Test
  void shouldMergePluralsCasesAndHyphens() {
    // Given
    TalkText talk =
        TestTalk.titled("")
            .paragraph("The container is small, and they know about open source and its rules.")
            .paragraph("Open-Source is old. Two containers share a kernel, a container needs one.")
            .build();

    // When
    List<Tag> tags = ANALYSER.analyse(talk).tags();

    // Then
    assertThat(tags.stream().map(Tag::name)).contains("containers").doesNotContain("container");
    assertThat(tags.stream().filter(tag -> tag.slug().startsWith("open-source"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The GPUs are idle, and a GPU is expensive when the GPU is idle.; GPU
          We wrote it in Go, since Go compiles fast, and they know Go well.; Go
          She moved it to React, and with React the React code got short.; React
          Telescopes are cold, but the telescope works, and a telescope lasts.; telescope
          He likes C++ more than the rest, but C++ is hard, so C++ loses.; C++
          """)
  void shouldWriteATagAsItsAuthorsDo(String text, String expected) {
    assertThat(names(TestTalk.titled("").paragraph(text).build())).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          分散システムは難しいです。分散システムでは障害が起きます。; 分散システム
          分布式系统很难。我们研究分布式系统的故障。; 分布式系统
          쿠버네티스를 운영합니다. 쿠버네티스는 어렵고 쿠버네티스의 기본값은 위험합니다.; 쿠버네티스
          Die Datenbank ist langsam, weil die Datenbank auf einem alten Server läuft.; Datenbank
          La base de données est lente, et la sauvegarde de la base prend une sauvegarde.; sauvegarde
          """)
  void shouldFindTopicsInOtherLanguages(String text, String expected) {
    assertThat(names(TestTalk.titled("").paragraph(text).build())).contains(expected);
  }

  @Test
  void shouldNotCutChineseWordsApart() {
    // When
    List<String> names = names(TestTalk.titled("").paragraph("分布式系统很难。我们研究分布式系统的故障。").build());

    // Then
    assertThat(names).doesNotContain("分布", "布式", "式系", "式系统", "分布式系");
  }

  @Test
  void shouldTakeOnlyNounsInGerman() {
    // Given
    TalkText talk =
        TestTalk.titled("Warum wir den Cluster abgeschafft haben")
            .paragraph("Der Cluster lief drei Jahre, z.B. für Bestellungen, und wurde abgeschafft.")
            .build();

    // Then
    assertThat(names(talk)).startsWith("Cluster").doesNotContain("abgeschafft", "Warum", "z.B");
  }

  @Test
  void shouldPreferWhatTheTitleNames() {
    // Given
    TalkText talk =
        TestTalk.titled("How we cool mirrors")
            .paragraph("A dome shades the mirror. The dome is white, and paint is cheap.")
            .build();

    // Then
    assertThat(names(talk)).startsWith("mirror");
  }

  @Test
  void shouldGiveNoMoreThanTen() {
    // Given
    StringBuilder text = new StringBuilder();
    for (char c = 'a'; c <= 'z'; c++) {
      text.append("the ").append(c).append("zymurgon").append(c).append(", ");
    }

    // Then
    assertThat(names(TestTalk.titled("").paragraph(text.toString()).build())).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          They run it on k8s, and k8s restarts it.; Kubernetes
          Postgres holds the images, since Postgres is boring.; PostgreSQL
          The JS is slow, and the js of the page is large.; JavaScript
          An ML model picks stars, and ML needs labels.; machine learning
          Open-sourcing the dome: open source is a promise.; open source
          The CLIs are old, but the CLI works.; command line
          """)
  void shouldNameATopicAsTheVocabularyDoes(String text, String expected) {
    assertThat(names(TestTalk.titled("").paragraph(text).build())).contains(expected);
  }

  @Test
  void shouldTakeOrdinaryWordsForNamesOnlyWhereTheyAreWrittenAsNames() {
    // Given
    TalkText words =
        TestTalk.titled("Go home and rest")
            .paragraph("We go home in spring. The rest of us react, and click on a salt flask.")
            .paragraph("Go on. Spring is near. Rest well. React fast!")
            .build();
    TalkText names =
        TestTalk.titled("Go for astronomers")
            .paragraph("The dome is driven by Go. A REST service talks to it.")
            .build();

    // Then
    assertThat(names(words)).doesNotContain("Go", "REST", "Spring", "React", "Click", "Salt");
    assertThat(names(names)).contains("Go", "REST");
  }

  @Test
  void shouldFollowACuratedVocabulary() {
    // Given
    TalkText talk =
        TestTalk.titled("Cold mirrors")
            .paragraph("The telescope has a mirror. Telescopes are cold, and a mirror is too.")
            .build();
    Term merged = new Term("stargazing", List.of("telescope"), 3, List.of());

    // When
    List<Tag> tags = new Analyser(Vocabulary.of(List.of(merged))).analyse(talk).tags();

    // Then
    assertThat(tags).extracting(Tag::name).contains("stargazing").doesNotContain("telescope");
  }

  @Test
  void shouldNameABroaderTopicThatSeveralImply() {
    // Given
    TalkText talk =
        TestTalk.titled("Random forests or XGBoost?")
            .paragraph("We trained random forests and XGBoost on stars; scikit-learn was enough.")
            .build();

    // When
    List<String> names = names(talk);

    // Then
    assertThat(names).contains("XGBoost", "random forests", "machine learning");
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void shouldNotTakeASpeakerForATopic() {
    // Given
    TalkText talk =
        TestTalk.titled("Cold mirrors")
            .by("Ruby Example")
            .paragraph(
                "Then Ruby showed a mirror. The mirror is cold, said Ruby, who likes Docker.")
            .build();

    // Then
    assertThat(names(talk)).contains("Docker").doesNotContain("Ruby");
  }

  @Test
  void shouldGiveOnlyTagsThatAreLikelyBesideTheBest() {
    // Given
    TalkText talk =
        TestTalk.titled("Django for observatories: Django, again")
            .paragraph("Django serves the pages. Django has forms. With Django it took a week.")
            .paragraph("A wall was painted, a door was moved, a lamp was broken, a tree fell.")
            .build();

    // When
    List<Tag> tags = ANALYSER.analyse(talk).tags();

    // Then
    assertThat(tags).extracting(Tag::name).startsWith("Django").hasSizeLessThan(10);
    assertThat(tags).extracting(Tag::score).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(tags).allMatch(tag -> tag.score() >= tags.getFirst().score() / 4);
  }
}

package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.analyse.phrase.KeyPhrase;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.text.Notes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPhrasesTest {

  private static final int MAXIMUM = 20;

  private static List<String> names(TalkText talk) {
    return KeyPhrases.of(Notes.of(talk), MAXIMUM).stream().map(KeyPhrase::name).toList();
  }

  private static List<String> names(String text) {
    return names(TestTalk.titled("").paragraph(text).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The adaptive mirror controller was built in a shed.; adaptive mirror controller
          We describe a new adaptive mirror controller.; adaptive mirror controller
          They control mirrors with distributed voting algorithms.; distributed voting algorithms
          The paper presents the thermal noise of a long cable.; thermal noise
          We learned a lot about machine learning at night.; machine learning
          The results show that sparse catalogues are enough.; sparse catalogues
          A fault-tolerant star tracker was added to it.; fault-tolerant star tracker
          It is Kepler's law that explains why it moves.; Kepler's law
          By cooling the main mirror they lost a year.; mirror
          She wanted to monitor the cooling system at night.; cooling system
          """)
  void shouldFindWholeNounPhrases(String text, String expected) {
    // When
    List<String> names = names(text);

    // Then
    assertThat(names).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The telescope works, and the telescope lasts.; telescope works
          We propose an efficient method for mirrors.; efficient method
          The dome was painted slowly.; painted
          They polish mirrors by using sand.; using sand
          At night she could cool mirrors.; cool mirrors
          In 1998 the three domes were moved.; three domes
          On Friday or in March the dome is open.; Friday
          """)
  void shouldLeaveOutVerbsJudgementsAndNumbers(String text, String unexpected) {
    // When
    List<String> names = names(text);

    // Then
    assertThat(names).isNotEmpty().doesNotContain(unexpected);
  }

  @Test
  void shouldRankWholePhrasesBeforeTheirParts() {
    // When
    List<String> names =
        names("A cold mirror actuator bends glass. Without a cold mirror actuator it breaks.");

    // Then
    assertThat(names)
        .startsWith("cold mirror actuator")
        .doesNotContain("cold mirror", "mirror actuator");
  }

  @Test
  void shouldKeepAPartThatStandsForItselfToo() {
    // When
    List<String> names =
        names(
            "They have a cold mirror actuator. The mirror actuator is red, a mirror actuator is"
                + " old.");

    // Then
    assertThat(names).contains("mirror actuator", "cold mirror actuator");
  }

  @Test
  void shouldRankWhatIsRepeatedAndEarlyFirst() {
    // Given
    TalkText talk =
        TestTalk.titled("Star trackers")
            .paragraph("A star tracker finds a ship. It was wet, and a red lamp was lit.")
            .paragraph("The star tracker needs a clear sky. Later they drank green tea.")
            .build();

    // When
    List<String> names = names(talk);

    // Then
    assertThat(names).startsWith("star tracker").containsSubsequence("red lamp", "green tea");
  }

  @Test
  void shouldSayWhatItSawOfAPhrase() {
    // Given
    TalkText talk =
        TestTalk.titled("Star trackers")
            .paragraph(
                "It was night. A star tracker finds a ship. Two star trackers find it twice.")
            .build();

    // When
    KeyPhrase phrase = KeyPhrases.of(Notes.of(talk), 1).getFirst();

    // Then
    assertThat(phrase.name()).isEqualTo("star tracker");
    assertThat(phrase.key()).isEqualTo("star tracker");
    assertThat(phrase.words()).containsExactly("star", "trackers");
    assertThat(phrase.count()).isEqualTo(3);
    assertThat(phrase.inTitle()).isTrue();
    assertThat(phrase.inHeading()).isFalse();
    assertThat(phrase.firstPassage()).isZero();
    assertThat(phrase.independence()).isEqualTo(1);
    assertThat(phrase.score()).isBetween(0.5, 1.0);
  }

  @Test
  void shouldKeepTheCapitalsOfNamesOnly() {
    // Given
    TalkText talk =
        TestTalk.titled("Solar Sails With Debian Servers")
            .paragraph("The probe runs Debian, and Debian is small. A Debian server is old.")
            .build();

    // When
    List<String> names = names(talk);

    // Then
    assertThat(names).contains("solar sails", "Debian server", "Debian");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Die verteilte Datenbank läuft, wenn ein Rechenzentrum ausfällt, und das ist gut.; verteilte Datenbank
          Les systèmes distribués sont dans une salle, et chaque équipe utilise Debian.; systèmes distribués
          Los sistemas distribuidos no son para los que usan Debian en una noche.; sistemas distribuidos
          Il team usa Debian, e gli specchi freddi sono nella sala con la squadra.; specchi freddi
          Os sistemas distribuídos não são para uma noite, e a equipa usa Debian.; sistemas distribuídos
          Het team gebruikt Debian, en de statische analyse is niet voor iedereen.; statische analyse
          自動バックアップは不十分です。私たちは自動バックアップを調べました。; 自動バックアップ
          静态分析很重要。我们使用静态分析。; 静态分析
          우리는 정적 분석을 합니다. 정적 분석은 Debian을 위해 있습니다.; 정적 분석
          """)
  void shouldFindPhrasesInOtherLanguages(String text, String expected) {
    // When
    List<String> names = names(text);

    // Then
    assertThat(names).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Les systèmes distribués sont dans une salle, et chaque équipe utilise Debian.
          Los sistemas distribuidos no son para los que en una noche usan Debian.
          Het team gebruikt Debian, en de statische analyse is niet voor iedereen.
          우리는 정적 분석을 합니다. 정적 분석은 Debian을 위해 있습니다.
          """)
  void shouldTellNamesFromTheWordsBesideThem(String text) {
    // When
    List<String> names = names(text);

    // Then
    assertThat(names).contains("Debian");
  }

  @Test
  void shouldGiveNoMoreThanAskedFor() {
    // Given
    Notes notes = Notes.of(TestTalk.observatory());

    // When
    List<KeyPhrase> three = KeyPhrases.of(notes, 3);

    // Then
    assertThat(three).hasSize(3).isEqualTo(KeyPhrases.of(notes, MAXIMUM).subList(0, 3));
    assertThat(three).extracting(KeyPhrase::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void shouldFindNothingInNothing() {
    // When
    List<KeyPhrase> phrases = KeyPhrases.of(Notes.of(TestTalk.titled("").build()), MAXIMUM);

    // Then
    assertThat(phrases).isEmpty();
  }

  @Test
  @Timeout(20)
  void shouldTakeLongRunsOfNounsInLinearTime() {
    // Given
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append(i % 2 == 0 ? "mirror" : "dome").append((char) ('a' + i % 23)).append(' ');
    }

    // When
    List<String> names = names(text.toString());

    // Then
    assertThat(names).hasSize(MAXIMUM);
  }
}

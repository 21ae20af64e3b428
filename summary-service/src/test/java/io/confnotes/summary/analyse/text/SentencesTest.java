package io.confnotes.summary.analyse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  private static List<String> split(String text, String language) {
    return Sentences.in(text, new Range(0, text.length()), Languages.named(language)).stream()
        .map(range -> range.of(text))
        .toList();
  }

  /** Expected ends of sentences are written as a vertical bar. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      textBlock =
          """
          en; It works.| It is fast.
          en; Ask Dr. Smith.| He knows.
          en; Use a broker, e.g. Kafka, i.e. a log.| Then scale.
          en; Version 2.0.1 fixed it.| Upgrade to 2.1.
          en; See https://example.org/a.b?c=d. It helps.
          en; See https://example.org/a.| It helps.
          en; Node.js and .NET are there.| Both run.
          en; Wait… what?| Nothing.
          en; They cheered until… then it broke.
          en; And so on...| Next topic.
          en; “Why?” he asked.| Nobody knew.
          en; “It failed. Twice.”| We repaired it.
          en; (It failed. Twice.)| We repaired it.
          en; Call `a.b(). C()` first.| Then stop.
          en; J. R. Hartley wrote it.| We read it.
          en; Founded by Acme Inc. in 2001.| Sold later.
          en; It is made by Acme Inc.| The company grew.
          en; It ran in the U.S. and failed.| The end.
          en; Logs, metrics, etc. are kept.| Traces are not.
          en; We said no.| Then we left.
          en; See fig. 3 and no. 5.| Both matter.
          en; Really?!| Yes!
          en; It runs now.| k8s restarts it.
          en; It runs now.| iOS does not.
          en; He was C.E.O. of it.
          en; Read chapter 3.| Then stop.
          en; They left at 5 p.m. and slept.
          en; Written by J.K. Rowling.| It sold.
          en; George R. R. Martin wrote it.| We read it.
          en; It fell from 1.5 to .5 seconds.| The old one took 12.7 s.| Good.
          en; They were on version 1.| Version 2 is out.
          en; The A.I. hype is over.| Maybe.
          en; Smith et al. showed it.| So did Jones et al.| It works.
          en; She has a Ph.D.| She knows what Ph.D. students need.
          en; It works.[1]| We ship it. [2]
          en; It works [1].| We ship it.
          en; Min. 4 cores, max. 8 cores.| Fine.
          en; Ver. 2 fixed it.| We met in the U.S.| Then we left.
          en; Mail joe@example.com.| He answers.
          en; Edit /etc/foo.conf.| Then run ./bar.sh or foo.bar().| It returns.
          en; The cluster (v1.2.3) died at 3 a.m. on Friday.| Nobody woke up.
          en; At 1.2.3.4 there is a server.| At ::1 too.
          en; Wait... what?| ...and then it broke.| Perhaps not…
          en; He said, “It works!”| We stayed.
          en; He said "It works." and left.| We stayed.
          en; Yahoo! is a company.| Use the ! operator.| It negates.
          en; Hello 😀.| Bye 👋!| Fine
          de; Das gilt z.B. für Kafka.| Es hilft.
          de; Am 3. Januar begann es.| Wir waren da.
          de; Herr Dr. Meier sprach.| Alle hörten zu.
          de; „Das geht nicht. Nie.“| Wir gingen.
          de; Wir nutzen u.a. Kafka, z. B. als Log.| Das heißt, d. h. es geht.
          de; Am 24. Dezember ist Weihnachten.| Das 19. Jahrhundert war lang.
          de; Siehe Abb. 3 und Tab. 4.| Max. 5 Personen, mind. 2.| Gut.
          de; Frau Dr. h.c. Müller sprach für die GmbH & Co. KG.| Gut.
          de; Das kostet ca. 5 Euro usw. und mehr.
          fr; M. Dupont est là, c.-à-d. présent.| Il parle.
          fr; « Non. Jamais. »| Il part.
          es; ¿Qué es esto?| Es un registro.
          es; El Sr. Pérez habló.| Fue breve.
          pl; To jest np. Kafka.| Dobrze.
          el; Τι είναι αυτό;| Είναι αρχείο.
          ko; 버전 2.0이 나왔습니다.| 좋아요!
          ar; هذا سجل.| لماذا؟| لأنه سريع.
          ja; バージョン2.0が出ました。|彼は「はい。」と言いました。
          zh; 版本2.0发布了。|它很快！|真的吗？|是的。
          ru; В 2020 г. мы начали.| «Нет. Никогда.»| Он ушёл.
          ja; これは本です。|次の文です。
          ja; 「そうです。」と言った。|終わり。
          zh; 今天很好！|我们走吧。
          hi; यह एक वाक्य है।| यह दूसरा है।
          ru; Он пришёл.| Мы говорили, т.е. спорили.
          """)
  void shouldEndSentencesWhereAReaderWould(String language, String marked) {
    // Given
    List<String> expected = Arrays.stream(marked.split("\\|", -1)).map(String::strip).toList();

    // When
    List<String> sentences = split(marked.replace("|", ""), language);

    // Then
    if (!marked.contains("example.org/a.b")) {
      assertThat(sentences).isEqualTo(expected);
    } else {
      assertThat(sentences).hasSize(2);
    }
  }

  @Test
  void shouldJoinLinesThatWereWrapped() {
    // Given
    String text =
        "The committee met in the autumn\nof that year in a small town near\nParis. It agreed.";

    // When
    List<String> sentences = split(text, "en");

    // Then
    assertThat(sentences)
        .containsExactly(
            "The committee met in the autumn\nof that year in a small town near\nParis.",
            "It agreed.");
  }

  @Test
  void shouldEndASentenceAtALineBreakThatWasMeant() {
    // Given
    String text =
        "Short line\nAnother one\nA line that is as long as the lines of this text ever get to be";

    // When
    List<String> sentences = split(text, "en");

    // Then
    assertThat(sentences).hasSize(3).startsWith("Short line", "Another one");
  }

  @Test
  void shouldEndASentenceAtAnEmptyLine() {
    // When
    List<String> sentences = split("no full stop here\r\n\r\nand a new paragraph", "en");

    // Then
    assertThat(sentences).containsExactly("no full stop here", "and a new paragraph");
  }

  @Test
  void shouldCutWhatNeverEnds() {
    // Given
    String words = "word ".repeat(2_000);
    String letters = "😀".repeat(5_000);

    // When
    List<String> cut = split(words + letters, "en");

    // Then
    assertThat(cut).allMatch(sentence -> sentence.length() <= Sentences.MAXIMUM);
    assertThat(String.join("", cut).replace(" ", "")).isEqualTo((words + letters).replace(" ", ""));
    assertThat(cut).noneMatch(sentence -> Character.isLowSurrogate(sentence.charAt(0)));
  }
}

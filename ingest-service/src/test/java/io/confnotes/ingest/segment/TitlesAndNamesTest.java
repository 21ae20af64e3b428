package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words around a title are a name's, a number's or a part of it. All are invented. */
class TitlesAndNamesTest {

  private static List<String> outline(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.MARKDOWN)));
  }

  @Test
  void shouldReadNamesInFrontOfACommaWhereOtherHeadingsHaveThem() {
    assertThat(
            outline(
                """
                # Society for Hedges, Annual Conference

                ## Cultures of Hawthorn

                ### Ida Holm, Changing Ideas of Height in the Hawthorn Trade

                - taller each year

                ### Quorra Fenn, The Ropewalk Company: How Twine Came to the Hedges

                - twine was dear

                ### Lou Okafor, The Shears of Ada Bergström, Enterprise and the Blade

                - sharp
                """))
        .containsExactly(
            "5 Changing Ideas of Height in the Hawthorn Trade | Ida Holm",
            "9 The Ropewalk Company: How Twine Came to the Hedges | Quorra Fenn",
            "13 The Shears of Ada Bergström, Enterprise and the Blade | Lou Okafor");
  }

  @Test
  void shouldNotMakeTitlesOfWhatPeopleAreBehindACommaInHeadings() {
    assertThat(
            outline(
                """
                # HedgeConf 2031

                ## Ida Holm, Lead Gardener at the Ropewalk Foundation
                "Growing Hawthorn in Towns"

                - taller each year

                ## Lou Okafor, Director of the Institute for Twine
                "Where the Twine Comes From"

                - it was dear
                """))
        .containsExactly(
            "3 Growing Hawthorn in Towns | Ida Holm", "8 Where the Twine Comes From | Lou Okafor");
  }

  @Test
  void shouldReadTitleAndSpeakerBelowASlotLabelOfItsOwn() {
    assertThat(
            outline(
                """
                # HedgeConf 2031

                ## Plenary

                'Drawing Hedges: The Rise and Fall of the Ruler' by Ida Holm (Ropewalk)

                **A part of a book with @hedgepress Hawthorn Lives**

                Begins with a fall from a ladder.

                - rulers were dear
                """))
        .containsExactly("3 Drawing Hedges: The Rise and Fall of the Ruler | Ida Holm");
  }

  @Test
  void shouldReadNumbersOfSlotsBehindAStopAndInFrontOfAWideColon() {
    assertThat(
            outline(
                """
                # 生垣勉強会に参加してきた

                ## LT.1：Hawthornで生垣を作る話 @ida_holm

                - 毎年高くなる

                ## LT.2：Take care of twine ＠lou-o

                - 高い

                ## LT.3：高いとは @quorra

                - 人による
                """))
        .containsExactly(
            "3 Hawthornで生垣を作る話 | @ida_holm", "7 Take care of twine | @lou-o", "11 高いとは | @quorra");
  }

  @Test
  void shouldTakeALengthOfTimeInATitleForNoEvent() {
    assertThat(
            outline(
                """
                # Hedge.rb, day 3

                ## Ida Holm (@idaholm) - How to grow a better hedge in 90 days

                Three books to read.

                **Clean Cuts - Lou Okafor**

                - cut once

                ## Lou Okafor (@louo) - A thousand ways to lose a ladder

                - it was behind the hedge
                """))
        .containsExactly(
            "3 How to grow a better hedge in 90 days | Ida Holm",
            "11 A thousand ways to lose a ladder | Lou Okafor");
  }

  @Test
  void shouldTellTitlesInBoldLettersAndQuotationMarksFromQuotations() {
    assertThat(
            outline(
                """
                Two days among hedges, and here is what I heard.

                "**OD ZERA DO ŻYWOPŁOTU W [WIADRZE](https://bucket.example)**" - [Ida Holm](https://ida.example)

                Wiadro nie wystarcza, trzeba więcej ziemi.

                "**CO TO JEST SZNUREK I CO MA DO TEGO PŁOT**" - [Lou Okafor](https://lou.example)

                Sznurek jest drogi, a płot rośnie.

                "Hedges hold what they enclose" - Quorra Fenn

                - ziemia
                - woda
                """))
        .containsExactly(
            "3 OD ZERA DO ŻYWOPŁOTU W WIADRZE | Ida Holm",
            "7 CO TO JEST SZNUREK I CO MA DO TEGO PŁOT | Lou Okafor");
  }

  @Test
  void shouldNotTakeAGreetingInFrontOfAHandleForAName() {
    assertThat(
            outline(
                """
                # Twine for Reproducible Hedges

                ## Hello I'm @idaholm

                - I like twine

                ## Why twine?

                - it holds
                """))
        .noneMatch(talk -> talk.contains("Hello"));
  }

  @Test
  void shouldTakeAUniversityForWhereTheSpeakerWorks() {
    assertThat(
            outline(
                """
                # Constant-time pruning with shears

                Quorra Fenn, UC San Tomé

                - cut at the same pace
                - do not branch
                """))
        .containsExactly("1 Constant-time pruning with shears | Quorra Fenn");
  }
}

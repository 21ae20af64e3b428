package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.WordList;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds who gives a talk in Chinese, Japanese or Korean sentences. No spaces and no capitals set
 * names apart there; what follows them does: an honorific, or a word that tells of talking.
 */
public final class CjkProse {

  private static final int LONGEST_JOINT = 3;

  /** Not behind another sign of that kind, or the name would begin within a word. */
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(?<![\\p{IsHan}々])(?<name>[\\p{IsHan}々]{1,5}[\\p{IsHiragana}]{0,4}"
              + "|[\\p{IsHan}々]{1,3}[\\p{IsKatakana}ー]{2,5}"
              + "|(?<![\\p{IsKatakana}ー・])[\\p{IsKatakana}ー]{2,8}(?:・[\\p{IsKatakana}ー]{2,10})?)"
              + "[ \\u3000]?(?:さん|氏(?!名))");

  private static final String SURNAME =
      WordList.of("chinese-surnames.txt").stream()
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|", "(?:", ")"));

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:(?<!\\p{IsHan})|(?<=[的由是请請与與和跟及者师師宾賓监監裁人官长長来來后後场場位]))"
              + "(?<name>"
              + SURNAME
              + "(?:\\p{IsHan}{2}|\\p{IsHan}(?=老师|老師|先生|女士|教授|博士))"
              + "|\\p{IsHan}{2,4}·\\p{IsHan}{2,6})"
              + "(?:老师|老師|先生|女士|教授|博士|同学|同學|介绍|介紹|分享|带来|帶來|主讲|主講|演讲|演講|讲解|講解|讲述|講述|讲了|講了"
              + "|为我们|為我們|为大家|為大家|给我们|給我們|给大家|給大家|从|從|做了|作了|发表|發表|上台|首先|首發|谈了|談了)");

  private static final Pattern KOREAN =
      Pattern.compile(
          "(?<![\\p{IsHangul}])(?<name>[\\p{IsHangul}]{2,4})"
              + "(?:님|씨| ?(?:개발자|대표|교수|팀장|연구원|엔지니어|강사|박사|이사|리드|매니저|작가|연사|발표자|디자이너)님?)");

  private static final Set<String> KOREAN_SURNAMES = WordList.of("korean-surnames.txt");
  private static final Set<String> NO_NAMES = WordList.of("cjk-no-names.txt");

  private CjkProse() {}

  /**
   * The first person that a text names, and those named right behind; often nobody.
   *
   * @param told whether the text speaks of a talk; if not, only words of telling behind its very
   *     first name do
   */
  public static List<Speaker> speakers(String text, boolean told) {
    if (!told) {
      Matcher first = CHINESE.matcher(text);
      return first.lookingAt() ? speakers(first.reset()) : List.of();
    }
    for (Pattern pattern : List.of(JAPANESE, CHINESE, KOREAN)) {
      List<Speaker> found = speakers(pattern.matcher(text));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Speaker> speakers(Matcher matcher) {
    List<Speaker> found = new ArrayList<>();
    int end = 0;
    while (matcher.find() && (found.isEmpty() || matcher.start() - end <= LONGEST_JOINT)) {
      String name = matcher.group("name").strip();
      boolean korean = UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HANGUL;
      boolean surname = !korean || KOREAN_SURNAMES.contains(name.substring(0, 1));
      if (surname && name.length() >= 2 && !NO_NAMES.contains(name)) {
        found.add(new Speaker(name, null, null));
        end = matcher.end();
      }
    }
    return found;
  }
}

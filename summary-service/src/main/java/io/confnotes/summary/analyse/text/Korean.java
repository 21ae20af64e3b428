package io.confnotes.summary.analyse.text;

import java.util.List;
import java.util.Set;

/** Korean grammar that is written as one word with its noun: particles, and the ends of verbs. */
final class Korean {

  /** Longer ones first. */
  private static final List<String> PARTICLES =
      List.of(
          "에서는", "으로는", "이라는", "에서", "으로", "에게", "까지", "부터", "처럼", "이나", "은", "는", "이", "가", "을",
          "를", "의", "에", "와", "과", "로", "도");

  private static final List<String> VERB_ENDS =
      List.of("니다", "었다", "았다", "했다", "한다", "세요", "어요", "아요");

  private static final Set<String> STOPS =
      Set.of(
          "우리", "그리고", "그래서", "하지만", "그러나", "때문", "위해", "대한", "있는", "없는", "하는", "통해", "경우", "매우",
          "정말", "또한", "다른", "모든", "그것", "이것", "동안", "먼저", "기본적", "여기", "지금", "오늘");

  private Korean() {}

  /** The length of the particle at the end of a word; a noun has two syllables at least. */
  static int particle(String word) {
    for (String particle : PARTICLES) {
      if (word.endsWith(particle) && word.length() - particle.length() >= 2) {
        return particle.length();
      }
    }
    return 0;
  }

  /** Whether a word, without its particle, only serves grammar. */
  static boolean isStop(String noun) {
    return STOPS.contains(noun) || VERB_ENDS.stream().anyMatch(noun::endsWith);
  }

  /** Whether a word ends in Korean letters, as names in other letters do with a particle. */
  static boolean ends(String word) {
    char last = word.charAt(word.length() - 1);
    return last >= 0xac00 && last <= 0xd7a3;
  }
}

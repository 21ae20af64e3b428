package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.people.CjkProse;
import io.confnotes.ingest.segment.people.GivenNames;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.CommonWords;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in running text, as the name of whoever gives a talk. */
final class ToldNames {

  private static final Set<String> VERBS = WordList.of("told-verbs.txt");
  private static final Set<String> JOINTS = WordList.lines("told-joints.txt");
  private static final int NEAR = 24;
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.6;

  /** Two to four words with capitals, with the small words that names have between them. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]+(?: (?:van|von|de|der|den|la|del|di|da|dos|do|das|af|av|ter|ten|le|y)){0,2}"
              + "(?: \\p{Lu}[\\p{L}'’-]+){1,3}");

  /** What joins the names of several speakers. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "['’]?s?[\\s,&+/@]*(?:(?:and|und|et|y|e|ed|i|en|og|och|oraz|и|та|с|with|mit|avec|con|com|med|met) )?");

  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?:;。]");
  private static final Pattern BRACKETS = Pattern.compile("^\\s*\\([^)]{0,60}\\)");

  private final String text;
  private final boolean told;
  private final boolean panel;
  private final List<Speaker> found = new ArrayList<>();

  private ToldNames(String text, boolean told, boolean panel) {
    this.text = text;
    this.told = told || panel;
    this.panel = panel;
  }

  /**
   * The first name that can be a speaker's, and those joined to it.
   *
   * @param told whether the text speaks of a talk; if not, words beside the name must
   * @param panel whether it is about a panel: then all names that are sure
   */
  static List<Speaker> in(String text, boolean told, boolean panel) {
    ToldNames names = new ToldNames(text, told, panel);
    names.find();
    boolean none = names.found.isEmpty() && Cjk.isIn(text);
    return none ? CjkProse.speakers(text, told) : names.found;
  }

  /**
   * Adds the person that a text is, if it is one.
   *
   * @param least how sure that must be
   */
  static boolean add(List<Speaker> found, String name, double least) {
    People people = People.strictly(POSSESSIVE.matcher(name).replaceFirst(""));
    boolean handle = name.startsWith("@");
    if (people.speakers().size() != 1 || (people.score() < least && !handle)) {
      return false;
    }
    return found.add(people.speakers().getFirst());
  }

  private void find() {
    Matcher name = CAPITALS.matcher(text);
    int end = -1;
    String previous = "";
    while (name.find() && (found.isEmpty() || panel || isJoined(end, name.start()))) {
      int start = name.start() + withoutName(name.start(), name.group());
      String who = text.substring(start, name.end());
      boolean first = found.isEmpty();
      boolean apart = !first && !isJoined(end, name.start());
      if (add(found, who, first ? least(start, name.end()) : apart ? SURE : LIKELY)) {
        boolean joined = first && !previous.isEmpty() && isJoined(end, start);
        if (joined && add(found, previous, LIKELY)) {
          found.addFirst(found.removeLast());
        }
      }
      previous = who;
      end = name.end();
    }
  }

  private boolean isJoined(int end, int start) {
    return end >= 0 && BETWEEN.matcher(text).region(end, start).matches();
  }

  /** How long the words are that begin a match and belong to the sentence, not to the name. */
  private int withoutName(int start, String name) {
    int length = 0;
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', length)) {
      String word = name.substring(length, space);
      String lower = word.toLowerCase(Locale.ROOT);
      boolean particle = length > 0 && Character.isLowerCase(word.codePointAt(0));
      if (!particle && !Told.isWord(lower) && !isOpening(start, length, name)) {
        break;
      }
      length = space + 1;
    }
    return length;
  }

  /** "Then Jane Doe": a word with a capital only because a sentence begins with it. */
  private boolean isOpening(int start, int length, String name) {
    String[] words = name.substring(length).split(" ", -1);
    boolean begins = start == 0 || (start >= 2 && ".!?:".indexOf(text.charAt(start - 2)) >= 0);
    return begins
        && length == 0
        && words.length >= 3
        && !GivenNames.contains(words[0])
        && (GivenNames.contains(words[1]) || CommonWords.isCommon(words[0]));
  }

  private double least(int start, int end) {
    boolean verb = isVerb(before(start)) || isVerb(behind(end));
    if (verb || (told && isJoint(before(start)))) {
      return LIKELY;
    }
    return told ? SURE : 2;
  }

  /** The last words in front of a name, within the sentence. */
  private List<String> before(int start) {
    String near = text.substring(Math.max(0, start - NEAR), start);
    String[] sentences = END_OF_SENTENCE.split(near, -1);
    List<String> words = Words.of(sentences[sentences.length - 1]);
    return words.subList(Math.max(0, words.size() - 2), words.size());
  }

  /** The first words behind a name, within the sentence. */
  private List<String> behind(int end) {
    String rest = text.substring(end, Math.min(text.length(), end + NEAR + 60));
    rest = BRACKETS.matcher(rest).replaceFirst("");
    rest = rest.substring(0, Math.min(rest.length(), NEAR));
    List<String> words = Words.of(END_OF_SENTENCE.split(rest, -1)[0]);
    return words.subList(0, Math.min(words.size(), 3));
  }

  private static boolean isVerb(List<String> words) {
    return words.stream().anyMatch(VERBS::contains);
  }

  private static boolean isJoint(List<String> words) {
    return !words.isEmpty()
        && (JOINTS.contains(words.getLast()) || JOINTS.contains(String.join(" ", words)));
  }
}

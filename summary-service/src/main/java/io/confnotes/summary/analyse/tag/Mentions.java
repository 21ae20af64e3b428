package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.tag.TermIndex.Node;
import io.confnotes.summary.analyse.tag.TermIndex.Spelling;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Word.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the notes of a talk mention the terms of a vocabulary. */
final class Mentions {

  private final TermIndex index;
  private final Map<String, Mentioned> found = new LinkedHashMap<>();

  private Mentions(TermIndex index) {
    this.index = index;
  }

  /** The terms that the notes mention, in the order they first do. */
  static List<Mentioned> in(Notes notes, Vocabulary vocabulary) {
    Mentions mentions = new Mentions(vocabulary.index());
    mentions.look(notes.title(), 0);
    int number = 1;
    for (Passage passage : notes.passages()) {
      mentions.look(passage, number++);
    }
    return mentions.found.values().stream().filter(Mentioned::evident).toList();
  }

  private void look(Passage passage, int number) {
    boolean unsure = passage.isTitleCase();
    int covered = 0;
    for (int from = 0; from < passage.words().size(); from++) {
      List<Match> matches = matches(passage, from);
      int longest = matches.isEmpty() ? 0 : matches.getLast().to();
      for (Match match : matches) {
        boolean nested = match.to() <= covered || match.to() < longest;
        count(passage, from, match, new Place(number, nested, match.spelling().own(), unsure));
      }
      covered = Math.max(covered, longest);
    }
  }

  private void count(Passage passage, int from, Match match, Place place) {
    Spelling spelling = match.spelling();
    Mentioned mentioned =
        found.computeIfAbsent(spelling.topic().slug(), slug -> new Mentioned(spelling.topic()));
    if (!spelling.ordinary()) {
      mentioned.add(place, true);
      return;
    }
    int start = passage.words().get(from).start();
    String form = passage.source().substring(start, passage.words().get(match.to() - 1).end());
    if (isWritten(spelling, form)) {
      mentioned.add(place, isMixed(form) || !(place.unsure() || opens(passage, from)));
    } else {
      mentioned.addOrdinary();
    }
  }

  /** Whether a form that is an ordinary word too has the capitals of the name. */
  private static boolean isWritten(Spelling spelling, String form) {
    String name = spelling.name();
    return Character.isUpperCase(form.charAt(0))
        && (form.equals(name)
            || (form.equals(name + "s") && isMixed(name))
            || (!isMixed(name) && !isMixed(form)));
  }

  /** Whether a capital is not the first letter. */
  private static boolean isMixed(String form) {
    return form.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || c == '+' || c == '#');
  }

  private static boolean opens(Passage passage, int index) {
    if (index == 0) {
      return true;
    }
    int end = passage.words().get(index - 1).end();
    for (int i = end; i < passage.words().get(index).start(); i++) {
      if (".!?:;…-–—\"“'(‘".indexOf(passage.source().charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The names that start at a word, shortest first. */
  private List<Match> matches(Passage passage, int from) {
    List<Match> matches = List.of();
    Node node = index.root();
    for (int i = from; i < passage.words().size() && node != null; i++) {
      Word word = passage.words().get(i);
      if (word.form() == Form.ADDRESS
          || (i > from && !passage.isJoined(passage.words().get(i - 1), word))) {
        break;
      }
      node = node.after(lower(passage, word));
      if (node != null && node.spelling() != null) {
        matches = matches.isEmpty() ? new ArrayList<>(2) : matches;
        matches.add(new Match(i + 1, node.spelling()));
      }
    }
    return matches;
  }

  /** A word in lower case; of {@code CLIs}, which singular() can't know, without the plural. */
  private static String lower(Passage passage, Word word) {
    int last = word.end() - 1;
    boolean plural = passage.source().charAt(last) == 's' && word.lower().length() > 2;
    for (int i = word.start(); i < last && plural; i++) {
      plural = Character.isUpperCase(passage.source().charAt(i));
    }
    return plural ? word.lower().substring(0, word.lower().length() - 1) : word.lower();
  }

  private record Match(int to, Spelling spelling) {}

  private record Place(int passage, boolean nested, boolean own, boolean unsure) {}

  /** A term, and what was seen of it. */
  static final class Mentioned {

    private final Topic topic;
    private int count;
    private int nested;
    private int own;
    private int firstPassage = -1;
    private int ordinary;
    private boolean sure;

    private Mentioned(Topic topic) {
      this.topic = topic;
    }

    private void add(Place place, boolean evidence) {
      firstPassage = count == 0 ? place.passage() : firstPassage;
      count++;
      nested += place.nested() ? 1 : 0;
      own += place.own() ? 1 : 0;
      sure |= evidence;
    }

    private void addOrdinary() {
      ordinary++;
    }

    Topic topic() {
      return topic;
    }

    int count() {
      return count;
    }

    /** Whether every mention is within one of a longer term. */
    boolean isNested() {
      return nested == count;
    }

    /** Whether no mention is by the name itself. */
    boolean isByAlias() {
      return own == 0;
    }

    boolean inTitle() {
      return firstPassage == 0;
    }

    /** The number of the first passage that mentions it, 0 for the title. */
    int firstPassage() {
      return firstPassage;
    }

    /**
     * Whether the topic is meant, not a word of everyday English: one mention is sure to be a name,
     * or several may be and none is not.
     */
    private boolean evident() {
      return sure || (count > 1 && ordinary == 0);
    }
  }
}

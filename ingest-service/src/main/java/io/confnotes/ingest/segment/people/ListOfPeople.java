package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.people.People.Commas;
import io.confnotes.ingest.segment.people.Pieces.Join;
import io.confnotes.ingest.segment.people.Pieces.Piece;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;

/** One reading of a text as a list of people, piece by piece. Not thread-safe. */
final class ListOfPeople {

  private static final int MOST_PEOPLE = 20;
  private static final int MOST_ASIDE_WORDS = 10;
  private static final int LONGEST_ABBREVIATION = 5;
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.5;

  /** What a name in signs is that a company follows. */
  private static final double SHOWN = 0.6;

  private static final double POSSIBLE = 0.25;

  private final Pieces pieces;
  private final List<Piece> all = new ArrayList<>();
  private final boolean announced;
  private final List<String> joins;
  private final List<Speaker> found = new ArrayList<>();
  private Person last = new Person("", null, null, 0);

  /** Whether the piece before told where the last person works. */
  private boolean told;

  private double least = 1;
  private int people;
  private int affiliations;
  private Commas open = Commas.NONE;

  /**
   * @param announced whether a label such as "Speaker:" announced the text
   * @param joins what may stand between a name and an affiliation
   */
  ListOfPeople(String line, boolean announced, List<String> joins) {
    this.pieces = new Pieces(line);
    this.announced = announced;
    this.joins = joins;
  }

  People read() {
    for (int at = 0; hasPiece(at); at++) {
      if (!take(at)) {
        return People.NOBODY;
      }
    }
    return found.isEmpty() ? People.NOBODY : new People(List.copyOf(found), least, commas());
  }

  /** Splits all of the text only once its first piece was taken: most lines are no names. */
  private boolean hasPiece(int at) {
    while (at >= all.size() || at > 0) {
      Piece next = pieces.next();
      if (next == null) {
        break;
      }
      all.add(next);
    }
    return at < all.size();
  }

  private Commas commas() {
    if (all.size() == 2 && open != Commas.NONE) {
      return open;
    }
    boolean mixed = (people > 0 && affiliations > 0) || open != Commas.NONE;
    if (mixed || people + affiliations == 0) {
      return Commas.NONE;
    }
    return people > 0 ? Commas.PEOPLE : Commas.AFFILIATIONS;
  }

  /** False where the piece shows that the text is no list of people. */
  private boolean take(int at) {
    Piece piece = all.get(at);
    Person person = Person.of(piece.text(), joins);
    boolean aside = !found.isEmpty() && isAside(at, piece, person);
    if (isHandleOfLast(person)) {
      found.add(found.removeLast().and(person.speaker()));
    } else if (!aside && isAccepted(person) && found.size() < MOST_PEOPLE) {
      add(piece, person);
    } else if (!found.isEmpty()
        && (aside || piece.isBehindComma())
        && mayBeAside(piece.text())
        && PlainText.words(piece.text()) <= MOST_ASIDE_WORDS) {
      addAside(piece, person);
    } else {
      return People.isNobodyInParticular(piece.text());
    }
    return true;
  }

  /** Behind a colon or a sentence, or a dash that is not to join an affiliation, is a title. */
  private boolean mayBeAside(String text) {
    int stop = text.indexOf(". ");
    boolean sentence = stop >= 0 && stop - text.lastIndexOf(' ', stop) > LONGEST_ABBREVIATION;
    return text.indexOf(": ") < 0
        && !sentence
        && (joins == Person.ANY_JOIN || Person.DASHES.stream().noneMatch(text::contains));
  }

  private boolean isHandleOfLast(Person person) {
    return person.name().isEmpty()
        && person.handle() != null
        && !found.isEmpty()
        && found.getLast().handle() == null
        && found.getLast().name() != null;
  }

  private boolean isAccepted(Person person) {
    return person.score() >= LIKELY
        || (announced && person.isPlausible())
        || (person.score() >= POSSIBLE && found.isEmpty());
  }

  /** Whether a piece is about the person before it rather than another person. */
  private boolean isAside(int at, Piece piece, Person person) {
    return switch (piece.join()) {
      case NOTHING -> false;
      case AND -> told && (isLooseAside(piece, person) || isRestOfRole(piece, person));
      case SLASH ->
          isLooseAside(piece, person)
              || (joins == Person.ANY_JOIN && person.score() == 0)
              || Affiliation.hasCompanyPart(piece.text());
      case COMMA, SEMICOLON ->
          Affiliation.isShown(person, piece.text())
              || (announced && Affiliation.isOneUnknown(piece, last, person))
              || (announced && isOneUnknownBehindAnd(at, piece))
              || (Affiliation.mayBeEither(person)
                  && person.score() < SURE
                  && isOpenAside(at, person));
    };
  }

  /** "Jane Doe / Initech", "Jane Doe, Rope & Sons": the signs also join people. */
  private boolean isLooseAside(Piece piece, Person person) {
    return person.score() < LIKELY
        && last.name().indexOf(' ') > 0
        && Affiliation.isUnknownWord(piece.text());
  }

  /** "Jane Doe - Founder and Editor at Initech": no name, but a job, or what a label allows. */
  private boolean isRestOfRole(Piece piece, Person person) {
    boolean job = person.score() < LIKELY && Affiliation.namesJob(piece.text());
    return last.score() >= LIKELY && (job || (announced && person.score() == 0));
  }

  /** "Jane and John, Initech": a list of names has its "and" in front of the last one. */
  private boolean isOneUnknownBehindAnd(int at, Piece piece) {
    return at > 0 && all.get(at - 1).join() == Join.AND && Affiliation.isUnknownWord(piece.text());
  }

  private boolean isOpenAside(int at, Person person) {
    boolean ends = at + 1 == all.size() || all.get(at + 1).beginsGroup();
    boolean pair = Affiliation.isPair(all, at);
    // A list of names has its "and" in front of the last one: what a comma adds to that is none
    boolean behindAnd = pair && all.get(at - 1).join() == Join.AND;
    boolean likely = behindAnd || told || Affiliation.isLikelyBehind(last, person);
    boolean aside = likely && (pair || (told && ends));
    open = aside && pair ? Commas.RATHER_AFFILIATION : open;
    return aside;
  }

  private void add(Piece piece, Person person) {
    double score = person.score();
    if (piece.join() == Join.COMMA) {
      boolean sure = score >= SURE && last.score() >= SURE;
      people += sure ? 1 : 0;
      open = sure || !Affiliation.mayBeEither(person) ? open : Commas.RATHER_PERSON;
    }
    found.add(person.speaker());
    least = Math.min(least, announced ? Math.max(score, SURE) : score);
    last = person;
    // "Jane Doe of Initech, Springfield": more of the same, as in no list of "Jane Doe (Initech)"
    told = person.affiliation() != null && piece.text().indexOf('(') < 0;
  }

  /** The last person gets a company, a role, a handle. */
  private void addAside(Piece piece, Person person) {
    Speaker speaker = found.getLast();
    String text = person.handle() == null ? piece.text() : person.asAffiliation();
    String known = speaker.affiliation();
    String joint = piece.join() == Join.AND ? " " + piece.sign() + " " : ", ";
    String whole = known == null ? text : text == null ? known : known + joint + text;
    String handle = speaker.handle() == null ? person.handle() : speaker.handle();
    found.set(found.size() - 1, new Speaker(speaker.name(), handle, whole));
    affiliations += piece.isBehindComma() && open == Commas.NONE ? 1 : 0;
    boolean only = found.size() == 1 && Cjk.isIn(last.name());
    least = only && Affiliation.hasCompanyPart(piece.text()) ? Math.max(least, SHOWN) : least;
    told = true;
  }
}

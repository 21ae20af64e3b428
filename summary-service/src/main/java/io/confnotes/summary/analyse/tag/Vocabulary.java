package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.tag.TermIndex.Spelling;
import io.confnotes.summary.analyse.text.WordList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The topics that are known: how they are written, and how common they are. Thread-safe. */
public final class Vocabulary {

  private static final String SEED = "tag/vocabulary.tsv";

  private final List<Term> terms;
  private final TermIndex index;

  private Vocabulary(List<Term> terms) {
    this.terms = terms;
    this.index = new TermIndex(terms);
  }

  /**
   * A topic.
   *
   * @param name how it is best written
   * @param aliases other ways to write it; plurals, hyphens and capitals need none
   * @param count how many talks had it where the vocabulary comes from, 0 where unknown
   * @param broader names of topics that every talk about this one is about too
   */
  public record Term(String name, List<String> aliases, int count, List<String> broader) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the name is blank or the count negative
     */
    public Term {
      if (name.isBlank() || count < 0) {
        throw new IllegalArgumentException("No topic: '" + name + "', " + count);
      }
      aliases = List.copyOf(aliases);
      broader = List.copyOf(broader);
    }
  }

  /**
   * A vocabulary of these terms, whatever their order. What is the name of one term and the alias
   * of another means the first.
   *
   * @throws IllegalArgumentException if two have the same slug
   */
  public static Vocabulary of(Collection<Term> terms) {
    List<Term> sorted = terms.stream().sorted(Comparator.comparing(Term::name)).toList();
    Set<String> slugs = new HashSet<>();
    for (Term term : sorted) {
      if (!slugs.add(Slug.of(term.name()))) {
        throw new IllegalArgumentException("Two topics have the slug of " + term.name());
      }
    }
    return new Vocabulary(sorted);
  }

  /** The vocabulary that comes with the analyser. */
  public static Vocabulary seed() {
    return of(WordList.lines(SEED).stream().skip(1).map(Vocabulary::term).toList());
  }

  private static Term term(String line) {
    List<String> columns = List.of(line.split("\t", -1));
    return new Term(
        columns.get(0),
        names(columns.get(2)),
        Integer.parseInt(columns.get(1)),
        names(columns.get(3)));
  }

  private static List<String> names(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\\|", -1));
  }

  /** The terms, by name. */
  public List<Term> terms() {
    return terms;
  }

  /** The term with this name or alias, in any case and number. */
  public Optional<Term> find(String name) {
    return Optional.ofNullable(index.find(name)).map(spelling -> spelling.topic().term());
  }

  /** The term with this name, in any case and number; none that only has it as an alias. */
  public Optional<Term> named(String name) {
    return Optional.ofNullable(index.find(name))
        .filter(Spelling::own)
        .map(spelling -> spelling.topic().term());
  }

  TermIndex index() {
    return index;
  }
}

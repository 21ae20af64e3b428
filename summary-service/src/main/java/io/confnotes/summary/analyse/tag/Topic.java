package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import io.confnotes.summary.analyse.text.Languages;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A term, and what is the same in all notes.
 *
 * @param term of the vocabulary
 * @param slugs of its name, which is first, and of its aliases
 * @param words of its name, in lower case
 * @param proper whether the name has a capital letter
 * @param acronym whether it has no small one
 * @param general whether it is a word that says little alone
 */
record Topic(
    Term term,
    List<String> slugs,
    List<String> words,
    boolean proper,
    boolean acronym,
    boolean general) {

  private static final Lexicon ENGLISH = Lexicon.of(Languages.named("en"));

  static Topic of(Term term) {
    String name = term.name();
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> slugs = new ArrayList<>();
    slugs.add(Slug.of(name));
    term.aliases().forEach(alias -> slugs.add(Slug.of(alias)));
    return new Topic(
        term,
        List.copyOf(slugs),
        List.of(lower.split(" ", -1)),
        !name.equals(lower),
        !name.equals(lower) && name.equals(name.toUpperCase(Locale.ROOT)),
        ENGLISH.of(lower) == Generality.GENERIC);
  }

  String slug() {
    return slugs.getFirst();
  }

  /** How many talks had it; one where none is known, since somebody found it worth a name. */
  int count() {
    return Math.max(1, term.count());
  }
}

package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speakers: one line of text for each, "Name (affiliation) @handle" where so much is known. */
final class FieldPerson {

  private static final Set<String> NAME = Set.of("name", "fullname", "displayname");
  private static final Set<String> GIVEN_NAME = Set.of("firstname", "givenname", "first", "given");
  private static final Set<String> FAMILY_NAME =
      Set.of("lastname", "familyname", "surname", "last", "family");
  private static final Set<String> AFFILIATION =
      Set.of(
          "affiliation",
          "company",
          "organization",
          "organisation",
          "org",
          "employer",
          "institution",
          "university");
  private static final Set<String> HANDLE = Set.of("twitter", "handle", "github", "x");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?:https?://[^/\\s]{1,100}/)?@?([A-Za-z0-9_-]{1,60})/?");

  private final List<Field> people = new ArrayList<>();

  private FieldPerson() {}

  static List<Field> of(Value value) {
    FieldPerson found = new FieldPerson();
    found.take(value);
    return found.people;
  }

  private void take(Value value) {
    switch (value) {
      case Value.Text text -> add(FieldText.clean(text), text.line());
      case Value.Items items -> items.values().forEach(this::take);
      case Value.Entries person -> take(person.entries());
    }
  }

  private void take(List<Entry> person) {
    Field name = name(person);
    if (name == null) {
      person.forEach(this::takeNamedByKey);
      return;
    }
    Field affiliation = first(person, AFFILIATION);
    Field handle = first(person, HANDLE);
    Matcher account = ACCOUNT.matcher(handle == null ? "" : handle.value());
    String line =
        name.value()
            + (affiliation == null ? "" : " (" + affiliation.value() + ")")
            + (account.matches() ? " @" + account.group(1) : "");
    add(line, name.line());
  }

  /** A mapping from people to what is said about them. */
  private void takeNamedByKey(Entry entry) {
    if (entry.value() instanceof Value.Text text) {
      String about = FieldText.clean(text);
      boolean named = !entry.key().isEmpty() && Character.isUpperCase(entry.key().codePointAt(0));
      if (named) {
        add(about.isEmpty() ? entry.key() : entry.key() + " (" + about + ")", text.line());
      }
    } else {
      take(entry.value());
    }
  }

  private static @Nullable Field name(List<Entry> person) {
    Field whole = first(person, NAME);
    Field given = first(person, GIVEN_NAME);
    Field family = first(person, FAMILY_NAME);
    if (whole != null || given == null) {
      return whole == null ? family : whole;
    }
    String joined = family == null ? given.value() : given.value() + " " + family.value();
    return new Field(FrontMatter.SPEAKER, joined, given.line());
  }

  private static @Nullable Field first(List<Entry> entries, Set<String> keys) {
    for (Entry entry : entries) {
      if (keys.contains(FieldKey.normal(entry.key()))) {
        return FieldText.of(FrontMatter.SPEAKER, entry.value());
      }
    }
    return null;
  }

  private void add(String line, int number) {
    if (!line.isEmpty()) {
      people.add(new Field(FrontMatter.SPEAKER, line, number));
    }
  }
}

package io.confnotes.ingest.segment.opening;

import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.People.Commas;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles what stands behind the comma of "Jane Doe, Doe Works" by all talks of a document: who
 * works where in other places, who is a speaker there or has a page of their own, and what others
 * put behind commas.
 */
public final class Affiliations {

  /** Companies and people in lower case, as speakers of other talks have them. */
  private final Set<String> companies = new HashSet<>();

  private final Set<String> people = new HashSet<>();

  /** Whose affiliation it would be, of each name behind an open comma. */
  private final Map<String, String> behind = new HashMap<>();

  private int forPeople;
  private int forAffiliations;

  private final List<Row> rows;

  private Affiliations(List<Row> rows, List<Opening> openings) {
    this.rows = rows;
    for (Opening opening : openings) {
      learn(opening);
      for (int row : opening.used()) {
        rows.get(row).profiles().forEach(name -> people.add(key(name)));
      }
    }
  }

  /** The openings, with each second name read as the document shows. */
  public static List<Opening> settle(List<Row> rows, List<Opening> openings) {
    boolean any = openings.stream().anyMatch(opening -> second(opening.people()) != null);
    if (!any) {
      return openings;
    }
    Affiliations known = new Affiliations(rows, openings);
    return openings.stream().map(known::settled).toList();
  }

  private void learn(Opening opening) {
    People read = opening.people();
    forPeople += read.commas() == Commas.PEOPLE ? 1 : 0;
    forAffiliations += read.commas() == Commas.AFFILIATIONS ? 1 : 0;
    String second = second(read);
    String first = key(read.speakers().isEmpty() ? null : read.speakers().getFirst().name());
    if (second == null) {
      for (Speaker speaker : read.speakers()) {
        people.add(key(speaker.name()));
        companies.add(key(speaker.affiliation()));
      }
      return;
    }
    people.add(first);
    String other = behind.putIfAbsent(key(second), first);
    if (other != null && !other.equals(first)) {
      companies.add(key(second));
    }
  }

  private static String key(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  /** What stands behind the comma where that is open; else null. */
  private static @Nullable String second(People read) {
    List<Speaker> speakers = read.speakers();
    return switch (read.commas()) {
      case NONE, AFFILIATIONS -> null;
      case RATHER_AFFILIATION -> speakers.getFirst().affiliation();
      case PEOPLE, RATHER_PERSON -> {
        boolean pair = speakers.size() == 2 && speakers.getFirst().affiliation() == null;
        yield pair ? speakers.getLast().name() : null;
      }
    };
  }

  private Opening settled(Opening opening) {
    People read = opening.people();
    String second = second(read);
    if (second == null) {
      return opening;
    }
    boolean affiliation = isAffiliation(second, read.commas(), ofSeveral(opening));
    Speaker first = read.speakers().getFirst();
    if (affiliation == (read.speakers().size() == 1)) {
      return opening;
    }
    List<Speaker> speakers = new ArrayList<>();
    speakers.add(new Speaker(first.name(), first.handle(), affiliation ? second : null));
    if (!affiliation) {
      speakers.add(new Speaker(second, null, null));
    }
    return opening.withPeople(new People(List.copyOf(speakers), read.score()));
  }

  /** Whether a label or the slot says that several people talk. */
  private boolean ofSeveral(Opening opening) {
    return opening.used().stream()
        .map(rows::get)
        .anyMatch(row -> SpeakerLabel.isPlural(row.text()) || row.slot().isPanel());
  }

  /** What the document shows of the name itself goes before what it does elsewhere. */
  private boolean isAffiliation(String second, Commas commas, boolean ofSeveral) {
    boolean company = companies.contains(key(second));
    boolean person = people.contains(key(second));
    if (company != person) {
      return company;
    }
    if (ofSeveral) {
      return false;
    }
    if (commas == Commas.PEOPLE || forPeople == forAffiliations) {
      return commas == Commas.RATHER_AFFILIATION;
    }
    return forAffiliations > forPeople;
  }
}

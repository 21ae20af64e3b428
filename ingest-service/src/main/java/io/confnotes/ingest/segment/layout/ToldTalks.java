package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.speaker.Told;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds titles that lost their markup by the prose below them, which tells whose talks they are. A
 * text has several of them; those between that tell nothing count too, if they are fewer.
 */
final class ToldTalks implements Layout {

  private static final int SEVERAL = 3;
  private static final String TOLD = "title above text that names the speaker";
  private static final String AMONG_TOLD = "title among those above text that names speakers";

  private final List<Row> rows;

  ToldTalks(List<Row> rows) {
    this.rows = rows;
  }

  @Override
  public List<Opening> find() {
    List<Opening> found = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      if (isTitle(rows.get(i)) && isProse(rows.get(i + 1))) {
        Told told = Told.below(rows, i + 1, i + 2, false);
        People people = new People(told.speakers(), told.speakers().isEmpty() ? 0 : Told.STRENGTH);
        String title = TitleLine.clean(rows.get(i).slot().title());
        boolean named = !told.speakers().isEmpty();
        found.add(
            new Opening(
                i, List.of(i), title, people, named || told.talk(), named ? TOLD : AMONG_TOLD));
      }
    }
    long named = found.stream().filter(Opening::isNamed).count();
    return named >= SEVERAL && named * 2 > found.size() ? found : List.of();
  }

  private static boolean isTitle(Row row) {
    SlotLabel slot = row.slot();
    return row.inferred()
        && row.isShort()
        && TitleLine.isPossible(slot.title())
        && !SectionTitle.isSection(slot.title())
        && !DateTitle.isDate(slot.title())
        && People.of(slot.title()).speakers().isEmpty();
  }

  private static boolean isProse(Row row) {
    return row.isParagraph() && !row.inferred();
  }
}

package io.confnotes.ingest.segment.outline;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a diary, told in the first person, from notes of what others said. */
public final class Diary {

  private static final Set<String> FIRST_PERSON =
      Set.of(
          "i", "i'm", "i've", "i'd", "i'll", "my", "me", "ich", "mein", "meine", "mich", "mir",
          "je", "j'ai", "j'y", "j'étais", "mon", "ma", "mes", "moi", "yo", "mi", "mis", "we", "our",
          "wir", "unser", "nous", "eu", "meu", "minha", "io", "mio", "mia", "ik", "mijn", "jag",
          "mitt", "я", "мне", "меня", "мой", "моя", "나는", "내가", "저는", "제가", "나의", "내");

  /** Where words are not separated: parts of the text. */
  private static final Pattern CJK_FIRST_PERSON = Pattern.compile("我(?!们|們)|私|僕|俺");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+");
  private static final int FEWEST_WORDS = 60;
  private static final int MOST_ROWS = 400;
  private static final double LEAST = 0.03;

  private final List<Row> rows;

  public Diary(List<Row> rows) {
    this.rows = rows;
  }

  public boolean isDiary() {
    int words = 0;
    int own = 0;
    int items = 0;
    int paragraphs = 0;
    for (Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
      items += row.isListItem() ? 1 : 0;
      if (row.isParagraph()) {
        paragraphs++;
        String text = row.text().length() > 4000 ? row.text().substring(0, 4000) : row.text();
        int dense = Cjk.isIn(text) ? PlainText.words(text) : 0;
        words += dense;
        own += dense > 0 ? (int) CJK_FIRST_PERSON.matcher(text).results().count() : 0;
        for (String word :
            BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).replace('’', '\''), -1)) {
          words++;
          own += FIRST_PERSON.contains(word) ? 1 : 0;
        }
      }
    }
    return items < paragraphs && words >= FEWEST_WORDS && own >= LEAST * words;
  }
}

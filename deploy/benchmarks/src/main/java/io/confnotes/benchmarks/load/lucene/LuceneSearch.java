package io.confnotes.benchmarks.load.lucene;

import io.confnotes.benchmarks.load.talk.TalkGenerator;
import io.confnotes.benchmarks.load.talk.TalkGenerator.Talk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The same talks in a Lucene index. Each is analysed in its own language, a query in all of them;
 * titles, speakers and key points weigh more than the rest. Thread-safe.
 */
public final class LuceneSearch implements AutoCloseable {

  private static final int HITS = 20;
  private static final int KEY_POINTS = 5;
  private static final float HEAD_WEIGHT = 4;

  /** After so many talks somebody wants to hear of it. */
  private static final int PROGRESS_TALKS = 50_000;

  /** Held, because loggers are forgotten with their level otherwise. */
  private static final Logger QUIET =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    // It misses a module that only searches for vectors need
    QUIET.setLevel(Level.SEVERE);
  }

  private static final Map<String, Analyzer> LANGUAGES =
      new TreeMap<>(
          Map.of(
              "en", new EnglishAnalyzer(),
              "de", new GermanAnalyzer(),
              "fr", new FrenchAnalyzer(),
              "ja", new CJKAnalyzer()));

  private static final Analyzer ANALYZER = analyzer();

  /** With places of words in the text, from which snippets are made the fastest. */
  private static final FieldType TEXT = text();

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final QueryBuilder builder = new QueryBuilder(ANALYZER);

  private LuceneSearch(FSDirectory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.highlighter = UnifiedHighlighter.builder(searcher, ANALYZER).build();
  }

  /** A talk that was found; {@code snippet} is HTML. */
  public record Hit(String id, String title, @Nullable String snippet) {}

  /** What was found: how many talks, or more than a thousand, and the best of them. */
  public record Found(long talks, List<Hit> hits) {}

  /**
   * Makes an index.
   *
   * @param folder an empty one
   * @param progress told how many talks are in it
   */
  public static LuceneSearch index(Path folder, TalkGenerator generator, IntConsumer progress)
      throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
      int talks = 0;
      for (int number = 0; number < generator.documents(); number++) {
        for (Talk talk : generator.document(number).talks()) {
          writer.addDocument(fields(talk));
          talks++;
          if (talks % PROGRESS_TALKS == 0) {
            progress.accept(talks);
          }
        }
      }
      writer.forceMerge(1);
    }
    return new LuceneSearch(directory, DirectoryReader.open(directory));
  }

  private static List<IndexableField> fields(Talk talk) {
    String points =
        IntStream.range(0, Math.min(KEY_POINTS, talk.sentences().size()))
            .mapToObj(talk::sentence)
            .collect(Collectors.joining("\n"));
    String head = String.join("\n", talk.title(), talk.speaker(), points);
    return List.of(
        new StoredField("id", talk.id().toString()),
        new StoredField("title", talk.title()),
        new TextField("head_" + talk.language(), head, Store.NO),
        new Field("text_" + talk.language(), talk.text(), TEXT));
  }

  private static FieldType text() {
    FieldType text = new FieldType(TextField.TYPE_STORED);
    text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    text.freeze();
    return text;
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> fields = new TreeMap<>();
    LANGUAGES.forEach(
        (language, analyzer) -> {
          fields.put("head_" + language, analyzer);
          fields.put("text_" + language, analyzer);
        });
    return new PerFieldAnalyzerWrapper(new StandardAnalyzer(), fields);
  }

  /**
   * Searches for the best 20 talks.
   *
   * @param typed words that all have to be in a talk, or a phrase in quotes
   * @param snippets whether hits have them
   */
  public Found search(String typed, boolean snippets) throws IOException {
    Query query = query(typed);
    TopDocs top = searcher.search(query, HITS);
    Map<String, String[]> highlighted =
        snippets
            ? highlighter.highlightFields(
                LANGUAGES.keySet().stream().map("text_"::concat).toArray(String[]::new), query, top)
            : Map.of();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < top.scoreDocs.length; i++) {
      var document = searcher.storedFields().document(top.scoreDocs[i].doc);
      hits.add(new Hit(document.get("id"), document.get("title"), snippet(highlighted, i)));
    }
    return new Found(top.totalHits.value(), hits);
  }

  /** A talk has the field of its own language alone. */
  private static @Nullable String snippet(Map<String, String[]> highlighted, int hit) {
    for (String[] snippets : highlighted.values()) {
      if (snippets[hit] != null) {
        return snippets[hit];
      }
    }
    return null;
  }

  private Query query(String typed) {
    BooleanQuery.Builder languages = new BooleanQuery.Builder();
    for (String language : LANGUAGES.keySet()) {
      Query text = part("text_" + language, typed);
      Query head = part("head_" + language, typed);
      if (text != null && head != null) {
        Query own =
            new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(new BoostQuery(head, HEAD_WEIGHT), Occur.SHOULD)
                .build();
        languages.add(own, Occur.SHOULD);
      }
    }
    return languages.build();
  }

  private @Nullable Query part(String field, String typed) {
    return typed.startsWith("\"")
        ? builder.createPhraseQuery(field, typed)
        : builder.createBooleanQuery(field, typed, Occur.MUST);
  }

  /** What part of all talks has the words, from 0 to 1. */
  public double share(String typed) throws IOException {
    return (double) searcher.count(query(typed)) / reader.numDocs();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}

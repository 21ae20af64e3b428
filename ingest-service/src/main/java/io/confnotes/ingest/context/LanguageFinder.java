package io.confnotes.ingest.context;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.TalkNotes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Finds the language of each talk's notes, with Apache OpenNLP's model of 103 languages.
 * Thread-safe.
 */
public final class LanguageFinder {

  /** The code of BCP 47 for a language that is not known. */
  public static final String UNDETERMINED = "und";

  private static final String MODEL = "/langdetect-183.bin";
  private static final int LONGEST_SAMPLES = 60_000;
  private static final int FEWEST_TALKS = 60;
  private static final int MOST_TALKS = 500;
  private static final int SHORTEST_SAMPLE = 12;

  /** Of a short text, the chances of 103 languages are small and close to each other. */
  private static final double LEAST = 0.015;

  private static final double DISTANCE = 1.25;

  private static final Map<String, String> SUBTAGS = subtags();

  /** Loaded when first needed: it takes the better part of a second. */
  private static final class Detector {
    static final LanguageDetectorModel MODEL = load();
  }

  private LanguageFinder() {}

  /** Loads the model, so that no request has to wait for it. */
  public static void prepare() {
    Detector.MODEL.getMaxentModel();
  }

  /**
   * The language of each talk, as the primary language subtag of BCP 47, {@value #UNDETERMINED}
   * where unsure. Takes bounded time: only the beginning of each talk is looked at, and of more
   * talks than a document may have the others not at all.
   */
  public static List<String> of(Reading reading, List<TalkNotes> talks) {
    if (talks.isEmpty()) {
      return List.of();
    }
    CodePoints points = CodePoints.of(reading.text());
    LanguageDetectorME detector = new LanguageDetectorME(Detector.MODEL);
    int longest = LONGEST_SAMPLES / Math.clamp(talks.size(), FEWEST_TALKS, MOST_TALKS);
    List<String> languages = new ArrayList<>(Collections.nCopies(talks.size(), UNDETERMINED));
    for (int i = 0; i < Math.min(talks.size(), MOST_TALKS); i++) {
      languages.set(i, of(sample(reading, points, talks.get(i), longest), detector));
    }
    return languages;
  }

  private static String sample(Reading reading, CodePoints points, TalkNotes talk, int longest) {
    StringBuilder sample = new StringBuilder(talk.title());
    for (Block block : talk.blocks()) {
      if (sample.length() >= longest) {
        break;
      }
      if (block.kind() != Block.Kind.CODE) {
        int start = points.toUtf16(block.span().start());
        int end = Math.min(points.toUtf16(block.span().end()), start + longest);
        sample.append(' ').append(reading.text(), start, end);
      }
    }
    return sample.toString();
  }

  private static String of(String sample, LanguageDetectorME detector) {
    if (sample.length() < SHORTEST_SAMPLE) {
      return UNDETERMINED;
    }
    Language[] languages = detector.predictLanguages(sample);
    double best = languages[0].getConfidence();
    boolean sure = best >= LEAST && best >= DISTANCE * languages[1].getConfidence();
    return sure ? subtag(languages[0].getLang()) : UNDETERMINED;
  }

  private static String subtag(String code) {
    return SUBTAGS.getOrDefault(code, code);
  }

  /** Codes of ISO 639-3 to those of two letters that BCP 47 prefers; Mandarin is Chinese. */
  private static Map<String, String> subtags() {
    Map<String, String> subtags = new HashMap<>(Map.of("cmn", "zh"));
    for (String language : Locale.getISOLanguages()) {
      subtags.put(Locale.of(language).getISO3Language(), language);
    }
    return Map.copyOf(subtags);
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(MODEL + " is not on the class path");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.confnotes.ingest.read.frontmatter;

import java.util.Locale;
import java.util.Set;

/** What the keys of front matter mean, however they are written: {@code talk_date}, talkDate. */
final class FieldKey {

  /** Where a key stands: at the top, or below one that says what its values are about. */
  enum About {
    DOCUMENT,
    TALK,
    EVENT
  }

  private static final Set<String> TITLES =
      words("title titel titre titulo título titolo タイトル 标题 標題 제목");
  private static final Set<String> TALK_TITLES = words("talktitle sessiontitle presentationtitle");
  private static final Set<String> SPEAKERS =
      words(
          """
          speaker speakers presenter presenters panelist panelists panellists talk lecturer lecturers
          speakername speakernames presentedby by keynotespeaker
          sprecher sprecherin referent referentin referenten vortragende vortragender
          intervenant intervenante intervenants orateur oratrice orateurs conférencier conférencière
          ponente ponentes orador oradora palestrante palestrantes relatore relatrice relatori
          登壇者 発表者 講演者 演讲者 讲者 嘉宾 발표자
          """);
  private static final Set<String> EVENTS =
      words(
          """
          event eventname conference conferencename conf confname meetup summit
          veranstaltung konferenz tagung événement evenement conférence conferencia evento congreso
          conferenza イベント 会议 大会 컨퍼런스
          """);
  private static final Set<String> TALK_DATES = words("talkdate presentationdate sessiondate");
  private static final Set<String> EVENT_DATES =
      words("eventdate eventdates conferencedate confdate meetupdate");
  private static final Set<String> DATES = words("date datum fecha data 日付 日期 날짜");
  private static final Set<String> PUBLISHED =
      words("pubdate pubdatetime publishdate publisheddate datepublished publishedat");
  private static final Set<String> NAMES = words("name title fullname");
  private static final Set<String> STARTS =
      words("date dates start startdate begin from on day datum fecha");
  private static final Set<String> TALKS =
      words("talk presentation session lecture keynote vortrag");
  private static final Set<String> GROUPS =
      words("params extra taxonomies meta metadata data custom frontmatter");

  private FieldKey() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** Lower case without the signs that join words. */
  static String normal(String key) {
    StringBuilder normal = new StringBuilder(key.length());
    key.codePoints().filter(Character::isLetterOrDigit).forEach(normal::appendCodePoint);
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  static boolean isTitle(String key, About about) {
    return about == About.DOCUMENT && TITLES.contains(key);
  }

  static boolean isTalkTitle(String key, About about) {
    return TALK_TITLES.contains(key) || (about == About.TALK && NAMES.contains(key));
  }

  static boolean isSpeaker(String key) {
    return SPEAKERS.contains(key);
  }

  static boolean isEvent(String key, About about) {
    return EVENTS.contains(key) || (about == About.EVENT && NAMES.contains(key));
  }

  /** How much a date under this key says about when the talk was given; 0 for other keys. */
  static int dateRank(String key, About about) {
    if (TALK_DATES.contains(key) || (about == About.TALK && STARTS.contains(key))) {
      return 4;
    }
    if (EVENT_DATES.contains(key) || (about == About.EVENT && STARTS.contains(key))) {
      return 3;
    }
    return DATES.contains(key) ? 2 : PUBLISHED.contains(key) ? 1 : 0;
  }

  static boolean isGroup(String key) {
    return GROUPS.contains(key);
  }

  static boolean isTalk(String key) {
    return TALKS.contains(key);
  }

  /** Whether a value at the top may hold anything of what is looked for. */
  static boolean matters(String key) {
    int dot = key.indexOf('.');
    String normal = normal(dot < 0 ? key : key.substring(0, dot));
    return isGroup(normal)
        || isTalk(normal)
        || isSpeaker(normal)
        || isEvent(normal, About.DOCUMENT)
        || isTitle(normal, About.DOCUMENT)
        || isTalkTitle(normal, About.DOCUMENT)
        || dateRank(normal, About.DOCUMENT) > 0
        || normal.equals(FrontMatter.SUBTITLE);
  }

  /** Whether the key alone shows that its lines are front matter. */
  static boolean isKnown(String key) {
    return TITLES.contains(key)
        || SPEAKERS.contains(key)
        || EVENTS.contains(key)
        || DATES.contains(key)
        || COMMON.contains(key);
  }

  private static final Set<String> COMMON =
      words(
          "layout author authors tags categories category draft description slug permalink modified status summary lang");
}

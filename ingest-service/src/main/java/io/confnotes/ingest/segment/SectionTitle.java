package io.confnotes.ingest.segment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises headings that name no talk: sections, days, dates, whole events. */
final class SectionTitle {

  private static final Set<String> SECTION_WORDS =
      Set.copyOf(
          List.of(
              """
              abstract agenda notes note links link resources resource summary q&a q a qa questions question
              answers answer introduction intro conclusion conclusions references reference slides slide
              video videos lunch break coffee breakfast dinner party registration welcome closing opening
              remarks contents content table toc schedule program programme speakers speaker presenters
              attendees participants sponsors sponsor about takeaways takeaway key main misc miscellaneous
              comments comment thoughts thought session sessions talk talks topics topic workshops workshop
              tutorials overview background discussion demo demos panel panels bio biography author authors details
              description conference other further reading feedback recap day days one two three four first second
              morning afternoon evening monday tuesday wednesday thursday friday saturday sunday keynote keynotes
              lightning invited presentation presentations outline goals goal motivation setup tl dr tldr
              appendix credits thanks thank you ideas idea next steps step action items todo examples example
              results related work hallway track tracks social event events general info information final
              impressions personal highlights favourite favorite quotes quote venue location travel hotel food
              people met learnings lessons learned wrap up the and of my a an to quick more additional
              projects tools i attended elsewhere etc from at for pain points best opinions opinion
              random disclaimer context problem solution audience in on with what was were is it this that
              notable interesting some all footnotes see also material materials photos pictures travelling
              announcements housekeeping logistics registration networking plenary debrief retrospective raw
              inhalt zusammenfassung fragen antworten einleitung einführung fazit pause mittagessen
              mittagspause kaffeepause begrüßung tag notizen vorträge diskussion und der die das ausblick
              montag dienstag mittwoch donnerstag freitag samstag sonntag abend morgen vormittag nachmittag
              anreise abreise heimreise hintergrund literatur quellen teilnehmer eindruck eindrücke allgemeines
              sommaire résumé présentation déjeuner accueil jour conférences liens et les le la de des lundi
              mardi mercredi jeudi vendredi samedi dimanche matin après-midi soir clôture ouverture
              resumen introducción conclusión conclusiones preguntas respuestas descanso almuerzo comida día
              charlas enlaces notas y bienvenida cierre lunes martes miércoles jueves viernes sábado domingo
              mañana tarde dia palestras perguntas intervalo
              まとめ 目次 概要 はじめに おわりに 感想 質疑応答 質疑 自己紹介 背景 参考 参考資料 リンク 休憩 昼食 懇親会 所感 発表内容
              セッション 全体 会場 全体の感想 参加者 スケジュール 内容 一日目 二日目
              总结 简介 目录 讨论 提问 问答 链接 结论 引言 前言 演示 议程 午餐 茶歇 嘉宾介绍 上午 下午 第一天 第二天 摘要 参考资料
              """
                  .strip()
                  .split("\\s+")));

  private static final Set<String> EVENT_WORDS =
      Set.of(
          "conference",
          "conf",
          "summit",
          "camp",
          "barcamp",
          "meetup",
          "symposium",
          "congress",
          "unconference",
          "fest",
          "festival",
          "forum",
          "convention",
          "expo",
          "con",
          "devcon",
          "devoxx",
          "fosdem",
          "jornada",
          "jornadas",
          "days",
          "week",
          "diary",
          "trip",
          "recap",
          "konferenz",
          "tagung",
          "kongress",
          "treffen",
          "tagebuch",
          "conférence",
          "rencontres",
          "journée",
          "journées",
          "congreso",
          "encuentro",
          "カンファレンス",
          "勉強会",
          "大会",
          "峰会",
          "论坛",
          "沙龙",
          "report",
          "reisebericht",
          "bericht",
          "notes",
          "notizen",
          "impressions",
          "参加レポート");

  private static final Set<String> TALK_WORDS =
      Set.of("keynote", "talk", "panel", "workshop", "tutorial", "vortrag", "charla", "基調講演", "演讲");

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|"
          + "september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|"
          + "mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|"
          + "julio|agosto|septiembre|octubre|noviembre|diciembre)";
  private static final Set<String> MONTHS =
      Set.copyOf(List.of(MONTH.substring(3, MONTH.length() - 1).split("\\|", -1)));
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|"
              + MONTH
              + "\\.?\\s+\\d{1,2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th|\\.)?(?:\\s+de|\\s+of)?\\s+"
              + MONTH
              + "(?!\\p{L})|"
              + MONTH
              + ",?\\s+(?:19|20)\\d{2}|\\d{4}年|\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{2}-\\d{2}t)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|['’]\\d{2}\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "^(?:(?:day|tag|jour|día|dia|giorno|dag)\\s?[#\\d]+|(?:first|second|third|last) day|\\d{1,2}日目|第[一二三\\d]天|"
              + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\\b.{0,40}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NUMBERED_DAY =
      Pattern.compile(
          "\\b(?:day|tag|jour|día|dia|giorno)\\s?#?\\d{1,2}\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:q|question|frage|pregunta|a|answer)\\s?\\d{0,3}\\s?[:.)].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SectionTitle() {}

  /** Words that any talk or document has sections of, days, questions. */
  static boolean isSection(String text) {
    if (DAY.matcher(text).matches() || QUESTION.matcher(text).matches()) {
      return true;
    }
    String[] words = words(text);
    if (words.length == 0) {
      return true;
    }
    for (String word : words) {
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !SECTION_WORDS.contains(word)) {
        return false;
      }
    }
    return words.length <= 6;
  }

  /** A date and not much else. */
  static boolean isDate(String text) {
    return text.length() <= 120 && PlainText.words(text) <= 9 && mentionsDate(text);
  }

  static boolean mentionsDate(String text) {
    return mayMentionDate(text) && DATE.matcher(text).find();
  }

  /** Saves the pattern for texts without a month and without digits beside a date's sign. */
  private static boolean mayMentionDate(String text) {
    if (!PlainText.hasDigit(text)) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      boolean sign = "./-年月".indexOf(text.charAt(i)) >= 0;
      if (sign && Character.isDigit(text.charAt(i - 1))) {
        return true;
      }
    }
    for (String word : words(text)) {
      if (MONTHS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean mentionsYear(String text) {
    return YEAR.matcher(text).find();
  }

  /** The name of a conference, or of somebody's notes on one. */
  static boolean isEvent(String text) {
    boolean year = YEAR.matcher(text).find();
    boolean event = NUMBERED_DAY.matcher(text).find();
    boolean talk = false;
    String[] words = words(text);
    for (int i = 0; i < words.length; i++) {
      event |= EVENT_WORDS.contains(words[i]) || isEventName(words[i]);
      talk |= TALK_WORDS.contains(words[i]);
    }
    boolean cjkEvent =
        EVENT_WORDS.stream()
            .anyMatch(word -> CjkName.isCjk(word.codePointAt(0)) && text.contains(word));
    return !talk
        && words.length <= 12
        && ((year && words.length <= 6) || event || cjkEvent || (year && isDate(text)));
  }

  /** "PyCon", "GopherCon", "RubyConf". */
  private static boolean isEventName(String word) {
    return word.length() > 4
        && (word.endsWith("con") || word.endsWith("conf"))
        && !word.equals("silicon")
        && !word.equals("lexicon")
        && !word.equals("falcon")
        && !word.equals("bacon")
        && !word.equals("icon")
        && !word.equals("beacon");
  }

  private static String[] words(String text) {
    String cleaned =
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}&'’-]+", " ").strip();
    return cleaned.isEmpty() ? new String[0] : cleaned.split(" ");
  }
}

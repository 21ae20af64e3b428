package io.confnotes.ingest.segment;

import java.util.Locale;
import java.util.Set;

/**
 * Words that begin with a capital in titles and section headings but do not occur in names. They
 * tell "Deployment Tools" from a person; words that are names as well ("Mark", "Grace") are left
 * out.
 */
final class CommonWords {

  private static final String WORDS =
      """
      a about above abstract access accessibility across action activities actually adding advanced
      advice after afternoon agenda agile ai all almuerzo also alternative alternatives always an
      analysis and anmerkungen announcement announcements another answer answers any anyone apache
      api apis app application applications approach approaches apps architecture are around as
      asked asking at attack attacks attendees au audience ausblick automated automatic automating
      automation aux available avec avoid aws azure back background bad base based basic basics
      because before beginner begrüßung behind being benefits best better beyond big bigger bits
      board book books bottom brave break breaking bring bug bugs build building built business but
      by cache call can car care case cases challenge challenges change changes changing channels
      charla chat check choosing class classes clean cleaner clear client clojure closing cloud
      cluster code coding coffee collection collections collective commands comment comments common
      communication communities community como company comparison complex component components
      computer computing con concept concepts conclusion conclusiones conclusions conference
      configuration conférence considered container containers content contents context continuous
      contribution control cool core corporate could course crazy create creating critical cuando
      culture current custom cómo daily dans das dashboard data database databases day days deep
      default dem demo deploy deploying deployment des descanso desde design designing desktop
      details dev develop developer developers developing development device devices devops die
      different digital dinner discussion diskussion distributed diversity do docker documentation
      does doing domain don't donde door down drive driven driving dynamic déjeuner each early
      easier easy ecosystem edge effective ein eine einem einen einer einführung elasticsearch ella
      else embedded en end engine engineer engineering engineers enough enterprise entre environment
      error errors es est esta este et ethics evening event events every everyone everything
      everywhere evolution example examples existing expected experience experiences explained
      external extra fast faster fazit features feedback few file files final finally find first
      five fix flow for foundation four fragen framework frameworks free friday from front full fun
      function functional functions further future für games gaming general generation get getting
      git github global go goals going good google great green group groups grundlagen guide
      guidelines hacia hack hacking had hall hallway hands hard hardware has have health hello help
      her here hidden high highlights him hintergrund his history home hot hour how http ideas if
      impact implementation implementing important impressions improve improvements improving in
      industry information infrastructure input inside intelligence interactive interesting
      interface internal internet into intro introducción introducing introduction invited is issue
      issues ist it its java javascript job journey just kernel key keynote keynotes keys kotlin
      kubernetes lab language languages large las last later latest learn learned learning legacy
      les less lesson lessons let level levels library life light lightning like limitations line
      link links linux list lists little live local logging long look looking los lot low lunch
      machine main make making manage management managing manifesto many materials me media meet
      meetup memory mes message messages method methods metrics microservice microservices microsoft
      migrating migration mit mittagessen mobile model modeling models modern monday monitoring more
      morning most motivation moving multi multiple my más nach native need needs network networking
      neue new news next nicht night no node nos not notes notizen notre nous now nuestro object
      objectives objects observability of off ohne old on one online only open opening operating
      operations operator operators optimization options or organization organizations other our out
      over overview own pain panel par para parallel part participants party pas patterns pause
      people performance pero person personal phase phone pipeline pipelines place plan planning
      plans platform platforms play plenary points policy por porque possible post postgres pour
      pourquoi power powerful practical practice practices preguntas prepare presentation presenter
      presenters principles privacy problem problems process processing product production
      productivity program programmer programmers programming progress project projects promise
       protocol protocols public python quality quand quantum que question questions qui quick
      quickly qué reactive read reading real really recap red references reflections related release
      releases remarks remote requirements research resources responsible results resumen review
      right risk risks road room routing ruby rules run running rust résumé safe safety sample sans
      save scale scaling schedule science script se search second section secure security see server
      serverless servers service services session sessions set setup seven shared sharing should
      show simple simplicity simplify sin sind site six size skills slides small smart so sobre
      social software solution solutions some something source sources space speaker speakers
      special speed sponsor sponsors spring stack standard start started starting state states
      static step steps still storage store stories story strategies strategy stream streaming
      strong structure structured study stuff su subject success such summary summit sunday support
      sur sus swift system systems take takeaway takeaways taking talk talks task team teams tech
      technical technologies technology telemetry ten test testing tests text than thank thanks that
      the their them theory there these they thing things think thinking third this thoughts thread
      threads three through thursday time times tips to today together tomorrow too tool tooling
      tools top topic topics toward towards track tracks traditional training transformation tricks
      true truth tu tuesday tutorial two type types ultimate un una und under understanding une
      unexpected unit universal university unknown uno unsere up update updates upgrade upgrades us
      usability use used user users uses using value values various vers version versions very via
      video videos view virtual vision visual voice vom vortrag votre walkthrough  warum was
      way ways we web website wednesday week welcome well what what's when where which while who
      whole why wie will wins wir wireless with within without wonderful work workflow workflows
      working workshop workshops workspace world would wrap write writing wrong y ya year years yes
      yesterday you your zero zone zum zur zusammenfassung über
      """;

  private static final Set<String> COMMON = Set.of(WORDS.strip().split("\\s+"));

  private static final String[] NOUN_ENDINGS = {
    "ness", "tion", "tions", "sion", "ment", "ments", "ology", "ware", "ability", "ibility",
    "ization", "ings", "ities", "ships", "icity", "heit", "keit", "schaft", "ungen"
  };

  private CommonWords() {}

  static boolean anyIn(String text) {
    for (String word : text.split(" ", -1)) {
      if (COMMON.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word, in any case, is no part of a name. */
  static boolean isCommon(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (COMMON.contains(lower)) {
      return true;
    }
    if (lower.length() < 8) {
      return false;
    }
    for (String ending : NOUN_ENDINGS) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}

package io.confnotes.ingest.segment;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Given names from many countries: a hint that a line names a person, never a condition. */
final class GivenNames {

  private static final String NAMES =
      """
      aaron abdul abigail adam aditya adrian agnes ahmed aisha alan albert alejandra alejandro alex
      alexander alexandra alexis ali alice alicia alison allison amanda amber amelia amir amit amy ana
      anders andre andrea andreas andrei andrew andy angela anita anja anna anne annette anthony
      antoine anton antonio arjun arne arnaud arthur arun ashley astrid audrey austin ayesha barbara
      bart beatriz ben benjamin benoit bernard bernd beth bettina bill birgit bob boris brad brandon
      brenda brent brett brian britta bruce bruno bryan caitlin camille carl carla carlos carmen carol
      carolina caroline catherine cecilia celine charles charlotte chen chiara chris christian
      christina christine christoph christophe christopher claire clara claudia clemens colin connor
      corey craig cristina cynthia damien dan dana daniel daniela danielle darren dave david dean
      deborah denis dennis derek diana diego dieter dimitri dirk dmitri dmitry dominik donald donna
      doris dorothy douglas duncan dylan eduardo edward eileen elena elias elisa elisabeth elizabeth
      ellen emily emma eric erica erik erika ernesto esther ethan eva evan evelyn fabian fatima felipe
      felix fernando fiona florian frances francesca francesco francis francisco francois françois
      frank frederic frédéric friedrich gabriel gabriela gareth gary gavin geoff geoffrey george
      georg gerald gerhard gianluca gil gilles giovanni giulia glenn gonzalo gordon graham greg gregory
      guido guillaume gunnar gustavo guy hanna hannah hans harald harold harry hassan heather hector
      heidi heike helen helena helga hendrik henri henrik henry herbert hiroshi holger holly hugo ian
      ibrahim ignacio ines ingrid irene iris isaac isabel isabelle ivan jack jacob jacqueline jacques
      jaime jake jakob james jamie jan jana jane janet jared jason javier jean jeff jeffrey jennifer
      jenny jens jeremy jerome jerry jess jesse jessica jesus jill jim jiri joachim joan joanna joao
      joao joaquin jochen joe joel johan johanna johannes john johnny jon jonas jonathan jordan jordi
      jorge jose josef joseph josh joshua josé joyce joão juan judith judy julia julian juliana julie
      julien julio jun jürgen justin kai kara karen karin karl karsten kate katharina katherine kathleen
      kathrin kathy katie katja kay keith kelly ken kendall kenji kenneth kevin kim kirsten klaus kris
      kristen kristina kumar kurt kyle lars laura lauren laurent lea leah lee lena leo leon leonardo
      leslie lily linda lisa liz lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke lydia
      lynn madeleine magdalena magnus manfred manuel mara marc marcel marcelo marco marcos marcus maren
      margaret maria mariana marie marina mario marion marko markus marta martha martin martina marvin
      mary mathias mathieu matt matteo matthew matthias maurice max maximilian maya mehmet melanie
      melissa michael michaela michal michel michele michelle miguel mike mikael mikhail milan mohamed
      mohammad mohammed monica monika morgan moritz muhammad nadia nadine nancy naomi natalia natalie
      natasha nathan nathaniel neil nicholas nick nico nicola nicolas nicole niels nikita niklas nikolai
      nils nina noah noel nora norbert norman olaf oleg olga oliver olivia olivier omar oscar otto pablo
      pamela pascal pat patricia patrick paul paula pauline paulo pavel pedro peter petra phil philip
      philipp philippe phillip pierre piotr priya rachel rafael rahul raj rajesh ralf ralph ramon randy
      raphael raquel raul raymond rebecca regina reinhard renata rené ricardo richard rick rita rob
      robert roberto robin rodrigo roger roland rolf roman ron ronald rosa ross roy ruben rudolf russell
      ruth ryan sabine sabrina sally sam samantha samir samuel sandeep sandra sanjay sara sarah sascha
      scott sean sebastian serge sergei sergey sergio seth shannon sharon shawn sheila shirley silvia
      simon simone sofia sonia sonja sophia sophie stefan stefanie stefano stella stephan stephanie
      stephen steve steven stuart sue suresh susan susanne suzanne sven svetlana sylvia takashi tamara
      tanja tanya tara tatiana ted teresa terry theo theodore theresa thierry thomas thorsten tiago tim
      timothy tina tobias todd tom tomas tommy toni tony torsten tracy travis trevor tyler ulrich ulrike
      ursula uwe valentina valerie vanessa venkat vera verena veronica victor victoria vijay vikram
      vincent viktor vladimir walter wanda wayne wei wendy werner wilhelm william wolfgang xavier yan
      yann yannick yasmin yuki yuri yusuf yves yvonne zach zachary zoe
      """;

  private static final Set<String> GIVEN = Set.copyOf(List.of(NAMES.strip().split("\\s+")));

  private GivenNames() {}

  static boolean contains(String word) {
    int hyphen = word.indexOf('-');
    String first = hyphen > 0 ? word.substring(0, hyphen) : word;
    return GIVEN.contains(first.toLowerCase(Locale.ROOT));
  }
}

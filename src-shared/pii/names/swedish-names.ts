/** Given names borne by many in Sweden, by decades of birth; those that are words as well ("stig", "sten", "saga") are left to votes. */
export const SWEDISH_GIVEN = (
  'agneta agnes albin alexander alf alfred alice alicia allan alma alva alvar amanda amelia anders andreas anette anita anja ann anna annelie anneli ' +
  'annette annika anton arne arthur arvid astrid august axel barbro beatrice bengt benjamin benny berit bernt bertil bianca birger birgit birgitta björn ' +
  'bodil boel britt britta britt-marie bror börje camilla carina carin carl carolina caroline catarina catharina cecilia charlie charlotta charlotte ' +
  'christer christian christina christoffer claes clara conny cornelia dagmar dagny daniel daniella david dennis disa ebba eddie edit edith edvard ' +
  'edvin edward eila ' +
  'einar elin elina elisabet elisabeth elise ella ellen ellinor elof elsa elsie elvira elvin emelie emil emilia emma emmy engla erik erika erland ' +
  'ernst ester esther eva evelina evert fabian fanny felicia felix filip filippa folke fredrik fredrika freja frida frideborg frans gabriel gabriella ' +
  'georg gerd gerda ' +
  'gertrud gitte greger greta gudrun gun gunborg gunda gunhild gunilla gunnar gunnel gunvor gustaf gustav göran gösta göte hampus hanna hannes hans ' +
  'harald harriet harry ' +
  'hasse hedda hedvig helen helena helene helga helge helmer henning henric henrik henny herman hilda hilding hilma hjalmar holger hugo håkan ida ines ' +
  'inga ingalill inge ingeborg ingegerd ingegärd inger ingemar ingmar ingrid ingvar irene irma isabell isabella isabelle isak ivar jack jacob jakob jan ' +
  'jane janne jannike ' +
  'jeanette jennie jenny jens jerker jerry jesper jessica jimmy joachim joakim joel johan johanna johannes john johnny jon jonas jonathan jonna josef ' +
  'josefin josefine ' +
  'julia julius jöns jörgen kaj kajsa karin karl karolina katarina katja katrin kenneth kent kerstin kerstina kicki kjell klara klas konrad konstantin ' +
  'krister ' +
  'kristian kristin kristina kristoffer kurt lars lars-erik lasse leif leila lena lennart leo liam lilian lilly lina linda linn linnea linnéa linus ' +
  'lisa lisbet ' +
  'lisbeth lisen liselott lotta louise lova lovisa lucas ludvig lukas lydia maja maj-britt malin malte malva manfred marcus margareta margaretha margit ' +
  'margot mari maria ' +
  'mariana marianne marie marika marina marita markus marlene martin martina matilda mats matteus mattias maud max meja melina melker mia michael ' +
  'mikael mikaela milla ' +
  'mina minna mira miranda moa molly mona monica monika morgan märit märta måns nadja nanna natalie nathalie nellie nelly niclas nicole niklas nikolas ' +
  'nils nina noah ' +
  'noel nora olivia olle ola olof olov oscar oskar ossian otto ove owe patricia patrik paula per pernilla peter petra petter pia pierre pontus ragnar ' +
  'ragnhild rakel ' +
  'ralf rasmus rebecka regina rikard rickard robert robin roger roland rolf ronny rosita runa rune ronja sabina samuel sandra sanna sara sebastian ' +
  'selma siv ' +
  'signe sigrid sigvard simon siri sixten sofia sofie solveig sonja staffan stefan stella stellan sten-åke stina sture sune susann susanna susanne ' +
  'svante svea sven ' +
  'sylvia tage tanja teodor teresa tekla terese therese theodor thea thomas thor thure thyra tilda tilde tim timo tindra tobias tom tomas tommy tora ' +
  'torbjörn tord tore ' +
  'torgny torkel torsten tova tove tua tuva tyra ulf ulla ulla-britt ulrica ulrik ulrika urban vanja vega vendela vera verner veronica vidar victor ' +
  'victoria viggo viktor viktoria ' +
  'vilgot vilhelm vilma vincent viola vivianne viveka walter wilhelm william wilma yngve ylva yvonne åke åsa örjan östen ' +
  'abdi abdullahi ahmed ali aisha amina amir ayan azad bashir dalia faduma farah hamid hassan hodan hussein ibrahim idil ismail jasmin jasmina kamal ' +
  'khadija leyla liban mahmoud ' +
  'mohamed mohammed mustafa nasrin omar osman rania reza salma samira sara sahra shirin soran yasmin yusuf zahra zainab zeinab'
).split(' ')

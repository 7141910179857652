import { backwards } from '../ends.ts'
import type { View, Word } from '../views.ts'
import { isActor } from './english-words.ts'
import { isWorldName } from './words-by-language.ts'
import { isNeutralLabel, isParticle, isTitle } from './parse.ts'
import { isEverGivenName, isEverydayWord, isListedName } from './everyday.ts'
import { RELATED } from './relations.ts'
import { isInForm } from './things.ts'

export interface Votes {
  readonly score: number
  readonly cue?: string
}

/** Straight before a name and before nothing else: even a word no dictionary knows is believed, in lower case too. */
const NAMED = backwards(new RegExp(`(?:^|[^\\p{L}])(?:${[
  '(?:first |last |full |family |sur|maiden )name(?: is)?:?', 'surname', '(?:vor|nach|familien)name(?: ist)?:?', 'pr[ée]noms? ?:?', 'nom(?: de famille)? ?:', 'apellidos?:?', 'nombre:', '(?:för|efter)namn:?',
  'my name is', 'my name.s', 'name is', 'full name', 'called', 'named', 'in the name of',
  'ich heiße', 'ich heisse', 'mein name ist', 'name ist', 'namens',
  'je m.appelle', 'mon nom est',
  'appelée?', 'nommée?', 'me llamo', 'mi nombre es', 'llamad[oa]', 'hei(?:ß|ss)t', 's.appelle', 'se llama', 'jag heter', 'mitt namn är', 'heter',
].join('|')}) $`, 'iu'))

/** Straight before a name far more often than before other words. */
const INTRODUCED = backwards(new RegExp(`(?:^|[^\\p{L}])(?:${[
  'this is', 'customer', 'colleague', 'manager is', '(?:patient|customer|client|witness|consultant|caller|winner|tenant|applicant|claimant)(?:[\'’]s| is)', 'spoke (?:to|with)', 'speak (?:to|with)', 'talked (?:to|with)', 'talk to', 'speaking with',
  'hear from', 'heard from', 'introduce', 'on behalf of', 'signed by', 'reports to',
  'welcome', 'reach', 'cc', 'attn', 'attention', 'zu händen', 'z\\. ?hd\\.?', 'à l.attention de', 'a la atención de', 'till handa', 'vous êtes bien', 'dear', 'present:?', 'attendees:?', 'participants:?', 'apologies:?', 'owner:', 'name:?', 'contact:', 'from:', 'to:', 'author:', '(?:regards|best|cheers|sincerely|thanks|gruß|grüße|cordialement|saludos|hälsningar),?\\s*\\n',
  'action ?:', 'todo:', 'task:', 'aufgabe:', 'tâche ?:', 'tarea:', 'uppgift:', 'åtgärd:', 'présents ?:', 'anwesend:',
  'hier ist', 'liebe[r]?', 'hallo', 'danke,?', 'anwesend:?', 'teilnehmende:?',
  'teilnehmer(?:innen)?:?', 'présents?(?: ?:)?', 'merci,?', 'bonjour', 'ch[eè]re?', 'parlé (?:à|avec)', 'soy',
  'hola', 'gracias,?', 'querid[oa]', 'hablé con', 'presentes:?', 'asistentes:?',
  'over to you', 'bumped into', 'ran into', 'next of kin',
  'det här är', 'tack,?', 'kära', 'pratade med', 'talade med', 'närvarande:?',
].join('|')})[ \\u00a0\\n:]{0,3}$`, 'iu'))

/** A name often follows these, other words too. */
const EXPECTED = backwards(/(?:^|[^\p{L}])(?:with|from|by|to|for|before|than|except|without|according to|laut|selon|d['’]apr[eè]s|según|enligt|and|ask|asked|tell|told|ping|thanks|thank you|thank|hi|hello|hey|hiya|morning|sorry|so|well|yeah|okay|ok|yes|no|right|let|get|give|send|invite|email|call|meet|met|and then|ring|phone|reach|contact|remind|text|message|thanked|invited|sees|saw|see|meets|meeting|visit|visiting|hired|replaces|replaced|introducing|that['’]s|it['’]s|did|does|was|has|is|mit|von|bei|med|från|con|avec|copy|und|fragt|frag|et|demande(?:r)? à|de|y|pregunta a|och|fråga|til|till|på|hos|an|für|par|pour|por|para|à|a|av|för|weil|dass|wenn|ob|wäre|wär|dann|noch|wir|parce que|quand|comme|sera|serait|ajouter|prévenir|demander|inviter|porque|cuando|que|toca a|avisar a|llamar a|eftersom|att|om|när|blir|tar|talat|weiter an|gesagt|franchement|la verdad|ehrlich|över|via|ich bin|je suis|moi c['’]est|jag är|d['’]|bis auf|außer|sauf|menos|utom|unter|under|sous|bajo|que|als|wie|comme|como|som|si|ob|pas encore|todavía no|inte än|noch nicht|not yet|belongs to|gehört|war['’]s|wär['’]s|ist['’]s|är det|var det|blir det)[,]? $/iu)

/** What people do: straight behind a name. */
const ACTS = /^(?:['’]s? |,? ?(?:apporte|amène|paie|ouvre|ferme|remplace|arrive|revient|finit|attend|répond|n['’](?:a|est)|trae|pone|paga|cobra|abre|cierra|coge|recoge|vuelve|contesta|cocina|no (?:contesta|viene|puede|está|sabe|tiene|quiere)|holt|zahlt|kocht|kauft|besorgt|vertritt|fehlt|fixar|bakar|köper|hämtar|betalar|attesterar|vikarierar|öppnar|said|says|thinks|thought|will|would|asked|asks|wants|wanted|mentioned|has|had|is|was|can|could|should|owns|agreed|told|sent|wrote|writes|reported|suggested|needs|did|does|knows|went|came|left|joined|who|here|speaking|calling|from|dialing|ran|runs|led|leads|keeps|kept|minds|built|found|bought|paid|moved|starts|started|takes|presented|explained|raised|confirmed|hat|ist|sagt|sagte|meint|meinte|wird|kann|war|schreibt|ruft|übernimmt|fragt|a|est|dit|pense|va|veut|peut|appelle|s.occupe|dice|dijo|piensa|cree|es|está|va|quiere|puede|llama|escribe|ha|säger|sa|tycker|är|ska|vill|kan|skriver|ringer|har|tar|wollte|will|hatte|macht|machte|kommt|kam|muss|soll|geht|ging|hilft|bringt|arbeitet|braucht|nimmt|weiß|bekommt|propose|garde|était|avait|vient|fait|doit|travaille|aide|prend|pourrait|estaba|era|tiene|viene|hace|debe|trabaja|ayuda|toma|tenía|sabe|se ofreció|llevó|lleva|firmó|mandó|dejó|leitete|schrieb|unterschrieb|dirigeait|dirige|signé|ledde|skrev|erbjöd|tog|hade|kommer|gör|blir|behöver|jobbar|hjälper|vet|skulle|fick|får|krank|malade|enferm[oa]|sjuk)\b)/iu

/** A word straight behind a name says that somebody does something. */
export const actsBehind = (after: string): boolean => ACTS.test(after) || MINDED.test(after) || DOES.test(after)
/** Only behind words that are likely enough already. */
export const DOES = /^ (?:\p{Ll}{2,}ed (?:the|an?|it|that|this|my|our|his|her|their|me|us|him|them)|[mtl]['’]a|nous a|vous a|(?:me|te|le|nos|lo|la) (?:dijo|dice|llam[aó]|escribi[oó]|pidió|contó|avisó|mandó)|ringde|mejlade|frågade|berättade|skickade|svarade|hjälpte|passe|signe|gère|rentre|rief|schrieb|meldete|brachte|brings|pays|opens|fetches|drives|cooks|swears|reports to|owes|bakes|chairs|hosts|cannot|fell|broke|forgot|lost|won|drove|flew|spent|stood|sat|stayed|slept|cried|laughed|loves?d?|likes|liked|hates|hopes|feels|felt|looks|looked|seems|lives|lived|works|worked|plays|played|handles|handled|sends|brings|brought|gets|got|gives|gave|makes|made|puts|speaks|spoke|saw|tries|tried|turns|turned|uses|calls|called|goes|helps|helped|quit|signed|drafted|approved|hasn['’]t|isn['’]t|won['’]t|can['’]t|doesn['’]t|didn['’]t|wasn['’]t|couldn['’]t|chose|hung|shook|swore|threw|wore|woke|rang|read|began|drank|ate)(?!\p{L})/u

/** What one does to a person, and what then follows: "ask chase whether", "tell uncle bob hi". */
const TO_SOMEBODY = backwards(/(?:^|[^\p{L}])(?:ask|asked|tell|told|remind|reminded|warn|warned|convince|persuade|let|owe|owes|owed|frag|fragt|sag|sagt|ruf|fråga|fr[åa]gade|ring|mejla|säg till|demandez? à|demandé à|dis à|dites à|écris à|parle à|préviens|rappelle|(?:preg[uú]nta|di|escr[ií]be|m[aá]nda|env[ií]a|av[ií]sa|ens[eé][nñ]a|cu[eé]nta|pide|dice|dijo|d[aá])le a|avisa a|llama a) $/iu)
const THEN = /^,? (?:whether|if|or |about|that|how|why|when|what|who|know|hi|hello|twenty|ten|five|fifty|a |an |one|to (?:\p{L}{2,})|ob|dass|wie|wann|doch|mal|zurück|an|hon|han|om|hur|när|att|vad|de |d['’]|si |s['’]il|qu['’]|que |si|cómo|cuándo|cuando)/iu
/** "Uncle Bob", "tante Gerda": people of a family are called so. */
const KIN = backwards(/(?:^|[^\p{L}])(?:uncle|auntie?|aunty|grandma|grandpa|granny|cousin|tante|onkel|opa|oma|oncle|tonton|mamie|cousine|t[íi][oa]|farbror|morbror|faster|moster|mormor|morfar|farmor|farfar|kusin) $/iu)
/** Straight before a person far more often than before a bare noun that counts. */
const BEFORE_SOMEBODY = backwards(/(?:^|[^\p{L}])(?:hi|hello|hey|hiya|poor|dear|(?:according|thanks|next|married|related|spoke|speak|talk|talked|listen|listened|back) to|with|without|from|invite|meet|met|hallo|salut|coucou|bonjour|hola|hej|laut|mit|selon|avec|según|con|enligt|med),? $/iu)
const BEHIND_SOMEBODY = /^(?:[,.!?;:\n]|$| (?:it|he|he['’]ll|she|she['’]ll|they|we|i|you|and|who|as well|too|thanks|how|was|is|has|had|said|tomorrow|today|yet|already|again|next|last|und|hat|ist|wird|on|a|est|nous|tu|y|es|tiene|vamos|och|har|blev|blir|är)(?!\p{L}))/iu
export const standsForSomebody = (before: string, after: string): boolean =>
  (BEFORE_SOMEBODY.test(before) && BEHIND_SOMEBODY.test(after)) ||
  (ASKS.test(before) && BEHIND_ASKED.test(after)) || (SAID_WHAT.test(before) && SAYS.test(after)) || (JOINED.test(before) && DOES_FOR_US.test(after)) ||
  (IT_IS.test(before) && BEHIND_WHO.test(after)) || ((IT_IS.test(before) || !A_THING.test(before)) && ON_THE_PHONE.test(after)) ||
  (ASKED_ABROAD.test(before) && DOES_ABROAD.test(after)) || (SIGNED.test(before) && /^\.?\s*$/.test(after)) ||
  (ASKED_ABOUT.test(before) && DOES_WHAT.test(after)) || (THANKED.test(before) && BEHIND_THANKS.test(after)) ||
  (DONE_BY.test(before) && BEHIND_DONE.test(after)) || (CALLS.test(before) && ON_A_NUMBER.test(after)) || (THERE_IS.test(before) && THAT_ONE.test(after))
/** "found by chip, and fixed" */
const DONE_BY = backwards(/(?:^|[^\p{L}])(?:\p{L}{2,}ed|written|taken|made|sent|run|led|paid|drawn|found|built|bought|done|given|seen|sold|told|kept|cut|won) by $/iu)
const BEHIND_DONE = /^(?:[,.!?;\n]|$| (?:and|last|this|yesterday|today|at|on|in|before|after|when|but|so)(?!\p{L}))/u
/** "ring misty on oh two oh" */
const CALLS = backwards(/(?:^|[^\p{L}])(?:call|ring|phone|text|message|email|page|reach|contact|try|buzz) $/iu)
const ON_A_NUMBER = /^ (?:on|at) (?:[\d+(]|oh|zero|one|two|three|four|five|six|seven|eight|nine|plus|double|her|his|their|ext|extension)/u
/** "that's pat he's in the pub" */
const THERE_IS = backwards(/(?:^|[^\p{L}])(?:that['’]s|this is|there['’]s|it['’]s|das ist|c['’]est|es|det är) $/iu)
const THAT_ONE = /^,? (?:he|she|er|elle|il|han|hon)(?:['’]s|['’]ll| is| was| has| does| ist| hat| est| a| är| har)(?!\p{L})/u
/** "then ask heath", "habla con ángel mañana" */
const ASKS = backwards(new RegExp(`(?:^|[^\\p{L}])(?:${[
  '(?:ask|asked|tell|told|remind|reminded|ping|pinged|texted|email|emailed|thank|warn|bumped into|ran into)',
  '(?:frag|fragt|frage|ruf|sprich mit|rede mit|gesprochen mit|geredet mit)(?: doch| mal| einfach| bitte){0,3}',
  "(?:demande|demandez|demander|demandé|parle|parler|parlé|dis|écris) à|vois avec|voir avec|j['’]ai (?:vu|eu|croisé)", '(?:pregunta|preguntad|pregúntale|dile|avisa|avisad|llama|escribe) a',
  '(?:habla|hablad|hablar|hablé|quedé|quedamos) con', '(?:me|te|le|nos) (?:llama|llamó|dijo|dice|escribe|escribió|avisa|mandó|contó|confirmó)',
  '(?:covering|covers?|filling in|standing in|deputising|subbing) for', 'fråga|frågade|mejla|träffade|(?:prata|pratade|pratat|talat|snacka|hör|kolla) med',
].join('|')}) $`, 'iu'))
const BEHIND_ASKED = /^(?:[,.!?;\n]|$| (?:and|or|if|whether|about|when|today|tomorrow|yesterday|instead|again|und|oder|ob|wegen|morgen|gestern|heute|et|ou|hier|demain|y|o|mañana|ayer|hoy|och|eller|imorgon|igår|idag|från|om det)(?!\p{L}))/iu
/** "what amber wrote" */
const SAID_WHAT = backwards(/(?:^|[^\p{L}])(?:what|why|when|how|where|whether|if|because|since|was|dass|weil|ob|wenn|que|parce que|quand|lo que|cuando|porque|vad|att|om|när|eftersom) $/iu)
const SAYS = /^ (?:said|says|wrote|writes|thinks|thought|wants|wanted|meant|asked|told|sagt|sagte|schrieb|meint|meinte|wollte|a dit|dit|pense|voulait|dijo|dice|quiere|piensa|escribió|sa|säger|tycker|vill|skrev|ville|signe|vienne|valide|sache)(?!\p{L})/iu
/** "…, Mark hat sie geändert", "och björn ringer": a clause of its own, in which somebody does something for others. */
const JOINED = backwards(/(?:,|(?:^|[^\p{L}])(?:and|but|so|then|und|aber|dann|et|mais|puis|y|pero|luego|och|men|sen|sedan)) $/iu)
const DOES_FOR_US = /^ (?:said|says|thinks|reckons|wants|asked|told|rang|wrote|sent|(?:will|can|could) (?:call|ring|send|bring|do|take|check|ask|come|drive|help)|is (?:calling|bringing|coming|joining|driving|off|away|on leave)|set it|sagt|meint|ruft|kommt|meldet|bringt|schickt|hat (?:gesagt|gemeint|sie|ihn|es|das|mir|uns|angerufen|geschrieben)|a dit|[mtl]['’]a|nous a|attend|appelle|rappelle|vient|viendra|apporte|envoie|s['’]occupe|dice|dijo|llama|viene|trae|quiere|manda|se encarga|me dijo|ringer|säger|sa|kommer|skickar|tar med|hör av|fixar)(?!\p{L})/iu
const ASKED_ABROAD = backwards(/(?:^|[^\p{L}])(?:hat|kann|könnte|soll|will|weiß|kommt|est-ce que|kan|ska|skulle|har|vill|hinner|behöver) $/iu)
const DOES_ABROAD = /^ (?:schon|sie|ihn|es|das|dir|dich|uns|mir|noch|heute|morgen|gestern|auch|denn|dann|wieder|a|est|vient|peut|veut|va|redan|inte|\p{Ll}{2,}(?:a|å))(?!\p{L})/u
/** "c'est Olive qui", "det var Dag som" */
const IT_IS = backwards(/(?:^|[^\p{L}])(?:it was|it['’]s|that was|c['’]est|c['’]était|fue|era|det (?:var|är)|das war) $/iu)
const BEHIND_WHO = /^,? (?:who|qui|quien|quién|som|der das|die das)(?!\p{L})/iu
/** "pearl on the phone", and what stands before a verb at the end: "kannst du wolf fragen" */
const ON_THE_PHONE = /^ (?:on the (?:phone|line|call)|am (?:apparat|telefon)|au téléphone|al teléfono|i telefon(?:en)?|anrufen|anschreiben|erinnern|bescheid (?:geben|sagen)|fragen(?:,? ob)?)(?!\p{L})/iu
/** "6 tickets please - Clay" */
const SIGNED = backwards(/[\p{L}\d.!?] [-–—] ?$/u)

/** "did frank say that", "a signature from dale by friday": only of words that are no stuff. */
export const isSomebodyAmong = (before: string, after: string): boolean =>
  (FROM.test(before) && BEHIND_FROM.test(after)) || (THOUGHT.test(before) && IS_BEHIND.test(after)) || (AND_SO.test(before) && WOULD_DO.test(after))
const ASKED_ABOUT = backwards(/(?:^|[\n.?!,] ?|(?:^| )(?:and|or|so|but|whether|why|what|when|where) )(?:did|does|has|will|would|can|could|should|hasn['’]t|didn['’]t|doesn['’]t) $/iu)
const DOES_WHAT = /^ (?:say|think|want|know|mention|send|tell|ask|call|email|get|make|manage|book|pick|find|agree|sign|need|like|finish|come|join|reply|answer|write|bring|pay|leave|see|hear|said|been|gone|finished|replied|signed|sent|called|agreed|still|already|ever|also)(?!\p{L})/iu
const THANKED = backwards(/(?:^|[^\p{L}])(?:(?:kudos|props|credit|thanks|shout-?out|shout out|hats off|congrats|congratulations) to|thanks|thank you|cheers|sorry|merci|danke|gracias|tack|désolé|perdona|förlåt),? $/iu)
const BEHIND_THANKS = /^(?:[,.!?\n]|$| (?:over to|for|that['’]s|i['’]ll|we['’]ll|can|could|and|so|pour|für|por|för)(?!\p{L}))/iu
/** "agreed that frank would phone", "and dawn would do the pallets" */
const AND_SO = backwards(/(?:^|[^\p{L}])(?:and|but|so|that|then|or|if|whether|because) $/iu)
const WOULD_DO = /^ (?:(?:would|will|can|could|should|might|is going to|was going to) (?:phone|call|ring|do|take|send|ask|bring|check|write|draft|chair|run|handle|look|sort|book|order|fix|tell|email|talk|speak|cover|host|lead|review|sign|share|present|join|come|make|get|pick|help|pay|collect|drive|cook|set)|abstained|reports to|chairs|seconded|objected|resigned|volunteered)(?!\p{L})/u
const FROM = backwards(/(?:^|[^\p{L}])(?:from|with|to|by|von|mit|bei|avec|chez|de la part de|con|para|från|med) $/iu)
const BEHIND_FROM = /^ (?:by|before|until|about|when|because|so|but|this|that|vor|bis|wegen|weil|avant|parce|antes|porque|innan|eftersom)(?!\p{L})/iu
const THOUGHT = backwards(/(?:^|[^\p{L}])(?:(?:agreed|said|minuted|noted|confirmed|know|knew|sure) that|think|thought|hope|reckon|guess|heard|suppose|believe|because|unless|whether) $/iu)
const IS_BEHIND = /^ (?:is|was|has|had|will|would|can|could|should|might|needs|wants|said|says|went|isn['’]t|wasn['’]t|won['’]t|hasn['’]t|doesn['’]t|didn['’]t)(?!\p{L})/iu

/** Said to somebody, whose name follows and ends the clause. */
const PRAISE = backwards(/(?:^|[^\p{L}])(?:(?:nice|good|great|brilliant|lovely) (?:work|job|one|point|catch|idea|stuff|question|morning|afternoon|evening)|well done|good night|congrats|congratulations|happy birthday|cheers|bravo|guten (?:morgen|abend|tag)|gute frage|gut gemacht|glückwunsch|bien joué|bonne (?:idée|question)|félicitations|bonsoir|bien hecho|buen trabajo|buenos días|buenas tardes|enhorabuena|bra jobbat|bra fråga|god morgon|grattis),? $/iu)
const CLAUSE_END = /^(?:[,.!?;\n]|$)/

/** Only people are asked whether they can, in the second person: "Grant, can you …", "irene puedes …". */
const ASKED = /^(?:, (?:tu|vous|toi|du|ihr|tú|usted|ustedes|ni|you(?! know| see| guys| mean)|\p{L}{2,12} (?:usted|ustedes|du|ihr|ni|vous))(?!\p{L})|,? ¿?(?:(?:can|could|would|will|do|did|are|have) you|kannst du|könntest du|könnten sie|können sie|hast du|magst du|tu peux|tu pourrais|peux-tu|pourrais-tu|vous pouvez|pouvez-vous|puedes|podrías|puede usted|me puedes|kan du|kunde du|skulle du|har du)(?!\p{L}))/iu
/** Where one turns to somebody: at the start of a sentence, behind a comma or a word that only fills. */
const TURN_START = backwards(/(?:^|\n|[.?!,:]\s|(?:^|[^\p{L}])(?:so|well|um|uh|okay|ok|yeah|and|but|right|hey|hi|hello|thanks|please|sorry|anyway|also|äh|ähm|gut|hallo|und|alors|bon|euh|donc|et|bonjour|pues|bueno|eh|oye|hola|y|okej|alltså|hej|öh|och) )$/iu)
/** Only people think, and share a verb with "I". */
const MINDED = /^(?:,? (?:is (?:on leave|off sick|out sick|on holiday|on vacation|running late|on maternity leave)|ist (?:krank|im urlaub|in elternzeit)|est (?:malade|en congé|en vacances)|está (?:de baja|de vacaciones|enferm[oa])|är (?:sjuk|på semester|föräldraledig|ledig)|thinks|says|said|reckons|wants to|asked|mentioned|told (?:me|us|him|her|them)|suggested|agrees|disagrees|doesn['’]t think|and i|und ich|et moi|y yo|est d['’]accord|está de acuerdo|ist einverstanden|meint|meinte|findet|sagt|sagte|denkt|glaubt|dit|pense|trouve|croit|dice|dijo|piensa|cree|opina)\b|['’]s (?:date of birth|birthday|birth ?date|phone|mobile|cell|number|email|e-mail|address|passport|password|mailbox|manager|calendar|laptop|desk|team|wife|husband|son|daughter)\b)/iu
/** "for Ray, his passport is", "och så Rune, hans pass": what only a person has. */
const OWNS = /^,? (?:his|her|hans|hennes|sein|seine|ihr|ihre|son|sa|su) (?:\p{L}{2,12} ){0,2}(?:id|number|passport|licen[cs]e|dob|date of birth|birthday|address|email|mail|phone|mobile|card|account|plate|pass|passnummer|nummer|adress|adresse|telefon|handy|konto|ausweis|geburtsdatum|kennzeichen|numéro|passeport|adresse|téléphone|carte|compte|número|pasaporte|dirección|teléfono|tarjeta|cuenta|matrícula|mobil|personnummer|kort)(?!\p{L})/iu
/** "the Dimitriou family" */
const HOUSEHOLD = /^ (?:family|household|twins|brothers|sisters|couple)(?!\p{L})/u
const THE = backwards(/(?:^|[^\p{L}])the $/iu)
/** Behind a name at the start of a line of notes: what somebody did, or is to do. */
const NOTED = /^ (?:to [\p{L}]{2,}|will [\p{L}]{2,}|(?:reported|said|asked|called|emailed|pinged|wrote|suggested|confirmed|raised|noted|proposed|joined|left|explained|presented|promised|offered|checked|fixed|updated|sent|shared|shipped|deployed|tested|reviewed|investigated|rotated|restarted|merged|takes|owns|ruft|schickt|prüft|appelle|envoie|vérifie|llama|envía|revisa|ringer|skickar|kollar))\b/iu
/** "10:45 ", "- ", "2. ", "[x] ": what begins a note. */
const NOTE_START = backwards(/(?:^|\n)(?:[-*•–] |\[[ x]?\] |\d{1,2}[.)] |\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?(?: ?[:-] | {1,2})){1,3}$/)
/** "a rose", "the mark", "my hope": a thing. */
const A_THING = backwards(/(?:^|[^\p{L}])(?:the|a|an|my|your|his|her|its|our|their|this|that|these|those|some|any|no|every|each|der|die|das|dem|den|ein|eine|einen|einem|le|la|les|un|une|des|el|los|las|una|en|ett|det)(?: \p{L}+)? $/iu)

/** "14:02 ": when somebody wrote. */
const CHAT_START = backwards(/(?:^|\n)\[?\d{1,2}[:.]\d{2}(?::\d{2})?\]? {1,3}$/)
const LINE_START = backwards(/(?:^|\n)(?:[-*•] |\d{1,2}[.)] )?$/)

/** The votes of what stands around words `at` to `last`; scores add up, the strongest gives the cue. */
export function votesAround(view: View, words: readonly Word[], at: number, last: number): Votes {
  const first = words[at]
  const end = words[last]
  if (first === undefined || end === undefined) return { score: 0 }
  const before = view.text.slice(Math.max(0, first.start - 28), first.start).replace(/ {2}$/, ' ')
  const after = view.text.slice(end.start + end.lower.replace(/['’]s$/, '').length, end.end + 24)
  const prior = words[at - 1]
  const office = words[at - 2]
  // "monsieur le goff"
  if (prior !== undefined && office !== undefined && isParticle(prior.lower) && PLAIN_TITLES.has(office.lower)
    && view.text.slice(office.end, first.start) === ` ${prior.text} `) {
    return { score: 0.45, cue: 'title' }
  }
  const isTitled = prior !== undefined && isTitle(prior.lower) && (prior.hasCapital || PLAIN_TITLES.has(prior.lower))
  if (isTitled && /^\.? $/.test(view.text.slice(prior.end, first.start))) return { score: 0.6, cue: 'title' }
  const startsLine = LINE_START.test(view.text.slice(Math.max(0, first.start - 6), first.start))
  const isBracketed = before.endsWith('(') && after.startsWith(')') && first === end && first.hasCapital
  if (isBracketed && isEverGivenName(first.lower)) return { score: 0.45, cue: 'in brackets' }
  if (before.endsWith('(') && after.startsWith('):') && (first.hasCapital || !isEverydayWord(first.lower))) return { score: 0.45, cue: 'owner' }
  const startsLabel = startsLine || CHAT_START.test(view.text.slice(Math.max(0, first.start - 16), first.start))
  if (startsLabel && /^:(?:\s|$)/.test(after) && isLabel(view.text.slice(first.start, end.end)) && !isAsked(view, first, last - at)) {
    return { score: 0.45, cue: 'speaker label' }
  }
  const isNote = NOTE_START.test(view.text.slice(Math.max(0, first.start - 24), first.start))
  if (isNote && first.hasCapital && NOTED.test(after)) return { score: 0.35, cue: 'start of a note' }
  if (NAMED.test(before)) return { score: 0.55, cue: 'introduced' }
  if (INTRODUCED.test(before)) return { score: 0.45, cue: 'introduced' }
  if (RELATED.test(view.text.slice(Math.max(0, first.start - 44), first.start))) return { score: 0.45, cue: 'introduced' }
  const startsTurn = startsLine || TURN_LABEL.test(view.text.slice(Math.max(0, first.start - 24), first.start))
  if (startsTurn && ANSWER.test(after) && asksWho(view.text, first.start)) return { score: 0.5, cue: 'answer' }
  if (OWNS.test(after)) return { score: 0.5, cue: 'word behind' }
  if (first === end && THE.test(before) && HOUSEHOLD.test(after) && !isEverydayWord(first.lower)) return { score: 0.45, cue: 'word behind' }

  if (!A_THING.test(before)) {
    if (ASKED.test(after) && TURN_START.test(before)) return { score: 0.5, cue: 'addressed' }
    if (MINDED.test(after)) return { score: 0.5, cue: 'word behind' }
    if (TO_SOMEBODY.test(before) && THEN.test(after)) return { score: 0.5, cue: 'word before' }
    if (KIN.test(before)) return { score: 0.45, cue: 'word before' }
    if (PRAISE.test(before) && CLAUSE_END.test(after)) return { score: 0.45, cue: 'addressed' }
  }

  let score = 0
  let cue: string | undefined
  const vote = (amount: number, name: string): void => {
    score += amount
    cue ??= name
  }
  if (EXPECTED.test(before)) vote(0.2, 'word before')
  if (ACTS.test(after) && !A_THING.test(before)) vote(0.2, 'word behind')
  if (isVocative(before, after)) vote(0.2, 'addressed')
  return cue === undefined ? { score } : { score, cue }
}

/** "Who drew this?" one line, a name the next. */
const ANSWER = /^(?:[,.!]|$|\n)/
const TURN_LABEL = backwards(/(?:^|\n)\p{Lu}[\p{L}\d ]{0,16}: $/u)
const WHO = /(?<!\p{L})(?:who(?:se|m)?|(?:what (?:was|is)|what['’]s) \p{L}{2,4} called|(?:your|their|his|her) (?:(?:first|last|full) )?name|surname|(?:vor|nach)name|(?:ihr|dein) name|wie hei(?:ß|ss)\p{L}{1,3}|(?:votre|ton|le) (?:nom|prénom)|apellidos?|(?:su|tu) nombre|(?:för|efter)namn|vad heter|wer|wen|wem|wessen|qui|qui[eé]n(?:es)?|vem|vems)(?!\p{L})/iu
function asksWho(text: string, lineStart: number): boolean {
  const end = text.lastIndexOf('\n', lineStart - 1)
  if (end < 0) return false
  const line = text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 120), end)
  return WHO.test(line)
}

/** Titles that are nothing else, so that recogniser output may have them in lower case. */
const PLAIN_TITLES = new Set(['doctor', 'professor', 'mister', 'mr', 'mrs', 'ms', 'dr', 'herr', 'herrn', 'frau', 'monsieur', 'madame',
  'mademoiselle', 'mme',
  'docteur', 'docteure', 'doctora', 'doktor', 'professeur', 'professeure', 'maître', 'maestra', 'profesor', 'profesora', 'señor', 'señora', 'señorita',
  'fru', 'fröken'])

/** "Tenant:" among "Address:" and "Rent:": one word of a form that is no first name. */
const isAsked = (view: View, first: Word, more: number): boolean =>
  more === 0 && !isEverGivenName(first.lower) && !isListedName(first.lower) && isInForm(view, first.start)

/** "DOB:", "Speaker 2:", "Adjuster:" and "Bot:" name nobody. */
function isLabel(text: string): boolean {
  const lower = text.toLowerCase()
  return text !== text.toUpperCase() && !isNeutralLabel(text) && (!isActor(lower) || isListedName(lower) || isWorldName(lower))
}

/** Set off by commas at the end of a clause, or at its start: "Thanks, Ada.", "Ada, can you …". */
function isVocative(before: string, after: string): boolean {
  return (/,\s$/.test(before) && /^(?:[,.?!;\n]|$)/.test(after)) || (/(?:^|\n|[.?!]\s)$/.test(before) && /^,\s/.test(after))
}

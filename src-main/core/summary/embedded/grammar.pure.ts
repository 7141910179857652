import { isFunctionWord } from '../../../../src-shared/pii/names/function-words.ts'
import { isStopWord, type Word } from '../evidence/words.pure.ts'

/** How a language builds names of things: enough of it to tell "the budget for the third quarter" from the words around it. */
export interface Grammar {
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'sv' | 'other'
  /** Articles and the like: a noun phrase begins behind them. */
  readonly opens: ReadonlySet<string>
  /** Words between two parts of one phrase ("of"), and articles that may stand behind them. */
  readonly links: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** The noun stands first ("budget marketing") or last ("marketing budget"). */
  readonly headFirst: boolean
  /** Nouns and they alone are written with a capital. */
  readonly capitals: boolean
  /** Carries no content of its own, or none that a title could be made of. */
  stops(key: string): boolean
  /** Between the names of two things. */
  readonly and: string
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Beside function words: what one hears in any meeting of the language. */
const DULL: Readonly<Record<'de' | 'fr' | 'es' | 'sv', ReadonlySet<string>>> = {
  de: set(`
    heute morgen gestern woche wochen tag tage tagen monat monate monaten jahr jahre jahren uhr mal punkt punkte frage fragen thema themen sache
    sachen leute leuten ding dinge teil beispiel fall fälle ende anfang montag dienstag mittwoch donnerstag freitag samstag sonntag januar
    februar märz april mai juni juli august september oktober november dezember danke bitte hallo prima super genau okay moment idee meinung
    runde minute minuten stunde stunden prozent euro herr frau art weise problem probleme termin grund zeit dank zusammen vormittag nachmittag
    mittag abend hälfte mitte seite stelle besprechung sitzung ergebnis wirklich vielleicht eigentlich natürlich einfach immer wieder also`),
  fr: set(`
    aujourd'hui demain hier semaine semaines jour jours mois an ans année années heure heures fois point points question questions chose choses
    gens partie exemple cas fin début problème problèmes idée idées côté sujet lundi mardi mercredi jeudi vendredi samedi dimanche janvier
    février mars avril mai juin juillet août septembre octobre novembre décembre merci bonjour salut d'accord oui non faut faire fait dit dire
    va vais peut peux doit dois peu tout tous toute toutes même autre autres moment temps minute minutes pourcent euro euros monsieur madame
    façon sorte besoin réunion matin après-midi soir accord suite moitié milieu vraiment voilà ensuite donc toujours avez avons allons peut-être
    quelque quelques beaucoup ici là ai as sommes c'est j'ai n'est s'il qu'il qu'on y en`),
  es: set(`
    hoy mañana ayer semana semanas día días mes meses año años hora horas vez veces punto puntos pregunta preguntas cosa cosas gente parte
    ejemplo caso fin final principio problema problemas idea ideas lado tema temas lunes martes miércoles jueves viernes sábado domingo enero
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gracias hola bueno vale claro tenemos tengo tiene hacer
    hace hecho dice decir va voy vamos puede puedo debe debemos todo todos toda todas mismo otra otro otras otros momento tiempo minuto minutos
    porcentaje euro euros señor señora manera tipo reunión tarde noche acuerdo mitad medio primera primero segundo entonces ahora aquí allí
    quizás siempre nada algo alguien cada poco mucho muchos muchas nos les le lo me te se hemos haya sea si`),
  sv: set(`
    idag imorgon igår vecka veckan veckor dag dagen dagar månad månaden månader år året åren timme timmar gång gånger punkt punkten fråga frågan
    frågor sak saker folk del delen exempel fall slut slutet början problem problemet idé idén måndag tisdag onsdag torsdag fredag lördag söndag
    januari februari mars april maj juni juli augusti september oktober november december tack hej bra okej precis behöver tror tycker får går
    gör ger tar kommer vet ser säga sätt något någon några allt alla andra annan samma stund tid tiden minut minuter procent euro kronor herr
    fru möte mötet förmiddag eftermiddag kväll hälften mitten först sen sedan kanske alltid igen mer mest olika hela själv lite väl ju bli blir
    blev finns fanns varje vilken vilket dem deras sina sådan sådana sig`),
}

const ENGLISH: Grammar = {
  language: 'en',
  opens: set(`the a an this these those our your my his her their its of in for with about from on at per no some any each every more most several many few two three four five six seven eight nine ten`),
  links: set('of for'),
  articles: set('the a an our'),
  headFirst: false, capitals: false, stops: isStopWord, and: ' and ',
}
const ABROAD: readonly Grammar[] = [
  {
    language: 'de', opens: set('der die das den dem des ein eine einen einem einer eines unser unsere unseren unserem unserer im am zum zur vom beim kein keine keinen mit für von ohne über'),
    links: set('für von der des zum zur vom'), articles: set('der die das den dem des'), headFirst: false, capitals: true, stops: stopsIn('de'), and: ' und ',
  },
  {
    language: 'fr', opens: set('le la les un une des du au aux notre nos votre vos leur leurs ce cette ces son sa ses mon ma mes de pour sur en avec sans'),
    links: set('de du des pour à au aux en'), articles: set('le la les un une notre nos'), headFirst: true, capitals: false, stops: stopsIn('fr'), and: ' et ',
  },
  {
    language: 'es', opens: set('el la los las un una unos unas del al nuestro nuestra nuestros nuestras su sus este esta estos estas de para con sin sobre en'),
    links: set('de del para al'), articles: set('el la los las un una nuestro nuestra'), headFirst: true, capitals: false, stops: stopsIn('es'), and: ' y ',
  },
  {
    language: 'sv', opens: set('den det de en ett vår vårt våra min mitt mina er ert era med för på av om till utan från'),
    links: set('för av till på i'), articles: set('den det de en ett'), headFirst: false, capitals: false, stops: stopsIn('sv'), and: ' och ',
  },
]
/** No language of ours: what is said often is all there is to go by. */
const OTHER: Grammar = {
  language: 'other', opens: set(''), links: set(''), articles: set(''), headFirst: false, capitals: false,
  stops: (key) => isStopWord(key) || isFunctionWord(key), and: ', ',
}

function stopsIn(language: 'de' | 'fr' | 'es' | 'sv'): (key: string) => boolean {
  return (key) => isFunctionWord(key, language) || DULL[language].has(key)
}

/** Words looked at to tell the language, and the share of function words from which on it is believed. */
const SAMPLE = 3000
const ENOUGH = 0.2

/** The language most of the small words are of. */
export function grammarOf(lines: readonly { readonly tokens: readonly Word[] }[], english: boolean): Grammar {
  if (english) return ENGLISH
  const keys: string[] = []
  for (const { tokens } of lines) {
    if (keys.length >= SAMPLE) break
    for (let at = 0; at < tokens.length; at++) keys.push(tokens[at]?.key ?? '')
  }
  const counts = ABROAD.map(({ language }) => keys.filter((key) => isFunctionWord(key, language)).length)
  const best = counts.indexOf(Math.max(...counts))
  return (counts[best] ?? 0) >= ENOUGH * keys.length ? (ABROAD[best] ?? OTHER) : OTHER
}

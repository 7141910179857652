import { isFunctionWord } from '../names/function-words.ts'
import { townBehind } from '../names/towns.ts'
import type { Candidate, Language, Recogniser } from '../recogniser.ts'
import { withoutEnd } from '../ends.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { hasWordList, isCommonIn } from '../names/words-by-language.ts'
import { wordsOf } from '../words.ts'
import type { View } from '../views.ts'
import { MEASURED } from './secrets.ts'
import { matchesOf } from '../matches.ts'

/**
 * Postal addresses of English-, German-, French-, Spanish- and Swedish-speaking countries: a street with its number, and
 * what follows it up to postcode and town; a postcode that looks like nothing else counts alone. Every pattern starts at
 * a number or a street word and repeats a bounded number of words.
 */
const NAME = "(?:\\d{1,3}(?:st|nd|rd|th)|[\\p{L}\\d][\\p{L}\\p{M}'’.-]{0,24})"
const TOWN = "(?:St\\. )?\\p{L}[\\p{L}\\p{M}'’-]{1,24}(?:[ -]\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}){0,3}"
const UK_POSTCODE = '(?:GIR ?0AA|[AC-FHKNPRTV-Y]\\d[\\dW] ?[\\dAC-FHKNPRTV-Y]{4}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})'
const CA_POSTCODE = '[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d'
const US_STATE =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ACT|NSW|NT|QLD|SA|TAS|VIC|ON|QC|BC|AB|MB|SK|NS|NB'

const ENGLISH_STREET =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|way|place|pl|square|sq|boulevard|blvd|terrace|crescent|gardens|grove|hill|row|walk|mews|parade|highway|hwy|parkway|pkwy|circle|cir|trail|green|quay|wharf|rise|view|alley|loop|plaza|bend|hollow|ridge|croft|meadows?|vale|crossing|esplanade|wynd|chase|mount|heights|landing|manor|brae|dell|yard|cottages|villas|passage|estate|fold|orchard|maltings|arcade|precinct'
const ENGLISH_STREETS = wordsOf(`${ENGLISH_STREET}|rural|county|highway|route`)
const UNIT = '(?:suite|ste|apt|apartment|flat|unit|floor|room|building|#)\\.?[ ]?[\\dA-Za-z-]{1,6}'

const ENGLISH = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(?:${UNIT},? )?\\d{1,6}[A-Za-z]?,? (?:rural route \\d{1,3}|(?:county road|highway|route) \\d{1,4}|(?:${NAME} ){1,4}?(?:${ENGLISH_STREET})(?: (?:blvd|boulevard|road|rd|street|st|drive|dr|lane|ln|avenue|ave|court|ct|way|close))?)\\b\\.?(?: (?:north|south|east|west|[NSEW]|NE|NW|SE|SW)\\b)?(?:,? ${UNIT})?` +
  `(?:[,\\n]? {0,2}(?:${TOWN}(?:, \\p{L}{3,14}(?: \\p{L}{3,14})?)?)?(?:[, ]{1,2}(?:${US_STATE}))?,? {0,2}(?:\\b\\d{5}(?:-\\d{4})?\\b|\\b${UK_POSTCODE}\\b|\\b${CA_POSTCODE}\\b|(?:(?:${US_STATE}) )\\d{4}\\b))?`, 'giu')
/** "1600 Pine, Philadelphia PA 19103": no word for a street, but a state and its code. */
const AMERICAN = new RegExp(
  `(?<![\\p{L}\\d.,:/-])\\d{1,5} (?:[NSEW]\\.? )?(?:\\p{Lu}[\\p{L}'’]{1,20} ){0,2}\\p{Lu}[\\p{L}'’]{1,20},? ${TOWN},? (?:${US_STATE}) \\d{5}(?:-\\d{4})?(?!\\d)`, 'gu')
/** "The Old Rectory, Church Lane, Lower Swell, GL54 1LF", "Hill Top Farm, Nether Silton, YO7 2JZ": houses with a name instead of a number. */
const HOUSES = '(?:Cottage|Farm|Farmhouse|Rectory|Vicarage|Lodge|House|Barn|Mill|Manor|Grange|Forge|Maltings|Croft|Villa|Bungalow|Stables)'
const CAPITALS = "(?:\\p{Lu}[\\p{L}'’]{1,20}[ -]){0,3}"
const STREETS = ENGLISH_STREET.split('|').filter((word) => word.length > 3).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|')
const NAMED_HOUSE = new RegExp(
  `(?<![\\p{L}\\d-])(?:The )?${CAPITALS}${HOUSES}(?:, ${CAPITALS}(?:${STREETS})(?!\\p{L})` +
  `(?:, ${CAPITALS}\\p{Lu}\\p{Ll}[\\p{L}'’]{0,20}){0,2}(?:,? ${UK_POSTCODE}(?!\\p{L}|\\d))?|(?:, ${CAPITALS}\\p{Lu}\\p{Ll}[\\p{L}'’]{0,20}){1,2},? ${UK_POSTCODE}(?!\\p{L}|\\d))`, 'gu')
const HOUSE_PART = new RegExp(`${HOUSES}, \\p{Lu}`, 'u')
const FRENCH = new RegExp(
  `(?<![\\p{L}\\d.,:/-])\\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? (?:rue|avenue|av\\.?|boulevard|bd\\.?|place(?!s)|all[ée]e|chemin|impasse|quai|cours|route|passage(?!s)|square|sentier|villa|faubourg|chauss[ée]e|mont[ée]e|esplanade|promenade|ruelle|voie)(?: (?:de la|de l['’]|des|du|de|d['’]|le|la|les)){0,2} ?${NAME}` +
  `(?:(?: ${NAME}){0,3}?,? \\d{5}(?: ${TOWN})?|(?: ${NAME}){0,2}?(?=[,.;\\n]|$)|)`, 'giu')
const SPANISH = new RegExp(
  `(?<![\\p{L}\\d])(?:calle|c\\/|avenida|avda\\.?|av\\.|plaza|pza\\.?|paseo|camino|carrera|traves[íi]a|glorieta|carretera|ronda(?= del? )|gran v[íi]a|rambla|carrer|pasaje|urbanizaci[óo]n)(?!s(?!\\p{L}))(?: (?:de las|de los|de la|del|de|la|el|los))? ?${NAME}(?: ${NAME}){0,3}?,? (?:n[úu]mero |n\\.?[º.o] ?)?(?:\\d{6,9}\\b(?: \\p{L}[\\p{L}-]{2,24})?|\\d{1,4}\\b)(?:,? ?\\d{1,2}\\.?[ºª°](?: ?(?:izqda|izq|dcha|dch|ctro|[A-Z])(?![\\p{L}\\d])\\.?)?)?(?:,? (?:primero|segundo|tercero|cuarto|quinto|sexto|séptimo|octavo|bajo|ático|entresuelo|principal)(?:,? (?:izquierda|derecha|centro|exterior|interior|[a-h])(?!\\p{L}))?)?(?:,? ?[A-H]?\\d{5}(?:[A-Z](?!\\p{L})|\\b)(?: ${TOWN})?)?`, 'giu')
const GERMAN_END = /(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|ufer|damm|chaussee|steig|stieg|markt|hof|berg|kamp|garten|graben|wiesen?|heide|hain|zeile|(?<!hinter|vorder|unter|ab|beweg)grund|siedlung|promenade|twiete|stiege|rain)$/
const SWEDISH_END = /(?:gatan?|vägen?|gränd(?:en)?|torget|stigen?|allén?|backen?|plan|leden|kajen|esplanaden|promenaden|strand|hamnen|torg|tie|katu|veien|vej|gade)$/
// Said aloud, house number and postcode run together: six to nine digits.
const HOUSE_NUMBER = /^,? (?:nummer |nr\.? )?(?:\d{1,4}[A-H]\d{5}(?: \p{L}[\p{L}-]{2,24})?|\d{1,4}(?:\/\d{1,4}){0,2}(?: ?[a-hA-H](?![\p{L}\d]))?(?:,? lgh \d{3,4})?|\d{6,9}(?: \p{L}[\p{L}-]{2,24})?)(?!\d)/u
const GERMAN_TAIL = new RegExp(`^(?:[,\\n] ?| in | )(?:D-|A-|CH-)?\\d{4,5}(?!\\d)(?: ${TOWN})?`, 'iu')
const SWEDISH_TAIL = new RegExp(`^(?:[,\\n] ?| )(?:SE-|S-)?(?:\\d{3} ?\\d{2}|\\d{2} \\d{3})(?!\\d)(?: ${TOWN})?`, 'iu')
const POSTCODE = new RegExp(`(?<![\\p{L}\\d-])(?:${UK_POSTCODE}|${CA_POSTCODE})(?![\\p{L}\\d])`, 'gu')

export const addressRecogniser: Recogniser = {
  name: 'address',
  needsDigit: true,
  usesSmallNumbers: (isSaid, lang) => lang !== 'en' || isSaid(ENGLISH_STREETS),
  *find(view, { lang }) {
    for (const candidate of streetsIn(view, lang)) {
      const behind = view.text.slice(candidate.end, candidate.end + 64)
      // "Mobile: 07700 …" on the next line is what a form asks, and no town.
      const town = candidate.cue === 'street form' && !/^\n[^\n:]{2,24}:/.test(behind) ? townBehind(behind, lang) : 0
      const end = candidate.end + (town > 0 || candidate.cue !== 'street form' ? town : smallTownBehind(view, candidate))
      yield { ...candidate, end }
    }
  },
}

/** "We live at 9 Cobblers Yard, Whitby.": where somebody says where they live, what ends the clause is the town, however small. */
function smallTownBehind(view: View, { start, end }: Candidate): number {
  if (!LIVES.test(view.lower.slice(Math.max(0, start - 40), start))) return 0
  return SMALL_TOWN.exec(view.text.slice(end, end + 64))?.[0].length ?? 0
}
const LIVES = /(?<!\p{L})(?:liv(?:e|es|ed|ing)|address|deliver\p{L}*|moving|moved|ship|wohn\p{L}*|anschrift|adresse|liefer\p{L}*|habit\p{L}*|livr\p{L}*|viv\p{L}*|direcci[óo]n|bor|adress\p{L}*)(?!\p{L})/u
const SMALL_TOWN = /^, \p{Lu}[\p{L}'’-]{2,20}(?: \p{Lu}[\p{L}'’-]{2,20})?(?=[.,;!?\n]|$)/u

function* streetsIn(view: View, lang: Language): Generator<Candidate> {
  if (lang === 'en' || lang === 'other') {
    for (const candidate of view.mentions(ENGLISH_STREETS) ? byPattern(view, ENGLISH, lang) : []) {
      const text = view.text.slice(candidate.start, candidate.end)
      if (!isSentence(text) && !MEASURED.test(text.replace(/^\d+/, ''))) yield candidate
    }
    yield* byPattern(view, AMERICAN, lang)
    for (const candidate of HOUSE_PART.test(view.text) ? byPattern(view, NAMED_HOUSE, lang) : []) yield candidate
    for (const { index, 0: code } of matchesOf(view.text, POSTCODE)) {
      yield { start: index, end: index + code.length, type: 'ADDRESS', score: 0.7, cue: 'postcode' }
    }
  }
  if (lang === 'fr' || lang === 'other') yield* byPattern(view, FRENCH, lang)
  if (lang === 'es' || lang === 'other') yield* byPattern(view, SPANISH, lang)
  if (lang === 'de' || lang === 'other') {
    yield* byStreetWord(view, GERMAN_END, GERMAN_TAIL, lang)
    yield* byPattern(view, GERMAN_PLACED, lang)
  }
  if (lang === 'sv' || lang === 'other') yield* byStreetWord(view, SWEDISH_END, SWEDISH_TAIL, lang)
}

/** "… 04109 Leipzig angegeben": where towns have capitals, what has none behind the last goes on with the sentence; else what is a word. */
function withoutSentence(text: string, lang: string): string {
  if (/\p{Lu}[\p{L}’']/u.test(text)) return text.replace(/(?<=[\p{L}\d])(?: \p{Ll}{2,24}){1,4}$/u, '')
  let kept = text
  const digit = lastDigit(text)
  if (lang === 'en' || !/^\d{4} /.test(text.slice(Math.max(0, digit - 3), digit + 2))) return text
  for (let word = LAST_WORD.exec(kept); word !== null && isMere(word[1] ?? '', lang); word = LAST_WORD.exec(kept)) kept = kept.slice(0, word.index)
  return kept
}

function lastDigit(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !/\d/.test(text.charAt(at))) at--
  return at
}

const LAST_WORD = / (\p{L}{1,24})$/u
const isMere = (word: string, lang: string): boolean => isFunctionWord(word) || (hasWordList(lang) ? isCommonIn(word, lang) : isEnglishWord(word))

const PAUSE = /[\s,.;]/

function* byPattern(view: View, pattern: RegExp, lang: string): Generator<Candidate> {
  for (const match of matchesOf(view.text, pattern)) {
    const text = withoutSentence(withoutEnd(match[0], PAUSE), lang)
    yield { start: match.index, end: match.index + text.length, type: 'ADDRESS', score: 0.85, cue: 'street form' }
  }
}

/** "am Markt 3": in lower case the preposition alone tells that the street word is a street's name. */
const AT = new Set(['am', 'im', 'beim'])

/** "four homes had to close", "30 in the arctic circle": words that hold a sentence together stand in no street's name. */
const isSentence = (text: string): boolean =>
  /\p{L}/u.test(text) &&
  (nameOf(text).split(/[,\n]|\d{3}/, 1)[0] ?? '').toLowerCase().split(/\s+/).some((word) => isFunctionWord(word) && !STREET_PARTS.has(word))
/** Of "31400 as a friend's place", what stands between a long number and the word for a street. */
const nameOf = (text: string): string => text.replace(/^(?:\d{3,6} |\d{1,6}, )([^\n]*)/, (_, rest: string) => rest.split(STREET_WORD, 1)[0] ?? '')
const STREET_WORD = new RegExp(`(?<!\\p{L})(?:${ENGLISH_STREET}|route)(?!\\p{L})`, 'iu')
const STREET_PARTS = new Set(['the', 'of', 'st', 'la', 'le', 'de', 'los', 'las', 'el', 'del', 'san', 'a', 'der', 'den'])

/** "Hinterm Deich 57", "An der alten Mühle 3": streets that say where they are, by what they lie at. */
const GERMAN_PLACED = new RegExp(
  '(?<![\\p{L}\\d])(?:am|im|an der|an den|auf der|auf dem|in der|in den|hinter der|hinter dem|hinterm|unter den|unterm|zum|zur|beim|vor dem|vorm) ' +
  '(?:(?:alte|neue|groß|klein|ober|unter)\\p{L}{1,3} )?\\p{L}{0,20}(?:deich|mühlen?|bach|wald|see|kirche|kirchhof|friedhof|bahnhof|brunnen|schloss|park|hang|feld|' +
  'anger|tor|linden|eichen|buchen|höfen?|wiesen?|hügel|teich|moor|kanal|hafen|turm|weiher|busch|holz|winkel) \\d{1,3}(?: ?[a-h])?(?![\\p{L}\\d]|[.,:]\\d)', 'giu')

/** "Norra Strandgatan 11": of several streets of a name. */
const SIDES = new Set('norra södra östra västra stora lilla gamla nya övre nedre alte neue obere untere kleine große hintere vordere innere äußere'.split(' '))

/** "Bgm.-Schmidt-Ring": back to the blank, as far as a name may be long. */
const startOfHyphened = (text: string, at: number): number => at - (/[\p{L}.-]{0,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0)

/** German and Swedish streets end in what they are: "Lindenweg 3", "Alte Gasse 12", "Kungsgatan 4 B". */
function* byStreetWord(view: View, ending: RegExp, tail: RegExp, lang: string): Generator<Candidate> {
  const { words } = view
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined || !ending.test(word.lower)) continue
    const dot = view.text.charAt(word.end) === '.' && word.lower.endsWith('str') ? 1 : 0
    const number = HOUSE_NUMBER.exec(view.text.slice(word.end + dot, word.end + dot + 40))
    if (number === null) continue
    const before = words[at - 1]
    // "Lange Straße 5": a street word on its own takes its adjective along.
    const isHyphened = before?.end === word.start - 1 && view.text.charAt(before.end) === '-'
    const isBare = !isHyphened && ending.exec(word.lower)?.index === 0
    const isItsName = isBare && !/^(?:adresse|anschrift|lieferadresse|adress)$/.test(before?.lower ?? '') && (/^(?:\p{Lu}|\p{Ll}{4,}er$)/u.test(before?.text ?? '') || AT.has(before?.lower ?? ''))
    const takesBefore = before?.end === word.start - 1 && (SIDES.has(before.lower) || isItsName)
    const start = isHyphened ? startOfHyphened(view.text, before.start) : takesBefore ? before.start : word.start
    if (isBare && start === word.start) continue
    const numberEnd = word.end + dot + number[0].length
    const rest = tail.exec(view.text.slice(numberEnd, numberEnd + 60))
    const whole = withoutSentence(withoutEnd(view.text.slice(start, numberEnd + (rest?.[0].length ?? 0)), PAUSE), lang)
    yield { start, end: Math.max(numberEnd, start + whole.length), type: 'ADDRESS', score: 0.85, cue: 'street form' }
  }
}

import { isTokenAt } from '../../domain/token.ts'
import { backwards } from '../ends.ts'
import { withoutElision } from '../names/elision.ts'
import { isWordToo, placeKind, placeMatcher, type PlaceKind } from '../names/gazetteer.ts'
import { hasTellingCapital, type NameHit } from '../names/matcher.ts'
import { isAnybody, isMadeOfWords, isNoName, isOrdinary, isSomebody } from '../names/plain-words.ts'
import type { Candidate, Language, Recogniser } from '../recogniser.ts'
import { withWords, type View, type Word } from '../views.ts'

/**
 * Countries, their parts and towns; only where a person asked for them to be hidden. A name that means nothing else is believed on
 * sight where it is known well enough; one that is a word ("Reading", "Essen"), somebody's name, or a small town needs a place where
 * only places stand. What no list has needs somebody who lives there.
 */
export const placeRecogniser: Recogniser = {
  name: 'place',
  *find(given, { lang }) {
    const view = lang === 'fr' ? withWords(given, withoutElision(given.words)) : given
    const hits = [...placeMatcher().find(view)].filter((hit) => hit.end - hit.start > 2 && !isGlued(view, hit))
    let last: NameHit | undefined
    for (const [at, hit] of hits.entries()) {
      const { start, end } = withoutGenitive(view, hit)
      const found = judged(view, hit, { hits, at, lang }) ?? listedWith(view, last, hit)
      if (found === null) continue
      last = hit
      yield { start, end, type: 'LOCATION', ...found }
    }
    yield* livedIn(view, lang)
  },
}

type Judgement = Pick<Candidate, 'score' | 'cue'> | null

/** Characters before a name in which its cue stands. */
const REACH = 44

function judged(view: View, hit: NameHit, { hits, at, lang }: { hits: readonly NameHit[]; at: number; lang: Language }): Judgement {
  const { start, end, form } = hit
  const name = form.words.join(' ')
  const kind = placeKind(name) ?? placeKind(name.slice(0, -1)) ?? 'town'
  const surface = view.text.slice(start, end)
  const hasCapital = /^\p{Lu}/u.test(surface)
  const before = view.lower.slice(Math.max(0, start - REACH), start)
  const after = view.text.slice(end, end + 24)
  const isWord = isWordToo(name, kind, lang)
  const isPerson = form.words.length === 1 && (PEOPLE_TOO.has(name) || (kind !== 'country' && isSomebody(name, lang) && !NOBODY.has(name)))
  const cues = CUES[lang] ?? CUES['en']
  const isLived = cues.lived.test(before) || (cues.behind.test(after) && cues.to.test(before))
  const isIn = cues.in.test(before)
  const isThere = isIn || cues.to.test(before)
  const sure = (cue: string, score = 0.75): Judgement => ({ score, cue })

  if (form.words.length === 1 && isNoName(name)) return null
  if (ALL_CAPITALS.has(name)) return surface === surface.toUpperCase() || name !== 'us' ? sure('gazetteer') : null
  if (isLived && (hasCapital || !isWord || kind !== 'town' || cues.home.test(before))) return sure('word before', 0.8)
  if ((hasCapital || kind === 'country') && isBesideOther(view, hits, at)) return sure('gazetteer')
  if (cues.site.test(after) && cues.theBefore.test(before) && (hasCapital || !isWord)) return sure('word behind')
  if (kind === 'town') return hasCapital && isThere && !(isPerson && !isIn) && (!isWord || endsThere(after)) ? sure('word before', 0.7) : null
  const isCountry = kind === 'country' && hasCapital && (lang === 'de' || hasTellingCapital(view, { start, hasCapital }))
  if ((!isWord || isCountry) && !isPerson) return isNamesake(view, hit, kind, lang) ? null : sure('gazetteer')
  if (hasCapital) return isThere && (!isWord || lang !== 'de' || endsThere(after)) && !(isPerson && !isIn) ? sure('word before', 0.7) : null
  return kind === 'country' && isIn && (!isWord || endsThere(after)) ? sure('word before', 0.7) : null
}

/** Countries and cities that people at work are called after. */
const PEOPLE_TOO = new Set((
  'jordan chad georgia israel kenya milan austin florence sydney dallas savannah madison lincoln jackson phoenix adelaide carolina charlotte chelsea brooklyn kingston orlando victoria ' +
  'florencia valencia sofia alba').split(' '))
/** Cities that a list of first names has, and hardly anybody bears. */
const NOBODY = new Set('roma milano florenz venise venecia venezia athen vienne kairo bagdad jerusalén alger argel havanna genève danzig sevilla provence alsace andalucía aragón'.split(' '))
const ALL_CAPITALS = new Set(['uk', 'usa', 'uae'])

/** "Paris Hilton", "Jack London": part of somebody's name. In lower case, only of what is no country. */
function isNamesake(view: View, { start, end }: NameHit, kind: PlaceKind, lang: Language): boolean {
  if (kind === 'country' || kind === 'region') return false
  const before = /(\p{Lu}\p{Ll}{1,24}) $/u.exec(view.text.slice(Math.max(0, start - 26), start))?.[1]?.toLowerCase()
  const behind = /^ (\p{Lu}\p{Ll}{1,24})/u.exec(view.text.slice(end, end + 26))?.[1]?.toLowerCase()
  if (before !== undefined && isSomebody(before, lang) && !isNoName(before)) return true
  return behind !== undefined && isAnybody(behind, lang) && !isOrdinary(behind, lang)
}

/** "Nice, France", "Berlin und Essen": the other is known to be one. */
function isBesideOther(view: View, hits: readonly NameHit[], at: number): boolean {
  const [before, hit, behind] = [hits[at - 1], hits[at], hits[at + 1]]
  if (hit === undefined) return false
  const isSure = (other: NameHit): boolean => {
    const name = other.form.words.join(' ')
    const kind = placeKind(name)
    if (kind === undefined || kind === 'town' || isWordToo(name, kind, 'en')) return false
    return kind === 'country' || (/^\p{Lu}/u.test(view.text.charAt(other.start)) && !isSomebody(name, 'en'))
  }
  const joined = (from: NameHit, to: NameHit, join: RegExp): boolean => to.start - from.end < 8 && join.test(view.text.slice(from.end, to.start))
  return (behind !== undefined && isSure(behind) && joined(hit, behind, AND)) || (before !== undefined && isSure(before) && joined(before, hit, AND))
}

/** "in Reading, Bath or Nice": one of a row of which one is a place. */
const listedWith = (view: View, last: NameHit | undefined, hit: NameHit): Judgement =>
  last !== undefined && hit.start - last.end < 8 && AND.test(view.text.slice(last.end, hit.start)) && /^\p{Lu}/u.test(view.text.charAt(hit.start))
    ? { score: 0.7, cue: 'word before' }
    : null
const AND = /^(?:, ?| and | und | et | y | e | och | to | or | oder | ou | nach | – | - )$/

/** Part of an address, a path or a handle. */
const isGlued = (view: View, { start, end }: NameHit): boolean =>
  /[@/._[]/.test(view.text.charAt(start - 1)) || /^(?:[@/_]|\.\p{L})/u.test(view.text.slice(end, end + 2)) || isTokenAt(view.text, start - 1)

/** "Sveriges" is Sverige's: the end stays where it is. */
function withoutGenitive(view: View, { start, end }: NameHit): { start: number; end: number } {
  const name = view.lower.slice(start, end)
  return placeKind(name) === undefined && name.endsWith('s') && placeKind(name.slice(0, -1)) !== undefined ? { start, end: end - 1 } : { start, end }
}

/** Behind a word that is a place only here nothing stands that the word could belong to ("in Reading we", not "in Mobile view"). */
const endsThere = (after: string): boolean => ENDS_THERE.test(after)
const ENDS_THERE =
  /^(?:['’]s)?(?:[.,;:!?)\n–]|$| (?:and|or|but|to|from|on|at|for|with|by|in|is|was|has|had|will|we|i|they|he|she|next|last|this|since|until|who|where|und|oder|aber|am|um|zu|mit|von|bis|ist|war|hat|wird|wir|ich|sie|er|et|ou|mais|pour|avec|le|la|les|est|nous|il|elle|on|y|o|pero|con|para|el|es|está|se|och|eller|men|för|med|på|är|var|har|vi|jag|det)(?![\p{L}]))/iu

/**
 * What no list has: somebody lives, comes from or goes there, which nobody does with a word. With a capital, or where no dictionary has it.
 */
function* livedIn(view: View, lang: Language): Generator<Candidate> {
  const cues = CUES[lang] ?? CUES['en']
  for (const [at, word] of view.words.entries()) {
    const before = view.lower.slice(Math.max(0, word.start - REACH), word.start)
    if (!ENDS_IN_PLACE_WORD.test(before) || !cues.home.test(before) || !mayBePlace(view, word, lang) || isTokenAt(view.text, word.start - 1)) continue
    let last = word
    const hasCapital = /^\p{Lu}/u.test(word.text)
    for (const next of hasCapital ? view.words.slice(at + 1, at + 4) : []) {
      if (!/^[ -]$/.test(view.text.slice(last.end, next.start)) || !/^\p{Lu}/u.test(next.text) || isNoName(next.lower)) break
      last = next
    }
    yield { start: word.start, end: last.end, type: 'LOCATION', score: 0.7, cue: 'word before' }
  }
}

/** Cheaper than to look for every cue before every word. */
const ENDS_IN_PLACE_WORD = /(?:in|to|from|near|nach|aus|bei|à|de|vers|en|a|desde|hacia|cerca de|i|till|från|utanför) $/

function mayBePlace(view: View, { text, lower, start, hasCapital }: Word, lang: Language): boolean {
  if (lower.length < 4 || !/^\p{L}[\p{L}\p{M}'’]+$/u.test(text) || isNoName(lower) || isSomebody(lower, lang)) return false
  if (!hasCapital) return !isMadeOfWords(lower, lang) && view.text.charAt(start - 1) === ' '
  return !isMadeOfWords(lower, lang) || (lang !== 'de' && hasTellingCapital(view, { start, hasCapital }) && !isOrdinary(lower, lang))
}

interface Cues {
  /** What only places follow, straight before. */
  readonly in: { test(text: string): boolean }
  /** What places follow, and others. */
  readonly to: { test(text: string): boolean }
  /** Somebody lives, goes or has an office there. */
  readonly lived: { test(text: string): boolean }
  /** The same where no list has to have it. */
  readonly home: { test(text: string): boolean }
  /** A verb of going behind ("nach Essen fahren"). */
  readonly behind: RegExp
  /** What stands somewhere, behind the name ("the Reading office"). */
  readonly site: RegExp
  readonly theBefore: { test(text: string): boolean }
}

const NEVER = /(?!)/
const ending = (...patterns: string[]): { test(text: string): boolean } => backwards(new RegExp(`(?:^|[^\\p{L}])(?:${patterns.join('|')}) $`, 'u'))

const CUES: Readonly<Record<Language, Cues>> & { readonly en: Cues } = {
  en: {
    in: ending('in', 'across', 'throughout'),
    to: ending('in', 'to', 'from', 'near', 'around', 'outside', 'via', 'across', 'leaving'),
    lived: ending(
      '(?:lives?|lived|living|based|located|born|raised|resid(?:es|ed|ing)|grew up|settled|stationed|headquartered) (?:in|near|outside|around)',
      '(?:mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|fly|flies|flew|flying|flights?|driv(?:e|es|ing)|drove|travell?(?:s|ed|ing)?|trips?|trains?|headed|heading|commut(?:e|es|ed|ing)|emigrated) (?:to|from|via)',
      '(?:offices?|branch|plant|factory|warehouse|headquarters|hq|subsidiary|hotel|flat|apartment|house|airport|conference|site|customers|clients) (?:in|near|outside)',
    ),
    home: ending(
      '(?:lives?|lived|living|based|located|born|raised|grew up|headquartered) (?:in|near|outside)',
      '(?:mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|fly|flies|flew|flying|commut(?:e|es|ed|ing)) (?:to|from)',
      '(?:offices?|branch|plant|factory|warehouse|headquarters|flat|house) (?:in|near)',
    ),
    behind: NEVER,
    site: /^(?:['’]s)? (?:office|branch|site|plant|factory|warehouse|airport|depot|showroom|headquarters|hq|campus|subsidiary|store|hub)(?!\p{L})/iu,
    theBefore: ending('the', 'our', 'your', 'their', 'my', 'a', 'in', 'at', 'from', 'to', 'for', 'with', 'new'),
  },
  de: {
    in: ending('in', 'nach'),
    to: ending('in', 'nach', 'aus', 'bei', 'von', 'ab', 'über'),
    lived: ending(
      '(?:wohn(?:t|e|en|ten|te|st|haft)|leb(?:t|e|en|te|st)|arbeite[tn]|geboren|aufgewachsen|ansässig|sitz(?:t|en)?|niederlassung|standort|werk|büro|filiale|lager|hotel|wohnung|haus|messe|kunden) (?:in|bei)',
      '(?:zieh(?:t|e|en)|gezogen|flieg(?:t|e|en)|flog|fähr(?:t|st)|fahre|fahren|fuhr|reis(?:t|e|en)|zug|flug|pendel(?:t|n)) (?:nach|von|aus)',
      '(?:komm(?:t|e|en)|stamm(?:t|e|en)) aus',
    ),
    home: ending('(?:wohn(?:t|e|en|te|haft)|leb(?:t|e|en|te)|geboren|aufgewachsen|ansässig|niederlassung|standort|werk|büro|filiale) in', '(?:zieh(?:t|e|en)|flieg(?:t|e|en)|fährt|fahre|fahren|reis(?:t|e|en)|zug|flug) nach', '(?:komm(?:t|e|en)|stamm(?:t|e|en)) aus'),
    behind: /^ (?:fahren|fährt|gefahren|fliegen|fliegt|geflogen|ziehen|zieht|gezogen|umziehen|reisen|reist|wohnen|wohnt|gewohnt|leben|lebt|pendeln|pendelt|kommen|kommt|arbeiten|arbeitet)(?!\p{L})/iu,
    site: /^(?:-(?:büro|niederlassung|standort|werk|filiale))(?!\p{L})/iu,
    theBefore: ending('das', 'dem', 'die', 'der', 'den', 'im', 'am', 'vom', 'ins', 'unser', 'unsere', 'unserem', 'in'),
  },
  fr: {
    in: ending('en', 'au', 'aux'),
    to: ending('à', 'en', 'au', 'aux', 'de', 'vers', 'depuis', 'près de'),
    lived: ending(
      '(?:habit(?:e|es|ent|ait|er|ons|é)|vi(?:t|vent|vait|vre)|née?s?|basée?s?|installée?s?|située?s?|bureaux?|agence|usine|siège|entrepôt|site|filiale|hôtel|clients|appartement|maison|loge) (?:à|en|au|aux|de|près de)',
      '(?:all(?:er|ons|ez)|vais|va|vont|part(?:ir|s|ent)?|déménag(?:e|er|é|ent)|vol|train|retourn(?:e|er|é)|voyage|rend) (?:à|en|au|aux|vers|pour|de)',
      '(?:vien(?:t|s|nent)|arriv(?:e|ent|é)) (?:de|à)',
    ),
    home: ending('(?:habit(?:e|es|ent|ait|er|ons|é)|née?s?|basée?s?|installée?s?|située?s?|bureaux?|agence|usine|entrepôt) (?:à|près de)', 'déménag(?:e|er|é|ent) (?:à|vers)'),
    behind: NEVER,
    site: NEVER,
    theBefore: NEVER,
  },
  es: {
    in: ending('en'),
    to: ending('en', 'a', 'de', 'desde', 'hacia', 'hasta', 'cerca de'),
    lived: ending(
      '(?:viv(?:e|en|o|imos|ía|ir|ió)|reside|residen|nacid[oa]|nació|basad[oa]s?|ubicad[oa]|oficinas?|sede|planta|fábrica|sucursal|almacén|hotel|piso|casa|clientes|delegación|trabaj(?:a|o|an)) (?:en|de|cerca de)',
      '(?:viaj(?:a|o|an|ar|amos|ó)|vuel(?:o|a)|volar|voy|vamos|mud(?:a|ó|ado|arse|amos)|traslad(?:a|ó|ado|arse)|tren) (?:a|de|desde|hacia)',
      '(?:vien(?:e|en)|soy|proced(?:e|en)) de',
    ),
    home: ending('(?:viv(?:e|en|o|imos|ía|ir|ió)|reside|nacid[oa]|nació|basad[oa]s?|oficinas?|sede|planta|fábrica|sucursal|almacén) en', '(?:mud(?:a|ó|ado|arse)|traslad(?:a|ó|ado|arse)) a'),
    behind: NEVER,
    site: NEVER,
    theBefore: NEVER,
  },
  sv: {
    in: ending('i'),
    to: ending('i', 'till', 'från', 'vid', 'utanför', 'nära', 'via'),
    lived: ending(
      '(?:bor|bodde|bo|bott|bosatt|född|uppvuxen|uppväxt|jobbar|arbetar|kontor(?:et)?|fabrik(?:en)?|lager|lagret|hotell|lägenhet|hus|kunder|filial|sitter) (?:i|utanför|nära|vid)',
      '(?:flytta(?:r|de|t)?|reser|resa|reste|åker|åka|åkte|flyger|flyga|flög|kör|tåget|flyget|pendlar) (?:till|från|via)',
      '(?:kommer) från',
    ),
    home: ending('(?:bor|bodde|bo|bott|bosatt|född|uppvuxen|kontor(?:et)?|fabrik(?:en)?) (?:i|utanför)', 'flytta(?:r|de|t)? (?:till|från)', 'kommer från'),
    behind: NEVER,
    site: /^-?(?:kontoret|fabriken|filialen)(?!\p{L})/iu,
    theBefore: ending('på', 'till', 'från', 'vårt', 'vid', 'i'),
  },
  other: {
    in: ending('in', 'en', 'i'),
    to: ending('in'),
    lived: NEVER,
    home: NEVER,
    behind: NEVER,
    site: NEVER,
    theBefore: NEVER,
  },
}

import { isEverydayWord, isGivenName } from '../names/everyday.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { isCommonIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/**
 * Addresses of no known form, by what stands around them: behind "my address is", up to the last number and its town; and
 * before a postcode with its town, back over all that is written as an address is.
 */
export const addressContextRecogniser: Recogniser = {
  name: 'address-context',
  needsDigit: true,
  usesSmallNumbers: (isSaid) => isSaid(STEMS) || isSaid(CODES) || isSaid(BOXES),
  *find(view, context) {
    if (view.mentions(STEMS)) {
      for (const match of matchesOf(view.text, ANNOUNCED)) {
        const found = addressFrom(view, match.index + match[0].length, context)
        if (found !== null) yield found
      }
    }
    for (const match of view.mentions(CODES) ? matchesOf(view.text, CODE_ALONE) : []) {
      const code = match[1] ?? ''
      const start = match.index + match[0].length - code.length
      yield { start, end: start + code.length, type: 'ADDRESS', score: 0.8, cue: 'trigger word' }
    }
    for (const match of view.mentions(BOXES) ? matchesOf(view.text, BOX) : []) {
      yield { start: match.index, end: match.index + match[0].length, type: 'ADDRESS', score: 0.85, cue: 'post box' }
    }
    if (!/\d(?:[A-Z][A-Z\d]|\d \p{Lu})/u.test(view.text)) return
    for (const match of matchesOf(view.text, POSTCODE_AND_TOWN)) {
      const found = addressBefore(view.text, match.index, match.index + match[0].length, context.lang)
      if (found !== null) yield found
    }
  },
}

/** A part of every announcement. */
const STEMS = stemsOf(['addres', 'adres', 'anschrift', 'deliver', 'liefer', 'live', 'living', 'wohn', 'habit', 'direcci', 'domicil', 'viv', 'bor ', 'ship',
  'livr', 'post ', 'party is', 'leverans'])

const ANNOUNCED = new RegExp(`(?<![\\p{L}\\d])(?:${[
  '(?:address|delivery|ship to|deliver to|adresse|anschrift|lieferung|livraison|domicilio|dirección|direccion|adress|leverans) ?: ?',
  '(?:address|adresse|lieferadresse|anschrift|dirección(?: de entrega)?|direccion|domicilio|adress|adressen|leveransadressen) (?:is now|is|was|ist|lautet|est|es|är) ',
  'adresse,? c[\'’]est (?:le |au )?', 'lives? at ', 'living at ', 'lived at ', 'deliver(?:ed)? (?:it |them |this )?to ',
  'post (?:it|them|this) to ', 'party is (?:at|on) ', 'ship(?:ped)? (?:it |them |this )?to ',
  '(?:wohne|wohnt|wohnen|wohnte) (?=(?:an de[rn]|auf de[rm]|hinter der|unter den|zu[mr]) \\p{L}{3,24} \\d)', '(?:wohne|wohnt|wohnen|wohnte) (?:in der |am |im |in )',
  'habite (?:au |à l[\'’]|à la )?', 'habitait au ', '(?:vivo|vive|vivimos|viven|vivía) en (?:la |el )?', 'bor (?:på |i )',
].join('|')})`, 'giu')

/** A postcode by itself, behind what says that it is one. */
const CODES = stemsOf(['postcode', 'post code', 'postal', 'zip', 'plz', 'postleitzahl', 'postnummer'])
const CODE_ALONE = new RegExp(
  "(?<!\\p{L})(?:post ?codes?|postal codes?|zip(?: ?codes?)?|plz|postleitzahl|code postal|código postal|postnumret|postnummer)(?:['’]s|,? c['’]est(?: le)?|:)?(?: \\p{L}{1,6}){0,2}[ ,]{1,2}" +
    '([a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|[a-z]\\d[a-z] ?\\d[a-z]\\d|\\d{5}(?:-\\d{4})?|\\d{3} ?\\d{2}|\\d{4})(?![\\p{L}\\d])', 'giu')

const BOXES = stemsOf(['box', 'bp ', 'postfach', 'postale', 'apartado'])
const REACH = 110
const MAX_WORDS_APART = 5
/** "rose cottage, mill lane, ludlow SY8 …" */
const MAX_WORDS_BEFORE = 6
const END = /[\n;?!()]|\.(?=\s|$)(?<!(?:^|[\s-])\p{L}{1,3}\.)|, (?:commande|facture|order|invoice|pedido|factura|bestellung|rechnung|beställning|faktura|tel|tél|ref|réf|attn)(?!\p{L})|,? (?:please|bitte|s['’]il vous plaît|por favor|tack|and|und|y|och|but|aber|mais|pero)(?!\p{L})/iu
const PART = /[\p{L}\p{M}\p{N}]+/gu

/** From an announcement on: as far as numbers follow at most a few words apart, and the town behind the last. */
function addressFrom(view: View, at: number, context: RecogniserContext): Candidate | null {
  const reach = view.text.slice(at, at + REACH)
  const clause = reach.slice(0, END.exec(reach)?.index).replace(/\[[A-Z_]{2,20}_\d[^]*/, '')
  const parts = Array.from(matchesOf(clause, PART), ({ index, 0: text }) => ({ start: index, end: index + text.length, text, hasDigit: /\d/.test(text) }))
  const first = parts[0]
  if (first === undefined || first.start > 1) return null
  let last = -1
  for (const [i, part] of parts.entries()) {
    if (i - last > (last < 0 ? MAX_WORDS_BEFORE : MAX_WORDS_APART)) break
    if (part.hasDigit) last = i
    else if (last < 0 && !STREET_PARTS.has(part.text.toLowerCase()) && isFunctionWord(part.text.toLowerCase())) return null
  }
  const number = parts[last]
  if (number === undefined || (last === 0 && parts.length === 1) || /^(?: ?[%€$£]|[.:]\d)/.test(clause.slice(number.end))) return null
  if (parts.slice(0, last + 1).every(({ hasDigit }) => hasDigit)) return null
  let end = number.end
  // "79 willow bend": the number first, its street behind it.
  for (const part of last === 0 ? parts.slice(1, 4) : []) {
    if (clause.slice(end, part.start) !== ' ' || isFunctionWord(part.text.toLowerCase())) break
    end = part.end
  }
  for (const part of last === 0 ? [] : parts.slice(last + 1, last + 4)) {
    if (!/^(?:[ -]|, )$/.test(clause.slice(end, part.start)) || !isTown(part.text, number.text, context)) break
    end = part.end
  }
  const start = first.start + personLength(clause.slice(first.start, end), context.lang)
  return { start: at + start, end: at + end, type: 'ADDRESS', score: 0.8, cue: 'trigger word' }
}

/** "Ilse Quandt, Lindenweg 14": who lives there, up to the street. */
function personLength(text: string, lang: string): number {
  const match = /^(\p{Lu}[\p{L}-]+)(?: \p{Lu}[\p{L}'’.-]*){1,2}, (?=[^\n]*\d)/u.exec(text)
  const first = match?.[1]?.toLowerCase()
  if (match === null || first === undefined || /(?:str\.?|stra(?:ß|ss)e|platz|weg|gatan|vägen|street|road|lane|house|court), $/iu.test(match[0])) return 0
  return isGivenName(first) || isGivenIn(first, lang) ? match[0].length : 0
}

const STREET_PARTS = new Set('the of st la le de los las el del des du a der den dem zum zur am an im in auf unter les l d på van'.split(' '))

/** Behind the last number: what has a capital, or behind a postcode one word that means nothing else. */
function isTown(text: string, number: string, { lang }: RecogniserContext): boolean {
  const lower = text.toLowerCase()
  if (isFunctionWord(lower)) return false
  if (/^\p{Lu}/u.test(text)) return true
  return number.length >= 4 && text.length > 2 && !isEverydayWord(lower) && !isCommonIn(lower, lang)
}

const TOWN = "(?:St\\. )?\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}(?:[ -]\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}){0,2}"
const BOX = new RegExp(
  '(?<![\\p{L}\\d])(?:(?:p\\.? ?o\\.? ?box|postfach|postbox|boîte postale|apartado(?: de correos)?) \\d[\\d ]{0,8}\\d?|(?:Box|BP) \\d{1,5}(?=, \\d))' +
    `(?:,? ?(?:\\d{4,5}|\\d{3} \\d{2}) ${TOWN}|,? ${TOWN}(?:,? [A-Z]{2,3})?(?:,? \\d{4,5})?|,? \\p{L}{3,20} [a-z]{2,3} \\d{4,5})?(?!\\d)`, 'giu')
const POSTCODE_AND_TOWN = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:${TOWN} )(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d)|(?:[A-Z]{1,2}-)?(?:\\d{4,5}|\\d{3} \\d{2}) ${TOWN})(?![\\p{L}\\d])`, 'gu')

/** Words of an address that have no capital. */
const SMALL = new Set(
  ('de du des la le les del of upon the am der den bis ter bâtiment bat résidence appartement étage rue avenue boulevard place chemin route allée quai ' +
    'cours impasse chaussée calle avenida plaza paseo carrera camino ronda lgh apt flat unit floor izq dcha n nº').split(' '))
const LABELS = new Set('adresse anschrift address dirección adress adressen domicilio lieferadresse lieferung livraison entrega leverans delivery envío konto'.split(' '))
const BACK = 90
/** One of these, or a number, must stand before a postcode that is digits only. */
const NUMBERED = /\d|bâtiment|résidence|postfach/iu

/** Back from a postcode over words with capitals, numbers and commas on the same line. */
function addressBefore(text: string, codeStart: number, end: number, lang: string): Candidate | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', codeStart - 1) + 1, codeStart - BACK), codeStart)
  const parts = Array.from(line.matchAll(/[\p{L}\p{M}\p{N}'’ºª]+/gu), ({ index, 0: word }) => ({ start: index, end: index + word.length, word }))
  let start = line.length
  let from = line.length
  for (const part of parts.reverse()) {
    if (!/^(?:[ ,./-]{1,2}|, ?|\. ?[-,]? ?)$/.test(line.slice(part.end, start)) && start !== line.length) break
    if (start === line.length && !/^[ ,]{0,2}$/.test(line.slice(part.end))) break
    // "J'habite 5 rue …": before the number of a house that stands before its street, only what a comma parts from it.
    if (/^\d+[a-z]? [\p{L}]/u.test(line.slice(start)) && !line.slice(part.end, start).includes(',')) break
    if (LABELS.has(part.word.toLowerCase())) break
    const isPart = /^[\p{Lu}\d]/u.test(part.word) || SMALL.has(part.word.toLowerCase())
    if (!isPart || (line.slice(part.end, start).includes('. ') && part.word.length > 4)) break
    start = part.start
    if (/^(?:\d|\p{Lu}.)/u.test(part.word) || part.word.length > 3) from = start
  }
  const before = line.slice(from + personLength(line.slice(from), lang))
  if (before === '' || (!before.includes(',') && !/\d/.test(before))) return null
  if (/^\d/.test(text.slice(codeStart, end)) && !NUMBERED.test(before)) return null
  return { start: codeStart - before.length, end, type: 'ADDRESS', score: 0.84, cue: 'postcode' }
}

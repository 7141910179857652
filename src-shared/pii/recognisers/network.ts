import { askedBefore, wordsBefore } from '../cue-window.ts'
import { nearestCue } from '../cues.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { endsNear } from '../ends.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

const IPV4 = /(?<![\p{L}\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\d]|\.\d)/gu
const IPV6 = /(?<![\p{L}\d:.])[\dA-Fa-f:]{3,39}(?:(?:\.\d{1,3}){3})?(?![\p{L}\d])/gu
/** Four parts are a version number where somebody says so. */
const VERSION = /(?<!\p{L})(?:versi[oó]n(?:en)?|fassung|ausgabe|utgåva|v|build(?! (?:machine|server|host|box|agent|node))|firmware|release|reports|section|chapter|kapitel|update)(?!\p{L})/gu

/** "What firmware is it on?" and, in the next turn, the number. */
function isVersionAsked(view: View, at: number, context: RecogniserContext): boolean {
  const asked = askedBefore(view, at, context)
  return asked.search(VERSION) >= 0 && nearestCue(asked)?.kind === 'nobody'
}

/** Networks begin higher, but for those inside a house; numbers of versions seldom come so far. */
const isSmall = (address: string): boolean => !/^(?:10|127)\./.test(address) && address.split('.').every((octet) => Number(octet) < 32)

export const ipRecogniser: Recogniser = {
  name: 'ip-address',
  *find(view, context) {
    if ((!view.hasDigit && !view.text.includes('::')) || !/\d[.:]|::/.test(view.text)) return
    const versions = new Set<string>()
    for (const match of matchesOf(view.text, IPV4)) {
      if (!match[0].split('.').every((octet) => Number(octet) <= 255)) continue
      const family = match[0].split('.').slice(0, 2).join('.')
      if (endsNear(wordsBefore(view, match.index, context, 40), VERSION, 24) || (isSmall(match[0]) && isVersionAsked(view, match.index, context))) {
        versions.add(family)
        continue
      }
      // "firmware 4.11.0.27 fixes it, 4.11.0.25 did not"
      if (versions.has(family) || (versions.size > 0 && isSmall(match[0]) && nearestCue(wordsBefore(view, match.index, context, 40))?.kind !== 'ip')) continue
      yield { start: match.index, end: match.index + match[0].length, type: 'IP_ADDRESS', score: 0.9, cue: 'octets' }
    }
    for (const match of matchesOf(view.text, IPV6)) {
      if (isIpv6(match[0])) yield { start: match.index, end: match.index + match[0].length, type: 'IP_ADDRESS', score: 0.95, cue: 'groups' }
    }
    if (view.kind === 'source') return
    for (const { index, 0: text } of matchesOf(view.text, SAID_TWICE)) {
      if (!text.split('.').every((part) => isOctet(part) || isTwoOctets(part))) continue
      if (endsNear(wordsBefore(view, index, context, 40), VERSION, 24)) continue
      yield { start: index, end: index + text.length, type: 'IP_ADDRESS', score: 0.8, cue: 'octets' }
    }
    for (const match of matchesOf(view.text, SAID_GROUPS)) {
      if (match[0].length < 10 || !/[A-F]/.test(match[0]) || nearestCue(wordsBefore(view, match.index, context, 48))?.kind !== 'ip') continue
      yield { start: match.index, end: match.index + match[0].length, type: 'IP_ADDRESS', score: 0.85, cue: 'trigger word' }
    }
  },
}

/** "… dot one ninety, uh, one ninety nine": one part was said twice. */
const SAID_TWICE = /(?<![\p{L}\d.])(?=[\d.]{0,20}\d{4})(?:\d{1,6}\.){3}\d{1,6}(?![\p{L}\d]|\.\d)/gu
const isOctet = (part: string): boolean => part.length < 4 && Number(part) <= 255
const isTwoOctets = (part: string): boolean => [1, 2, 3].some((at) => isOctet(part.slice(0, at)) && part.length > at && isOctet(part.slice(at)))

/** Read out, colons get lost: groups behind a cue are enough. */
const SAID_GROUPS = /(?<![\p{L}\d:])[\dA-F]{1,12}(?:::?[\dA-F]{1,12}){1,7}(?![\p{L}\d:])/gu

/** RFC 4291 §2.2. At least three colons, or "::" with a group: "10:30" and "::" are no addresses. */
export function isIpv6(text: string): boolean {
  const [head = '', tail, more] = text.split('::')
  if (more !== undefined || !/[\dA-Fa-f]/.test(text)) return false
  const groups = [...head.split(':'), ...(tail ?? '').split(':')].filter((group) => group !== '')
  if (!groups.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group)) || /(?:^:[^:]|[^:]:$)/.test(text)) return false
  return tail === undefined ? groups.length === 8 : groups.length >= 1 && groups.length <= 7 && text.length > 4
}

const MAC_FORM = /(?<![\p{L}\d:-])(?:[\dA-Fa-f]{2}([:-])(?:[\dA-Fa-f]{2}\1){4}[\dA-Fa-f]{2}|(?:[\dA-Fa-f]{4}\.){2}[\dA-Fa-f]{4})(?![\p{L}\d:-])/gu
/** The last of the signs was not read out, or was heard as a word. */
const MAC_CUT = /(?<![\p{L}\d:-])(?:[\dA-F]{2}([:-]))(?:[\dA-F]{2}\1){4}[\dA-F](?: a)?(?![\p{L}\d:-])/gu
const MAC_BARE = /(?<![\p{L}\d])(?:[\dA-Fa-f]{2}[ :-]?){5}[\dA-Fa-f]{2}(?![\p{L}\d])/gu

/** Twelve signs to the base sixteen: in pairs, or read out. */
const MAC_SPACED = /(?<![\p{L}\d] ?)(?:[\dA-Fa-f]{2} ){5}[\dA-Fa-f]{2}(?! ?[\p{L}\d]{2}(?![\p{L}\d]))(?![\p{L}\d])/gu
/** A first "a" is taken for an article when eleven signs are read behind it. */
const MAC_SAID = /(?<![\p{L}\d:-])(?:[\dA-F]{12}|a [\dA-F]{11})(?![\p{L}\d:-])/gu

/** Twelve signs without any joint, letters and digits among them: "please whitelist a4b1c2d3e4f5". */
const MAC_WRITTEN = /(?<![\p{L}\d_./:#-])(?=[a-f]{0,11}\d)(?=\d{0,11}[a-f])[\da-f]{12}(?![\p{L}\d_/:-])/giu

/** "E6, 90, E4, 69, A4, 4D": pairs read out one by one. */
const MAC_LISTED = /(?<![\p{L}\d]|[\dA-F]{2}, ?)(?:[\dA-F]{2}, ){5}[\dA-F]{2}(?![\p{L}\d]|, ?[\dA-F]{2}(?![\p{L}\d]))/gu

/** A part of each form, which begins with a sign that is seldom: cheaper to look for than the form. */
const MAC_JOINT = /[:-][\dA-Fa-f]{2}[:-]|\.[\dA-Fa-f]{4}\./
const MAC_PAIRS_LISTED = /, [\dA-F]{2}, [\dA-F]{2}, /
const MAC_PAIRS = / [\dA-Fa-f]{2} [\dA-Fa-f]{2} /

/** A word of each cue of its kind. */
const MAC_WORDS = stemsOf(['mac', 'wake on', 'wake-on', 'magic', 'bssid', 'ethernet', 'dhcp', 'hardware', 'physi', 'device id', 'adapter', 'card',
  'karte', 'carte', 'tarjeta', 'física', 'kort', 'fysisk'])

export const macRecogniser: Recogniser = {
  name: 'mac-address',
  needsDigit: true,
  *find(view, context) {
    for (const match of MAC_JOINT.test(view.text) ? matchesOf(view.text, MAC_FORM) : []) {
      yield { start: match.index, end: match.index + match[0].length, type: 'MAC', score: 0.95, cue: 'form' }
    }
    for (const match of view.kind === 'shadow' ? matchesOf(view.text, MAC_SAID) : MAC_PAIRS.test(view.text) ? matchesOf(view.text, MAC_SPACED) : []) {
      const hex = match[0].replace(/[^\dA-F]/giu, '')
      const letters = hex.replace(/\d/g, '').length
      const source = view.range(match.index, match.index + match[0].length)
      // Read out, there is a blank between most signs; "2e010679-03e1" is half of something else.
      if (view.kind === 'shadow' && source.end - source.start < 18) continue
      if (letters < 2 || letters > 10 || nearestCue(wordsBefore(view, match.index, context))?.kind === 'nobody') continue
      yield { start: match.index, end: match.index + match[0].length, type: 'MAC', score: 0.8, cue: 'form' }
    }
    for (const { index, 0: text } of MAC_PAIRS_LISTED.test(view.text) ? matchesOf(view.text, MAC_LISTED) : []) {
      const letters = text.replace(/[\d, ]/g, '').length
      if (letters > 1 && letters < 11) yield { start: index, end: index + text.length, type: 'MAC', score: 0.8, cue: 'form' }
    }
    for (const match of view.kind === 'shadow' && MAC_JOINT.test(view.text) ? matchesOf(view.text, MAC_CUT) : []) {
      yield { start: match.index, end: match.index + match[0].length, type: 'MAC', score: 0.8, cue: 'form' }
    }
    for (const match of view.kind === 'source' ? matchesOf(view.text, MAC_WRITTEN) : []) {
      const kind = nearestCue(wordsBefore(view, match.index, context))?.kind
      if (kind === 'mac' || kind === 'ip') yield { start: match.index, end: match.index + match[0].length, type: 'MAC', score: 0.85, cue: 'trigger word' }
    }
    if (!view.mentions(MAC_WORDS) && !MAC_WORDS.any.test(context.previous)) return
    for (const match of matchesOf(view.text, MAC_BARE)) {
      if (nearestCue(wordsBefore(view, match.index, context))?.kind !== 'mac') continue
      yield { start: match.index, end: match.index + match[0].length, type: 'MAC', score: 0.9, cue: 'trigger word' }
    }
  },
}

const BITCOIN = /(?<![\p{L}\d])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![\p{L}\d])/gu
const BECH32 = /(?<![\p{L}\d])(?:bc1|ltc1|tb1)[02-9ac-hj-np-z]{11,71}(?![\p{L}\d])/giu
const ETHEREUM = /(?<![\p{L}\d])0[xX][\dA-Fa-f]{40}(?![\p{L}\d])/gu

/** Base58 addresses by shape (the check needs SHA-256, which pure code has not), Bech32 by its checksum, Ethereum by form. */
export const cryptoRecogniser: Recogniser = {
  name: 'crypto-address',
  needsDigit: true,
  *find(view, context) {
    if (!/(?<![A-Za-z0-9])[A-Za-z0-9]{14}/.test(view.text)) return
    yield* walletsIn(view, context)
    for (const match of matchesOf(view.text, BITCOIN)) {
      if (!/\d/.test(match[0].slice(1)) || !/[a-z]/.test(match[0]) || !/[A-Z]/.test(match[0])) continue
      yield { start: match.index, end: match.index + match[0].length, type: 'CRYPTO', score: 0.85, cue: 'form' }
    }
    for (const match of matchesOf(view.text, BECH32)) {
      yield { start: match.index, end: match.index + match[0].length, type: 'CRYPTO', score: isBech32(match[0].toLowerCase()) ? 0.98 : 0.8, cue: 'checksum' }
    }
    for (const { index, 0: key } of matchesOf(view.text, ETHEREUM)) yield { start: index, end: index + key.length, type: 'CRYPTO', score: 0.95, cue: 'form' }
  },
}

/** Base58 of other coins: behind what says so, or by first letter and length, as random as only such are. */
const WALLET = /(?<![\p{L}\d/_=+-])[1-9A-HJ-NP-Za-km-z]{25,108}(?![\p{L}\d/_=+-])/gu
const LENGTHS = /^(?:[LMDrTt3][^]{24,34}|[^]{43,44}|[48][^]{94}|[48][^]{105})$/
function* walletsIn(view: View, context: RecogniserContext): Generator<Candidate> {
  for (const { index, 0: text } of matchesOf(view.text, WALLET)) {
    const count = (signs: RegExp): number => text.match(signs)?.length ?? 0
    if (count(/\d/g) < 2 || count(/[a-z]/g) < 4 || count(/[A-Z]/g) < 4) continue
    const cue = nearestCue(wordsBefore(view, index, context))?.kind
    if (cue === 'crypto' || (cue !== 'secret' && LENGTHS.test(text))) yield { start: index, end: index + text.length, type: 'CRYPTO', score: 0.84, cue: 'form' }
  }
}

const BECH32_ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** BIP 173 and BIP 350: the two constants of Bech32 and Bech32m. */
function isBech32(address: string): boolean {
  const border = address.lastIndexOf('1')
  const prefix = address.slice(0, border)
  const values = [...Array.from(prefix, (char) => char.charCodeAt(0) >> 5), 0, ...Array.from(prefix, (char) => char.charCodeAt(0) & 31),
    ...Array.from(address.slice(border + 1), (char) => BECH32_ALPHABET.indexOf(char))]
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (let bit = 0; bit < 5; bit++) sum ^= ((top >>> bit) & 1) === 1 ? (GENERATOR[bit] ?? 0) : 0
  }
  return sum === 1 || sum === 0x2bc830a3
}

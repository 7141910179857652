import { isFunctionWord } from '../names/function-words.ts'
import { isCommonEnglishWord } from '../names/english-words.ts'
import { isListedAs } from '../names/everyday.ts'
import { isCommonIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser } from '../recogniser.ts'
import { stemsOf } from '../views.ts'
import { bitsPerChar, MEASURED } from './secrets.ts'
import { matchesOf } from '../matches.ts'

/**
 * Secrets where no word for one is said: the wireless network "is" its password ("the wifi in the annex is turnip ladder 41"),
 * and what should not have been committed is to be revoked.
 */
const NETWORK = '(?:(?:guest|gäste|visitor|staff|house|office) )?(?:wi-?fi|wlan|wireless|gästenetz|réseau invité|red de invitados|gästnät(?:et)?)'
const WHERE = '(?: (?:in|on|at|for|up|down|im|in der|am|auf|für|de|du|des|dans|à|pour|en|del|para|i|på|för)(?: (?:the|der|den|dem|das|die|la|le|les|el))?(?: \\p{L}{2,16}){1,3}?)?'
const IS = "(?:['’]s| is| is now|:| ist| lautet| est|,? c['’]est| es| är) "
const SAID = new RegExp(`(?<![\\p{L}\\d])${NETWORK}${WHERE}${IS}((?:\\p{L}{3,20} ){1,3}\\d{1,4}|[\\p{L}\\d!#$%&*+_-]{6,40})(?![\\p{L}\\d]|[.,:/]\\d)`, 'giu')
/** "to get on the guest network you type apricot weasel": what one types there, in words. */
const TYPED = new RegExp('(?<![\\p{L}\\d])(?:network|wi-?fi|wlan|gästenetz|netzwerk|réseau|la red|nätet|nätverket),? (?:you |we |just |du |man |ihr |tu |vous |on |skriver )?(?:just )?' +
  '(?:type(?: in)?|enter|put in|key in|tippst du|gibst du|tippt man|gibt man|tapes?|tapez|on tape|mets|mettez|escribes?|pones|metes|tecleas|skriver du|skriver man|slår du in) (?:in |ein )?((?:\\p{L}{3,20} ){1,3}\\p{L}{3,20}(?: \\d{1,4})?)(?![\\p{L}\\d])', 'giu')
/** What is said of a network instead: how it is and where. */
const ABOUT = new Set(('channel kanal canal version band floor room level building port speed roughly around nearly running working down back slow fast number nummer etage raum zimmer stock étage salle chambre sala planta piso ' +
  'våning rum seit depuis desde sedan since until bis').split(' '))

const KEY = /(?<![A-Za-z0-9_+/=.-])[A-Za-z0-9_-]{24,128}(?![A-Za-z0-9_+/=-])/g
const REVOKED = /(?<!\p{L})(?:revoke[ds]?|revoking|rotat(?:e|ed|ing)|leaked|exposed|hard-?coded|widerruf\p{L}*|geleakt|rotier\p{L}*|révoqu\p{L}*|fuité|revoc\p{L}*|revóc\p{L}*|filtrad[oa]|återkalla\p{L}*|läckt\p{L}*|rotera\p{L}*)(?!\p{L})/u
const NEAR = 80

const STEMS = stemsOf(['network', 'wi-fi', 'wifi', 'wlan', 'wireless', 'netz', 'réseau', 'red de', 'nät', 'revo', 'rev', 'rot', 'leak', 'expos', 'cod',
  'widerruf', 'fuit', 'filtr', 'återk', 'läck'])

export const networkSecretRecogniser: Recogniser = {
  name: 'network-secret',
  usesSmallNumbers: (isSaid) => isSaid(STEMS),
  *find(view, context) {
    if (!view.mentions(STEMS)) return
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, SAID)) {
      const start = index + whole.length - value.length
      const words = value.toLowerCase().split(' ')
      const isPhrase = words.length > 1 && !MEASURED.test(view.lower.slice(start + value.length, start + value.length + 16)) &&
        words.every((word) => /^\d/.test(word) || (!ABOUT.has(word) && !isFunctionWord(word, context.lang) && !isListedAs(word, 'quality')))
      const isOne = words.length === 1 && /\p{L}/u.test(value) && /\d.*\d|[!#$%&*+_]|\p{Ll}\p{Lu}/u.test(value)
      if (isPhrase || isOne) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' } satisfies Candidate
    }
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, TYPED)) {
      const said = value.split(' ')
      const stop = said.findIndex((word) => isFunctionWord(word.toLowerCase(), context.lang) || ABOUT.has(word.toLowerCase()))
      const words = stop < 0 ? said : said.slice(0, stop)
      const start = index + whole.length - value.length
      if (words.length < 2 || words.every((word) => isCommonEnglishWord(word.toLowerCase()) || isCommonIn(word.toLowerCase(), context.lang))) continue
      yield { start, end: start + words.join(' ').length, type: 'SECRET', score: 0.83, cue: 'trigger word' } satisfies Candidate
    }
    if (view.kind === 'shadow' || !view.hasDigit) return
    for (const { index, 0: key } of matchesOf(view.text, KEY)) {
      if (!/\d/.test(key) || !/[A-Za-z]/.test(key) || bitsPerChar(key) < 3) continue
      const [before, behind] = [view.lower.slice(Math.max(0, index - NEAR), index), view.lower.slice(index + key.length, index + key.length + NEAR)]
      if (!REVOKED.test(before) && !REVOKED.test(behind)) continue
      yield { start: index, end: index + key.length, type: 'SECRET', score: 0.85, cue: 'random string' }
    }
  },
}

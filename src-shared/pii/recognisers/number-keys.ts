import { wordsBefore } from '../cue-window.ts'
import { cuesIn } from '../cues.ts'
import type { Recogniser } from '../recogniser.ts'
import { matchesOf } from '../matches.ts'

/** "et la clé ? 32", "clé 07": the two check digits of a French social insurance or account number, said by themselves. */
const KEY = /(?<![\p{L}\d])cl(?:é|ef)(?: rib| de contrôle)?(?: est| c['’]est)?[ ,:?\n]{1,3}(?:(?:\p{L}{1,12} ?: )?(?:c['’]est |est |le )?)(\d\d)(?![\p{L}\d]|[ .]\d| (?:euros?|ans|mm|usb|pour cent))/gu

/** As far as the number itself, its question and its key may stand apart. */
const REACH = 160

export const numberKeyRecogniser: Recogniser = {
  name: 'number-key',
  needsDigit: true,
  usesSmallNumbers: (_isSaid, lang) => lang === 'fr',
  *find(view, context) {
    if (context.lang !== 'fr') return
    for (const match of matchesOf(view.lower, KEY)) {
      const kind = cuesIn(wordsBefore(view, match.index, context, REACH)).findLast((cue) => OF_KEYS.has(cue.kind))?.kind
      if (kind === undefined) continue
      const end = match.index + match[0].length
      yield { start: end - 2, end, type: kind === 'bank' || kind === 'iban' ? 'BANK_ACCOUNT' : 'NATIONAL_ID', score: 0.9, cue: 'trigger word' }
    }
  },
}
const OF_KEYS: ReadonlySet<string> = new Set(['nationalId', 'medical', 'bank', 'iban'])

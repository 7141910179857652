import { cuesIn } from '../cues.ts'
import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { vehicleNear } from '../names/vehicles.ts'
import type { Recogniser } from '../recogniser.ts'
import { isWordHere } from './plates.ts'
import { matchesOf } from '../matches.ts'

/**
 * German plates read sign by sign where cars stand ("vor der Einfahrt steht H, A, vier vier eins"): letters of the town, letters
 * and digits run into one, which written as such would be any code.
 */
const PLATE = /(?<![\p{L}\d.,/-])[A-ZÄÖÜ]{2,5} ?\d{1,4}[EH]?(?![\p{L}\d]|[-.,/:]\d)/gu

export const saidPlateRecogniser: Recogniser = {
  name: 'said-plate',
  only: 'shadow',
  needsDigit: true,
  *find(view, context) {
    if (context.lang !== 'de') return
    for (const { index, 0: text } of matchesOf(view.text, PLATE)) {
      const { start, end } = view.range(index, index + text.length)
      if (text.length < 4 || isWordHere(/^\p{L}+/u.exec(text)?.[0] ?? '', 'de') || end - start < text.length * 2) continue
      const before = wordsBefore(view, index, context, 48)
      if (cuesIn(before).some(({ kind, distance }) => kind !== 'plate' && distance < 24)) continue
      const behind = wordsAfter(view, index + text.length).split(/[\n.;!?]/, 1)[0] ?? ''
      if (vehicleNear(before.split('\n').at(-1) ?? '', 'de') || vehicleNear(behind, 'de')) {
        yield { start: index, end: index + text.length, type: 'LICENSE_PLATE', score: 0.84, cue: 'vehicle' }
      }
    }
  },
}

import type { PiiType } from '../../domain/pii.ts'
import { wordsBefore } from '../cue-window.ts'
import { nearestCue, type CueKind } from '../cues.ts'
import type { Recogniser } from '../recogniser.ts'
import { matchesOf } from '../matches.ts'

/**
 * Wallets, accounts and hardware addresses of which only a part is said ("the wallet starts zero x, seven f, three a …"), or
 * which were read with a sign too many: too long to be read to the end, so no checksum and no length tells them.
 */
const KINDS: Readonly<Partial<Record<CueKind, { readonly type: PiiType; readonly fits: RegExp }>>> = {
  crypto: { type: 'CRYPTO', fits: /^(?:[A-Z\d]{6,})$/ },
  iban: { type: 'IBAN', fits: /^[A-Z]{2}\d{2}[A-Z\d]{3,}$/ },
  mac: { type: 'MAC', fits: /^[A-F\d]{6,16}$/ },
  // Only where it says that they begin or end so.
  passport: { type: 'PASSPORT', fits: /(?!)/ },
  licence: { type: 'DRIVER_LICENSE', fits: /(?!)/ },
  nationalId: { type: 'NATIONAL_ID', fits: /(?!)/ },
}
/** Of nothing else: so begin the addresses of two chains. */
const ALONE = /^(?:0X(?=[\dA-F]*[A-F])[\dA-F]{7,}|BC1[A-Z\d]{6,})$/
/** A digit is in it. */
const ROW = /(?<![\p{L}\d])(?=[A-Z:-]{0,130}(?:, )?\d)[A-Z\d](?:[:-]?[A-Z\d]|, (?=\d)){3,64}(?![\p{L}\d])/giu

/** "ends in 9c4e": where it begins or ends less will do. */
const EDGE = /(?<!\p{L})(?:starts?|begins?|beginning|starting|ends?|ending|finish(?:es|ing)|fängt|beginnt|endet|commence|finit|termine|empieza|comienza|acaba|termina|börjar|slutar)(?: (?:with|in|on|mit|auf|par|en|por|con|på|med))?[,:]? ?(?:\.\.\.|…)?$/u
const MIN_EDGE = 4

/** Signs of what was read out stand far apart: written, such rows are many other things. */
const SPREAD = 1.7

export const saidPartRecogniser: Recogniser = {
  name: 'said-part',
  needsDigit: true,
  *find(view, context) {
    for (const { index, 0: text } of matchesOf(view.text, ROW)) {
      const compact = text.replace(/[^\p{L}\d]/gu, '').toUpperCase()
      if (!/\d/.test(compact)) continue
      const { start, end } = view.range(index, index + text.length)
      const isSaid = view.kind === 'shadow' && end - start >= text.length * SPREAD
      if (isSaid && ALONE.test(compact)) yield { start: index, end: index + text.length, type: 'CRYPTO', score: 0.8, cue: 'form' }
      const before = wordsBefore(view, index, context)
      const isEdge = EDGE.test(before)
      if (!isEdge && !/[A-Z]/.test(compact)) continue
      if (!isSaid && !isEdge && !/^0X[\dA-F]{6}/.test(compact)) continue
      const kind = KINDS[nearestCue(before, (each) => each !== 'phone' && each !== 'secret')?.kind ?? 'nobody']
      if (kind === undefined || !(kind.fits.test(compact) || (isEdge && kind.type !== 'IBAN' && compact.length >= MIN_EDGE))) continue
      yield { start: index, end: index + text.length, type: kind.type, score: 0.79, cue: 'trigger word' }
    }
  },
}

import type { RedactedText } from '../../../../src-shared/domain/text.ts'
import type { Token } from '../../../../src-shared/domain/token.ts'
import { phrasesOf } from '../rules.ts'
import type { InForce } from './apply.ts'
import { openLayer, writeLayer, type Held, type Layer } from './layer.ts'

/**
 * A text that was made (a summary, say) while corrections held, as if none had: their tokens become words again, and words that
 * were shown by hand become the token they stood for.
 * @param found what the recognisers hid in this meeting, by its exact words, and the token each got
 */
export function takeOff(layer: Layer, { corrections, knownTokenOf, display }: Omit<InForce, 'tokenOf'>, found: ReadonlyMap<string, Token>): Layer {
  const { source, held: was } = openLayer(layer, display)
  let held: Held[] = was
  const tokens = new Set(found.values())
  for (const correction of corrections) {
    const { what } = correction
    if (what.kind === 'hide') {
      const token = knownTokenOf(correction)
      if (token !== undefined && !tokens.has(token)) held = held.filter((other) => other.isOpaque === true || other.token !== token)
    }
    if (what.kind === 'split') {
      const token = knownTokenOf(correction)
      held = held.map((other) => (other.token === token ? { ...other, token: what.token } : other))
    }
    if (what.kind === 'never-hide') {
      const pattern = phrasesOf(what.token === null ? [what.phrase] : [...found].filter(([, token]) => token === what.token).map(([form]) => form))
      if (pattern === null) continue
      const shown = Array.from(source.matchAll(pattern)).flatMap((match): Held[] => {
        const token = found.get(match[0])
        return token === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, token }]
      })
      held = [...held, ...shown.filter((range) => !held.some((other) => other.start < range.end && range.start < other.end))].sort((a, b) => a.start - b.start)
    }
  }
  return held === was ? layer : writeLayer(layer, source, held, was)
}

export const madeLayer = (text: RedactedText): Layer => ({ text, words: null, spans: [], times: null })

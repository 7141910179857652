import type { Recogniser } from '../recogniser.ts'
import { matchesOf } from '../matches.ts'

// Bounded parts (RFC 5321 §4.5.3.1: 64 and 255 octets) keep the search linear on "aaaa…".
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}\p{M}._%+'-]{0,63}@(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}\.){1,8}\p{L}[\p{L}\p{N}-]{1,23}(?![\p{L}\p{N}])/gu

export const emailRecogniser: Recogniser = {
  name: 'email',
  *find(view) {
    if (!view.text.includes('@')) return
    for (const match of matchesOf(view.text, EMAIL)) {
      yield { start: match.index, end: match.index + match[0].length, type: 'EMAIL', score: 0.95, cue: 'address form' }
    }
  },
}

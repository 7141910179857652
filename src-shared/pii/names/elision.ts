import type { Word } from '../views.ts'
import { withoutStart } from '../words.ts'

const ELIDED = /^(?:[ldjcnsmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/u

/** French runs small words into the next: "l’alarme", "d’Amandine". What stands behind the apostrophe is the word. */
export function withoutElision(words: readonly Word[]): readonly Word[] {
  return words.map((word) => {
    const elided = ELIDED.exec(word.lower)?.[0].length ?? 0
    return elided === 0 ? word : withoutStart(word, elided)
  })
}

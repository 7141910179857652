import { isStopWord, wordsIn } from '../../src-main/core/summary/evidence/words.pure.ts'
import type { Annotated } from './ami.ts'
import { round, type Weights } from './items.ts'

/** Said this often in the corpus, a word's rate is known well enough. */
const ENOUGH = 200
/** About twelve times as often. */
const MOST = 2.5

/** Function words by how much oftener they stand in abstracts of meetings than they are said in them, in natural logarithms. */
export function fitRegister(meetings: readonly Annotated[]): Weights {
  const written = countsIn(meetings.map(({ abstract }) => abstract))
  const spoken = countsIn(meetings.flatMap(({ said }) => said))
  const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [ofWritten, ofSpoken] = [total(written), total(spoken)]
  const rates = [...spoken]
    .filter(([word, count]) => count >= ENOUGH && isStopWord(word))
    .map(([word, count]): [string, number] => {
      const odds = Math.log(((written.get(word) ?? 0) + 1) / ofWritten) - Math.log(count / ofSpoken)
      return [word, round(Math.max(-MOST, Math.min(MOST, odds)))]
    })
  return Object.fromEntries(rates.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function countsIn(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const { key } of wordsIn(text)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

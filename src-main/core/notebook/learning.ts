import type { RefitReport, WeightsInForce } from '../../../src-shared/contract/learning.ts'
import { effectiveSegments } from '../../../src-shared/domain/effective-segments.ts'
import type { Verdict } from '../../../src-shared/domain/verdict.ts'
import { inputOf, type TextWorker, type Weights } from '../pipeline/index.ts'
import type { Store } from '../store/index.ts'

/** What a person said of action items, taken to weigh what makes one. All of it stays in the store. */
export function createLearning({ store, text, weights }: { store: Store; text: TextWorker; weights: Weights }) {
  const labelled = async () => {
    const meetings = []
    for (const { id } of await store.read.listNotes({})) {
      const said = (await store.read.listVerdicts({ noteId: id })).filter(({ section }) => section === 'actions')
      const note = said.length === 0 ? null : await store.read.getNote({ noteId: id })
      if (note === null) continue
      const { segments, participants, date } = inputOf({ ...note, segments: effectiveSegments(note) }, undefined)
      meetings.push({ segments: [...segments], participants: [...participants], date, labels: said.map(labelOf) })
    }
    return meetings
  }

  return {
    describeWeights: (): Promise<WeightsInForce> => weights.describe(),

    async refitWeights(signal?: AbortSignal): Promise<{ report: RefitReport; weights: WeightsInForce }> {
      const meetings = await labelled()
      const { fitted, ...report } = await text.run((worker) => worker.refit({ meetings }), signal === undefined ? {} : { signal })
      if (fitted !== null) await weights.adopt(fitted, report.kept + report.dropped)
      return { report, weights: await weights.describe() }
    },

    async resetWeights(): Promise<WeightsInForce> {
      await weights.reset()
      return weights.describe()
    },
  }
}

/** A reworded line is an action item all the same: what was wrong were its words. */
const labelOf = ({ line, verdict }: Verdict) => ({ text: String(line.text), evidence: [...line.evidence], kept: verdict !== 'rejected' })

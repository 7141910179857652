import { expect, it } from 'vitest'
import type { Recorded } from '../../../src-shared/domain/recorder.ts'
import { happeningsOf } from '../../../src-renderer/features/note/happenings.ts'

const lines = [
  [0, 4_000],
  [5_000, 9_000],
  [20_000, 24_000],
].map(([startMs = 0, endMs = 0], index) => ({ index, id: `s${index}`, speaker: null, startMs, endMs, text: 'words' }))
const at = (more: Partial<Recorded>, segments = lines) =>
  happeningsOf({ segments, recorded: { agreement: 'reminded', ending: 'stopped', mode: 'sound-and-text', gaps: [], marks: [], ...more } })

it('puts a mark above the line that was being said, and a gap above the first line after it', () => {
  const { above, atEnd } = at({ marks: [7_000, 30_000], gaps: [{ atMs: 9_500, ms: 180_000, reason: 'paused' }] })
  expect([...above]).toEqual([
    [1, [{ kind: 'mark', atMs: 7_000 }]],
    [2, [{ kind: 'gap', atMs: 9_500, ms: 180_000, reason: 'paused' }]],
  ])
  expect(atEnd).toEqual([{ kind: 'mark', atMs: 30_000 }])
})

it('loses none where nobody has spoken yet, and has none where nothing was recorded here', () => {
  expect(at({ marks: [1_000], gaps: [{ atMs: 0, ms: 5, reason: 'lost' }] }, []).atEnd).toHaveLength(2)
  expect(happeningsOf({ segments: lines, recorded: null })).toEqual({ above: new Map(), atEnd: [] })
})

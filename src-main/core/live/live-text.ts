import type { LiveEvent } from '../../../src-shared/domain/live.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import type { IndexEntry } from '../redaction/index.ts'
import type { SpokenSegment } from '../speech/index.ts'
import type { LiveHeard } from './hear-live.ts'
import type { RedactedTail, TailToRedact } from './redact-tail.ts'

/** A tail is as long as the longest thing that is hidden may be, spoken digit by digit with a breath between. */
const TAIL_SEGMENTS = 6
const TAIL_CHARS = 600

const NOTHING = redactedTextSchema.parse('')

interface Shown {
  readonly id: number
  readonly segment: SpokenSegment
  text: string
}

export interface LiveText {
  /** What is to be shown of what was heard; call it again when the last call has ended. */
  take(heard: LiveHeard): Promise<LiveEvent[]>
  /** The tokens given out so far. */
  readonly index: readonly IndexEntry[]
}

/** Turns raw words into events that may be shown. @param redact `redactTail`, on a thread of its own */
export function createLiveText({
  channels,
  index: first,
  redact,
}: {
  channels: 1 | 2
  index: readonly IndexEntry[]
  redact: (tail: Pick<TailToRedact, 'tail' | 'provisional' | 'index'>) => Promise<RedactedTail>
}): LiveText {
  const tails = new Map<number, Shown[]>()
  let index = first
  let nextId = 0
  const speakerOf = (channel: number): 'me' | 'others' | null => (channels === 1 ? null : channel === 0 ? 'me' : 'others')

  return {
    get index() {
      return index
    },
    async take(heard) {
      if (heard.kind === 'behind') return [{ kind: 'behind', ms: heard.ms }]
      const { channel } = heard
      const speaker = speakerOf(channel)
      const tail = tails.get(channel) ?? []
      if (heard.kind === 'final') for (const segment of heard.segments) tail.push({ id: nextId++, segment, text: '' })
      const said = heard.kind === 'provisional' ? heard.segments.map(({ text }) => text).join(' ') : null
      const redacted = await redact({ tail: tail.map(({ segment }) => segment.text), provisional: said, index })
      index = redacted.index
      const events: LiveEvent[] = []
      tail.forEach((shown, at) => {
        const text = redacted.tail[at]
        if (text === undefined || text === shown.text) return
        shown.text = text
        const { startMs, endMs, marks } = shown.segment
        const times = { startMs: Math.round(startMs), endMs: Math.round(endMs) }
        events.push({ kind: 'segment', id: shown.id, speaker, ...times, text, ...(marks === undefined ? {} : { marks: [...marks] }) })
      })
      tails.set(channel, shortened(tail))
      const startMs = Math.round(heard.segments[0]?.startMs ?? 0)
      events.push({ kind: 'provisional', speaker, startMs, text: redacted.provisional ?? NOTHING })
      return events
    },
  }
}

function shortened(tail: Shown[]): Shown[] {
  let chars = 0
  const from = tail.findLastIndex(({ segment }, at) => (chars += segment.text.length) > TAIL_CHARS || tail.length - at > TAIL_SEGMENTS)
  return tail.slice(from + 1)
}

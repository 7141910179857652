import type { LiveEvent } from '../../../src-shared/domain/live.ts'

type Segment = Extract<LiveEvent, { kind: 'segment' }>
type Provisional = Extract<LiveEvent, { kind: 'provisional' }>

/** A line of what was said: `segment:3` is final, `now:me` is what is being said. */
export interface LiveLine {
  readonly key: string
  readonly speaker: Segment['speaker']
  readonly startMs: number
  readonly text: string
  readonly isFinal: boolean
  readonly isDoubtful: boolean
}

export interface LiveLines {
  /** In the order they were said. */
  readonly finals: readonly LiveLine[]
  readonly provisional: readonly LiveLine[]
  readonly behindMs: number
  /** `code`: what kept words from coming. */
  readonly end: { readonly code: string | null } | null
}

export const NO_LINES: LiveLines = { finals: [], provisional: [], behindMs: 0, end: null }

/** What is known after some more events. */
export function afterEvents(before: LiveLines, events: readonly LiveEvent[]): LiveLines {
  const finals = events.filter((event) => event.kind === 'segment')
  const provisional = new Map(before.provisional.map((line) => [line.key, line]))
  let { behindMs, end } = before
  for (const event of events) {
    if (event.kind === 'behind') behindMs = event.ms
    else if (event.kind === 'end') {
      end = { code: event.code }
      provisional.clear()
    } else if (event.kind === 'provisional') {
      const line = spokenNow(event)
      provisional.delete(line.key)
      if (line.text !== '') provisional.set(line.key, line)
    }
  }
  return { finals: finals.length === 0 ? before.finals : withFinals(before.finals, finals), provisional: [...provisional.values()], behindMs, end }
}

function withFinals(lines: readonly LiveLine[], segments: readonly Segment[]): readonly LiveLine[] {
  const next = [...lines]
  const places = new Map(lines.map((line, at) => [line.key, at]))
  for (const segment of segments) {
    const line = finalLine(segment)
    const at = places.get(line.key)
    if (at !== undefined) next[at] = line
    else places.set(line.key, next.push(line) - 1)
  }
  // Two sides are heard one after the other, so what was said first may come second.
  return next.sort((a, b) => a.startMs - b.startMs)
}

const finalLine = ({ id, speaker, startMs, text, marks }: Segment): LiveLine => ({
  key: `segment:${id}`,
  speaker,
  startMs,
  text,
  isFinal: true,
  isDoubtful: marks !== undefined && marks.length > 0,
})

const spokenNow = ({ speaker, startMs, text }: Provisional): LiveLine => ({
  key: `now:${speaker ?? 'anyone'}`,
  speaker,
  startMs,
  text,
  isFinal: false,
  isDoubtful: false,
})

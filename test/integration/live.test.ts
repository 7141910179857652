import { afterEach, describe, expect, it } from 'vitest'
import type { LiveEvent } from '../../src-shared/domain/live.ts'
import { recordedNote } from '../support/live.ts'
import { countedWords, referenceOf, samplesOf, wordErrors } from '../unit/speech/recording.ts'

let opened: Awaited<ReturnType<typeof recordedNote>>
afterEach(() => opened.remove())

const after = (samples: Int16Array, seconds: number): Int16Array => {
  const later = new Int16Array(samples.length + seconds * 16_000)
  later.set(samples, seconds * 16_000)
  return later
}
const shownBy = (events: readonly LiveEvent[]): Map<number, Extract<LiveEvent, { kind: 'segment' }>> =>
  new Map(events.flatMap((event) => (event.kind === 'segment' ? [[event.id, event] as const] : [])))

describe('a live transcript', () => {
  it('shows both sides redacted as they speak, and leaves the note nothing to hear', async () => {
    opened = await recordedNote([samplesOf('email-address'), after(samplesOf('decision'), 7)])
    const { session, noteId, channels, blocks } = opened
    const heard = session.live.hear({ noteId, channels, blocks: blocks(), language: 'en' })
    const events = await Array.fromAsync(session.live.watch(noteId))
    await heard

    const shown = [...shownBy(events).values()]
    expect(events.at(-1)).toEqual({ kind: 'end', code: null })
    expect(new Set(shown.map(({ speaker }) => speaker))).toEqual(new Set(['me', 'others']))
    expect(shown.filter(({ speaker }) => speaker === 'me').map(({ text }) => text).join(' ')).toContain('[EMAIL_1]')
    expect(JSON.stringify(events)).not.toMatch(/@|[Ee]mma/)

    opened.removeSound() // whoever wanted to hear it again would fail
    await opened.finish()
    const note = await session.notebook.show(noteId, false)
    const bySide = (side: 'me' | 'others', speaker: string): void =>
      expect(note.segments.filter((segment) => segment.speaker === speaker).map(({ text }) => text)).toEqual(
        shown.filter((segment) => segment.speaker === side).map(({ text }) => text),
      )
    bySide('me', 'Speaker 1')
    bySide('others', 'Speaker 2')
  }, 240_000)

  it('keeps what was heard when it is cut off, and only the rest is heard then', async () => {
    opened = await recordedNote([samplesOf('meeting-launch')])
    const { session, noteId, channels, blocks } = opened
    const heard = session.live.hear({ noteId, channels, blocks: blocks(), language: 'en' })
    const before: LiveEvent[] = []
    for await (const event of session.live.watch(noteId)) {
      before.push(event)
      if (shownBy(before).size === 3) break
    }
    await session.live.stop()
    await expect(heard).rejects.toMatchObject({ code: 'CANCELLED' })
    const [hearing] = await session.store.read.getHearings({ noteId })
    expect(hearing).toMatchObject({ isDone: false })
    expect(hearing?.doneMs).toBeGreaterThan(2000)

    await opened.finish()
    const { segments } = await session.notebook.show(noteId, true)
    expect(segments.slice(0, 3).map(({ text }) => text)).toEqual(['Hello, everyone.', "Let's get started.", 'The first topic is the press release.'])
    const reference = countedWords(referenceOf('meeting-launch').text)
    expect(wordErrors(reference, countedWords(segments.map(({ text }) => text).join(' ')))).toBeLessThan(reference.length / 10)
  }, 240_000)
})

import { describe, expect, it } from 'vitest'
import { createLooking } from '../../../src-main/core/redaction/index.ts'
import type { Corrected } from '../../../src-shared/domain/correction.ts'
import { correctionIdSchema } from '../../../src-shared/domain/ids.ts'
import type { LiveEvent } from '../../../src-shared/domain/live.ts'
import { createLiveText, redactTail, type LiveHeard } from '../../../src-main/core/live/index.ts'

const looking = createLooking(() => 0)
const indexKey = new Uint8Array(32).fill(7)

function live({ participants = [], channels = 2, said = [] }: { participants?: string[]; channels?: 1 | 2; said?: Corrected[] } = {}) {
  const corrections = said.map((what, at) => {
    const id = correctionIdSchema.parse(`01J00000000000000000000${100 + at}`)
    return { id, noteId: null, scope: 'always' as const, createdAt: at, what }
  })
  const text = createLiveText({
    channels,
    index: [],
    redact: (tail) => redactTail({ ...tail, participants, language: 'en', indexKey, corrections }, looking),
  })
  const shown = new Map<number, string>()
  const running = new Map<string | null, string>()
  const show = (events: readonly LiveEvent[]): void => {
    for (const event of events) {
      if (event.kind === 'segment') shown.set(event.id, event.text)
      if (event.kind === 'provisional') running.set(event.speaker, event.text)
    }
  }
  const spoken = (said: string) => [{ startMs: 0, endMs: 1000, text: said }]
  const take = async (heard: LiveHeard): Promise<void> => show(await text.take(heard))
  return {
    text,
    running,
    shown: () => [...shown.values()],
    final: (channel: number, said: string) => take({ kind: 'final', channel, segments: spoken(said), doneMs: 1000, language: 'en' }),
    provisional: (channel: number, said: string) => take({ kind: 'provisional', channel, segments: spoken(said) }),
  }
}

describe('live text', () => {
  it('finds a number that was cut in two, whatever the other side says in between', async () => {
    const { final, shown } = live()
    await final(0, 'Take the card 4111 1111')
    await final(1, 'Yes?')
    await final(0, '1111 1111 for it.')
    expect(shown()).toEqual(['Take the card [CREDIT_CARD_1]', 'Yes?', '[CREDIT_CARD_1] for it.'])
  })

  it('hides what is being said too, and as soon as it can be told what was said before', async () => {
    const { final, provisional, running, shown } = live()
    await final(0, 'Take the card 4111 1111')
    expect(shown()).toEqual(['Take the card 4111 1111'])
    await provisional(0, '1111 1111')
    expect([shown(), running.get('me')]).toEqual([['Take the card [CREDIT_CARD_1]'], '[CREDIT_CARD_1]'])
    await final(0, '1111 1111.')
    expect(running.get('me')).toBe('')
  })

  it('keeps a token for a person, on both sides, and gives none away to words that came to nothing', async () => {
    const { final, provisional, shown, text } = live({ participants: ['Alice Schmidt', 'Bob Miller'] })
    await final(1, 'Hello, I am Alice Schmidt.')
    await provisional(0, 'My colleague Priyanka Rao')
    const before = text.index.length
    await final(0, 'Thank you, Alice, says Bob.')
    await final(1, 'And Priyanka Rao is here.')
    expect(shown()).toEqual(['Hello, I am [PERSON_1].', 'Thank you, [PERSON_1], says [PERSON_2].', 'And [PERSON_3] is here.'])
    expect(text.index.length).toBeGreaterThan(before)
  })

  it('obeys what the person said of words, final and running, cut in two or not', async () => {
    const { final, provisional, running, shown } = live({
      participants: ['Alice Schmidt'],
      said: [
        { kind: 'hide', phrase: 'Project Falcon', type: 'ORG', place: null, by: 'person' },
        { kind: 'never-hide', phrase: 'Alice Schmidt', token: null, place: null },
      ],
    })
    await final(0, 'Alice Schmidt speaks for project')
    await provisional(0, 'Falcon, she')
    expect([shown(), running.get('me')]).toEqual([['Alice Schmidt speaks for [ORG_1]'], '[ORG_1], she'])
    await final(0, 'falcon, she said.')
    await final(1, 'Project Falcon it is.')
    expect(shown()).toEqual(['Alice Schmidt speaks for [ORG_1]', '[ORG_1], she said.', '[ORG_1] it is.'])
  })

  it('leaves alone what was said long before', async () => {
    const { final, shown } = live({ channels: 1 })
    for (let line = 0; line < 30; line++) await final(0, `This is line ${line} of a long meeting about nothing.`)
    await final(0, 'Write to bob@example.com.')
    expect(shown()).toHaveLength(31)
    expect(shown().at(-1)).toBe('Write to [EMAIL_1].')
  })
})

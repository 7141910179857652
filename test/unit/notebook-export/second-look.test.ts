import { describe, expect, it } from 'vitest'
import { exportNote } from '../../../src-main/core/notebook/export/index.ts'
import type { NoteView } from '../../../src-main/core/notebook/export/view.ts'
import { lookedAtAgain, textsLookedAtAgain } from '../../../src-main/core/notebook/look-again.ts'
import { scanStored } from '../../../src-main/core/pipeline/look-again.ts'
import { keyPairFromSeed } from '../../../src-main/core/keys/index.ts'
import { createTokenBook } from '../../../src-main/core/redaction/index.ts'
import type { TextWorker } from '../../../src-main/core/pipeline/index.ts'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import { correctionIdSchema, noteIdSchema } from '../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'

/** A note as an earlier version might have left it: an address stands in every field of it. */
const CANARY = 'kumquat@example.org'
const line = { text: `[PERSON_1] writes to ${CANARY}.`, segments: [0] }
const VIEW: NoteView = {
  title: `Mail to ${CANARY}`,
  date: '2026-11-21T10:00:00Z',
  participants: ['[PERSON_1]', CANARY],
  segments: [{ speaker: CANARY, startMs: 0, endMs: 4000, text: `[PERSON_1], send it to ${CANARY} and [EMAIL_1]` }],
  summary: {
    overview: [line],
    topics: [{ title: `Mail to ${CANARY}`, segments: [0] }],
    decisions: [line],
    actions: [{ ...line, owner: CANARY, duePhrase: CANARY }],
    questions: [line],
    own: [{ text: `ask ${CANARY}`, lines: [line] }],
    sections: [{ heading: 'Sent', lines: [line] }],
  },
}
const noteId = noteIdSchema.parse('01JD0V2M8C6Q0W6R1X00000000')

/** The text thread's own code, called in place. */
const text: TextWorker = {
  run: (call) => {
    const scan = async (input: Parameters<typeof scanStored>[0]) => scanStored(input, 'batch')
    return call({ scanMade: scan } as Parameters<typeof call>[0]) // the one procedure that is called here; calling any other throws
  },
  looksWithModel: async () => false,
  close: async () => undefined,
}
const looked = (corrections: Correction[]): Promise<NoteView> =>
  lookedAtAgain({ text, vault: { corrections: async () => corrections } }, VIEW, { noteId, language: 'en' })

describe('a note that leaves without names', () => {
  it.each(['md', 'json', 'vtt', 'srt', 'txt'] as const)('has nothing in it that a second look finds: %s', async (format) => {
    expect(exportNote(VIEW, format)).toContain(CANARY)
    const content = exportNote(await looked([]), format).replaceAll('\\', '') // as Markdown writes brackets
    expect(content).not.toContain('kumquat')
    expect(content).toContain('[EMAIL_2]')
    expect(content).toContain('[PERSON_1]')
  })

  it('keeps what a person said is to be seen', async () => {
    const never: Correction = {
      id: correctionIdSchema.parse('01JD0V2M8C6Q0W6R1X00000001'),
      noteId,
      scope: 'meeting',
      createdAt: 0,
      what: { kind: 'never-hide', phrase: CANARY, token: null, place: null },
    }
    expect(await looked([never])).toEqual(VIEW)
  })

  it('is left alone where there is nothing to find', async () => {
    const clean: NoteView = JSON.parse(JSON.stringify(VIEW).replaceAll(CANARY, '[EMAIL_2]'))
    const again = await lookedAtAgain({ text, vault: { corrections: async () => [] } }, clean, { noteId, language: 'en' })
    expect(again).toEqual(clean)
  })
})

it('calls somebody the note knows by their own token, and anybody else by a number it does not use', async () => {
  const indexKey = new Uint8Array(32).fill(7)
  const book = createTokenBook({ indexKey, entries: [] })
  book.assign('PERSON', 'somebody else')
  book.assign('PERSON', 'orla thistlewood', ['orla', 'thistlewood'])
  const note = { noteId, publicKey: keyPairFromSeed(indexKey).publicKey, indexKey, index: book.entries() }
  const made = redactedTextSchema.parse('Thistlewood sends it, says Mr. Quackenbush.')
  const [answer] = await textsLookedAtAgain({ text, vault: { corrections: async () => [] } }, [made], { noteId, language: 'en', note })
  expect(answer).toBe('[PERSON_2] sends it, says Mr. [PERSON_3].')
})

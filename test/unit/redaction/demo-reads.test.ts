import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readTranscript } from '../../../src-main/core/importers/index.ts'
import { createTokenBook, redactMeeting } from '../../../src-main/core/redaction/index.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { tokenPattern } from '../../../src-shared/domain/token.ts'

const tokensIn = (text: string): number => text.match(tokenPattern())?.length ?? 0
const wordsIn = (text: string): number => text.replace(tokenPattern(), 'token').match(/\p{L}+/gu)?.length ?? 0

it('the demo meeting can be read with its names hidden', async () => {
  const bytes = readFileSync(new URL('../../../resources/demo/weekly-product-sync.vtt', import.meta.url))
  const { cues, speakers } = await readTranscript(new Uint8Array(bytes))
  const redacted = redactMeeting({ cues, participants: speakers }, createTokenBook({ indexKey: new Uint8Array(32), entries: [] }))
  const said = redacted.cues.map(({ text }) => text.text).join(' ')
  expect(tokensIn(said)).toBeGreaterThan(0)
  expect(wordsIn(said) / tokensIn(said)).toBeGreaterThan(12)

  const segments = redacted.cues.map(({ speaker, text }, at) => {
    const id = segmentIdSchema.parse(String(at).padStart(26, '0'))
    return { id, speaker: speaker?.text ?? null, startMs: at * 5_000, endMs: at * 5_000 + 4_000, text: text.text }
  })
  const engine = createEmbeddedEngine({ now: () => 0 })
  const participants = redacted.participants.map(({ text }) => text)
  const summary = await engine.summarize({ segments, participants, date: '2026-03-02T09:30:00' }, { signal: new AbortController().signal })
  const lines = [...summary.overview, ...summary.decisions, ...summary.actions, ...summary.questions].map(({ text }) => text)
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => wordsIn(line.replace(tokenPattern(), '')) < 3)).toEqual([])
})

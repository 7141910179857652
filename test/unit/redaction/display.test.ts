import { describe, expect, it } from 'vitest'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { createTokenBook, redactMeeting } from '../../../src-main/core/redaction/index.ts'

describe('the name a token is shown by', () => {
  it('is the fullest one, without what a call adds in brackets; the label itself comes back as it stood', () => {
    const cues = [
      { speaker: rawText('Marcus Feld (Guest)'), text: rawText('Hello, sorry I am late.') },
      { speaker: rawText('Ann Lee'), text: rawText('Hi Marcus, no problem.') },
    ]
    const { names, cues: redacted } = redactMeeting({ cues, participants: [] }, createTokenBook({ indexKey: new Uint8Array(32), entries: [] }))
    expect(names.map(({ display }) => wordsOf(display))).toEqual(expect.arrayContaining(['Marcus Feld', 'Ann Lee']))
    expect(redacted[0]?.speaker?.hidden.map(({ surface }) => wordsOf(surface))).toEqual(['Marcus Feld (Guest)'])
    expect(redacted[1]?.text.text).toBe(`Hi ${redacted[0]?.speaker?.text ?? ''}, no problem.`)
  })
})

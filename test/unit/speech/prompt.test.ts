import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promptFrom, windowPrompt } from '../../../src-main/core/speech/prompt.pure.ts'

/** What the engine's half context holds; a token is never shorter than a byte, and letters of names rarely take one each. */
const costOf = (character: string): number => (/\p{ASCII}/u.test(character) ? 0.5 : Buffer.byteLength(character) > 2 ? 2 : 1)
const tokensAtMost = (text: string): number => [...text].reduce((sum, character) => sum + costOf(character), 0)

describe('the prompt from participants and vocabulary', () => {
  it('is a bare list, names last, each once', () => {
    const said = promptFrom({ participants: ['Alice Novak', 'Bob Chen', 'alice novak'], vocabulary: 'OKR; Kubernetes\nBob Chen, OKR', language: 'en' })
    expect(said).toBe('OKR, Kubernetes, Alice Novak, Bob Chen.')
    expect(promptFrom({ participants: [], vocabulary: ' ,; ', language: 'de' })).toBe('')
  })

  it('is written as the language writes lists', () => {
    expect(promptFrom({ participants: ['李明', '王芳'], language: 'zh-TW' })).toBe('李明、王芳。')
    expect(promptFrom({ participants: ['ليلى', 'سامي'], language: 'ar' })).toBe('ليلى، سامي.')
  })

  it('spells names, not addresses', () => {
    const participants = ['Zoë Åkesson <zoe@example.com>', 'bob@example.com', '<carol@example.com>', 'Dan\u0000\n\u202EIvanov']
    expect(promptFrom({ participants, language: 'auto' })).toBe('Zoë Åkesson, Dan Ivanov.')
  })

  it('drops vocabulary before names where there is too much', () => {
    const participants = Array.from({ length: 12 }, (_, n) => `Przemysław Nowak${n}`)
    const said = promptFrom({ participants, vocabulary: Array.from({ length: 300 }, (_, n) => `term${n}`).join(), language: 'pl' })
    for (const name of participants) expect(said).toContain(name)
    expect(said.startsWith('term0, ')).toBe(true)
    expect(said).not.toContain('term299')
  })

  it('fits, is one line, and holds nothing that was not given, whatever was given', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, fc.constantFrom('en', 'ja', 'ar', 'auto', '', 'zz'), (participants, vocabulary, language) => {
        const said = promptFrom({ participants, vocabulary, language })
        expect(tokensAtMost(said)).toBeLessThanOrEqual(224)
        expect(said).not.toMatch(/[\n\r\0]/)
        expect(said.isWellFormed()).toBe(true)
        expect(windowPrompt(said)).toBe(said)
      }),
    )
  })
})

describe('a prompt of the person\'s own', () => {
  it('is cut where the engine could not hold it, at a word\'s end', () => {
    expect(windowPrompt('  Alice,\n Bob ')).toBe('Alice, Bob')
    const long = windowPrompt('Przemysław '.repeat(100))
    expect(tokensAtMost(long)).toBeLessThanOrEqual(224)
    expect(long.endsWith('Przemysław')).toBe(true)
    expect(windowPrompt('会议'.repeat(300)).length).toBeGreaterThan(50)
    const text = fc.string({ unit: 'grapheme', maxLength: 900 })
    fc.assert(fc.property(text, (given) => tokensAtMost(windowPrompt(given)) <= 224 && windowPrompt(given).isWellFormed()))
  })
})

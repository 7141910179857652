import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairTokens } from '../../../src-main/core/summary/ollama/tokens-back.pure.ts'
import { makeToken, tokensIn } from '../../../src-shared/domain/token.ts'

const known = new Set([makeToken('PERSON', 1), makeToken('PERSON', 2), makeToken('CREDIT_CARD', 1)])
const repaired = (text: string): string => repairTokens(text, known).text
const tokensOf = (text: string) => Array.from(tokensIn(text), ({ token }) => token)

describe('tokens a model copied nearly right', () => {
  it.each([
    ['(Person 1) sends it.', '[PERSON_1] sends it.'],
    ['[person_1] and [Person 2]', '[PERSON_1] and [PERSON_2]'],
    ['\\[PERSON\\_1\\] agrees.', '[PERSON_1] agrees.'],
    ['**[PERSON_01]** agrees.', '**[PERSON_1]** agrees.'],
    ["[PERSON_1's] budget", "[PERSON_1]'s budget"],
    ['PERSON_1 and PERSON_2 decide.', '[PERSON_1] and [PERSON_2] decide.'],
    ['PERSON_1] decides, [PERSON_2 agrees.', '[PERSON_1] decides, [PERSON_2] agrees.'],
    ['[PERSN_2] pays with 【credit card 1】.', '[PERSON_2] pays with [CREDIT_CARD_1].'],
    ['Person_2 will call.', '[PERSON_2] will call.'],
    ['[PERSON_1] stays as it is.', '[PERSON_1] stays as it is.'],
  ])('%s', (given, wanted) => {
    expect(repairTokens(given, known)).toEqual({ text: wanted, isInvented: false })
  })

  const WORDS = ['Person 1 of 3 came.', 'See (figure 2).', 'The address 4 doors down', 'Flight LH_400', 'We need 2 (two) people.']
  it.each(WORDS)('leaves words alone: %s', (given) => {
    expect(repairTokens(given, known)).toEqual({ text: given, isInvented: false })
  })

  it.each(['[PERSON_9] decides.', 'PERSON_9 decides.', '[EMAIL_1] was named.', 'Ask [PERSON_3] or [PERSON_1].'])('finds a made-up one: %s', (given) => {
    expect(repairTokens(given, known).isInvented).toBe(true)
  })

  it('loses no token and makes none up, whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom('[', ']', '(', ')', '\\', '_', ' ', '[PERSON_1]', 'PERSON_2', 'person', 'Credit card 1', '[credit_card_1]', '12', "'s"),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')), (text) => {
        const [before, after] = [tokensOf(text), tokensOf(repaired(text))]
        expect(after.length).toBeGreaterThanOrEqual(before.length)
        expect(after.filter((token) => !known.has(token))).toEqual(before.filter((token) => !known.has(token)))
      }),
      { numRuns: 500 },
    )
  })
})

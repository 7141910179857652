import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CuePattern, said } from '../../../src-main/core/summary/embedded/cue-pattern.pure.ts'

// Each a way of writing patterns that the engine uses.
const WRITTEN = [
  / (?:will|going to|have to) /, /^ (?:and |so )?(?:i|we) (?!think)/, / @(?<person>[0-9]+|x) (?:will|has to) /, /@[0-9]+ , (?:you |please )?(?:do|take) /,
  /(?:^| , ) (?:and |so )?(?:what|who) /, / organi[sz]es? /, / e-?mail /, / (?<!(?: a| the) )kind of /, / yes/, / [b-hj-z] | (?:the|to) [.?!,] $/,
  /\? (?:ok|yes)/,
  / (?:[a-z-]+ ){0,3}(?:lead|team) /, / (?:the )*team /, / (?:just |then ){0,2}send /, / .{1,20} would /, /[,:;] (?:so )?(?:that|it) (?:is|goes) to @/,
  / \[[A-Z_]+_[0-9]+\] /,
].map((pattern) => ({ pattern, cue: new CuePattern(pattern) }))

const word = fc.constantFrom(
  ...'will going to have i we and so think @0 @12 @x has , . ? : you please do take what who organise organizes email e-mail a the kind of yes yesterday b ok lead team just then send would that it is goes [ORG_1]'.split(' '),
)

describe('cue patterns', () => {
  it('fit exactly where the expression does, though hardly any is tried', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = said(words)
        for (const { pattern, cue } of WRITTEN) {
          expect([pattern.source, cue.test(text)]).toEqual([pattern.source, pattern.test(text.cue)])
          expect(cue.exec(text)?.index).toBe(pattern.exec(text.cue)?.index)
        }
      }),
      { numRuns: 500 },
    )
  })
})

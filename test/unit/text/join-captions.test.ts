import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinCaptions, type Caption } from '../../../src-shared/text/join-captions.ts'
import { endsSentence } from '../../../src-shared/text/sentence-end.ts'

type Time = number | null
const caption = (text: string, speaker: string | null = 'A', startMs: Time = null, endMs: Time = null): Caption => ({ speaker, startMs, endMs, text })
const texts = (captions: readonly Caption[]): string[] => joinCaptions(captions).map(({ text }) => text)

describe('joining captions into sentences', () => {
  it('joins captions of a few words until the sentence ends and keeps where each began', () => {
    const captions = [
      caption('so we should', 'A', 0, 900),
      caption('ship on', 'A', 950, 1500),
      caption('Friday.', 'A', 1500, 2000),
      caption('Yes.', 'A', 2100, 2500),
    ]
    expect(joinCaptions(captions)).toEqual([
      { members: [0, 1, 2], speaker: 'A', startMs: 0, endMs: 2000, text: 'so we should ship on Friday.', offsets: [0, 13, 21] },
      { members: [3], speaker: 'A', startMs: 2100, endMs: 2500, text: 'Yes.', offsets: [0] },
    ])
  })

  it('never joins across speakers, named or not', () => {
    const captions = [caption('so we', 'A'), caption('wait', 'B'), caption('should go', 'A'), caption('and then', null)]
    expect(texts(captions)).toEqual(['so we', 'wait', 'should go', 'and then'])
  })

  it('joins neighbours whose speaker is unknown', () => {
    expect(texts([caption('one two', null), caption('three.', null)])).toEqual(['one two three.'])
  })

  it('breaks at a pause of more than two seconds', () => {
    expect(texts([caption('so we', 'A', 0, 1000), caption('should', 'A', 3000, 3500), caption('go now', 'A', 5501, 6000)])).toEqual(['so we should', 'go now'])
  })

  it('measures a pause from the latest end, so that an overlapping cue makes none', () => {
    const captions = [caption('a long one', 'A', 0, 9000), caption('inside', 'A', 1000, 1500), caption('after it', 'A', 10_000, 11_000)]
    expect(texts(captions)).toEqual(['a long one inside after it'])
  })

  it('closes a run without full stops at about forty words', () => {
    const sizes = joinCaptions(Array.from({ length: 30 }, () => caption('and so on'))).map(({ text }) => text.split(' ').length)
    expect(sizes).toEqual([39, 39, 12])
  })

  it('leaves sentences and turns alone', () => {
    const turns = ['I think we should.', 'Really?', '“Yes!”', '(Laughter.)', '本当に。']
    expect(texts(turns.map((text) => caption(text)))).toEqual(turns)
  })

  it('does not take an abbreviation or an initial for the end of a sentence', () => {
    expect(texts([caption('ask Dr.'), caption('Weiss about J.'), caption('Smith.')])).toEqual(['ask Dr. Weiss about J. Smith.'])
  })

  it('puts no space between scripts that have none', () => {
    expect(joinCaptions([caption('今日は'), caption('会議です。')])).toMatchObject([{ text: '今日は会議です。', offsets: [0, 3] }])
  })

  it('keeps every entry once, in order, with its exact words, for any input', () => {
    const anyCaption = fc.record({
      speaker: fc.constantFrom(null, 'A', 'B'),
      startMs: fc.option(fc.nat(100_000)),
      endMs: fc.option(fc.nat(100_000)),
      text: fc.oneof(fc.constantFrom('so', 'we go', 'Right.', 'Dr.', '会議', ''), fc.string({ unit: 'binary', maxLength: 30 })),
    })
    fc.assert(
      fc.property(fc.array(anyCaption, { maxLength: 60 }), (captions) => {
        const joined = joinCaptions(captions)
        expect(joined.flatMap(({ members }) => members)).toEqual(captions.map((_, index) => index))
        for (const run of joined) {
          run.members.forEach((member, at) => {
            const source = captions[member]
            expect(source?.speaker).toBe(run.speaker)
            const from = run.offsets[at] ?? -1
            expect(run.text.slice(from, from + (source?.text.length ?? 0))).toBe(source?.text)
          })
          const between = run.text.length - run.members.reduce((sum, member) => sum + (captions[member]?.text.length ?? 0), 0)
          expect(between).toBeLessThan(run.members.length)
        }
      }),
    )
  })

  it('knows sentence ends in several scripts and behind closing marks', () => {
    expect(['Yes.', 'Yes."', 'Ja!', '什么？', 'نعم؟', 'हाँ।', 'wait…', 'at 3 p.m.'].map(endsSentence)).toEqual(Array(8).fill(true))
    expect(['yes', 'Mr.', 'e.g.', 'J.', 'U.S.', 'so,', '', '   '].map(endsSentence)).toEqual(Array(8).fill(false))
  })

  it('joins an hour of captions in a blink', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => caption('and so we go', 'A', index * 10, index * 10 + 9))
    const before = performance.now()
    joinCaptions(many)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

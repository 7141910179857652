import { expect, it } from 'vitest'
import { redactPlain } from '../../../src-main/core/redaction/index.ts'

/** Enough said to tell whether names are written with capitals. */
const TALK = Array.from({ length: 24 }, () => 'We looked at the budget again. It is fine for now. The team moves on to the second point.')
const redacted = (...lines: string[]): string => redactPlain([...TALK, ...lines].join('\n'), { lang: 'en' }).redacted

it('hides no word in lower case where names have their capital', () => {
  const text = redacted('The first stage of the fight with coronavirus is over.', 'The coronavirus pandemic is not.', 'We met with Okonjo, too.')
  expect(text).toContain('fight with coronavirus is over')
  expect(text).toContain('The coronavirus pandemic is not')
  expect(text).not.toContain('Okonjo')
})

it('hides no abbreviation for standing where a name could', () => {
  expect(redacted("I think LCD's more useful than speech.", 'We have one LCD screen.')).toContain('one LCD screen')
})

it('spreads neither a stuttered word nor a month through a meeting', () => {
  const text = redacted("Well that's's up to the designer.", 'Yeah. That is difficult, that one.', 'June said so to Okonjo.', 'It ends in June across Canada.')
  expect(text).toContain('That is difficult, that one.')
  expect(text).toContain('in June across')
})

it('hides a name in lower case that is one, and all of them where nothing has capitals', () => {
  expect(redacted('so i asked tiphaine and mateo to look at it')).not.toMatch(/mateo/)
  const lower = [...TALK.map((line) => line.toLowerCase()), 'so then thanks to ruaridh for the numbers']
  expect(redactPlain(lower.join('\n'), { lang: 'en' }).redacted).not.toContain('ruaridh')
})

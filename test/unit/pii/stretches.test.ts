import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'
import { spokenStretches } from '../../../src-shared/pii/shadow/stretches.ts'
import { sourceView } from '../../../src-shared/pii/views.ts'

/** Talk in which nothing stands for anything else. */
const TALK = 'So we looked over what had come in and what was still missing, and nobody had much to add to that. '
const found = (text: string): string[] => findPii(text, { lang: 'en', participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('what is said for something else in a long text', () => {
  it.each([
    'you can write to alice at example dot com whenever that suits',
    'my number is oh seven seven double oh nine hundred one two three and that is the best one',
    'we live at twelve Harbour Lane if somebody asks',
    'it went to nine Cobblers Yard, as far as I know',
    'my address is seven Old Kiln by the way, and it has been that for ten years',
    'the password is copper finch nine, as it was two years ago',
    'find me as otter fifty on Discord, it took two minutes',
    'she was born on the third of May, and that was in two parts',
    'my phone is seven four nine two,\nMm-hm.\nsix one eight three, that was it',
    'the card is four one one one one one one one one one one one one one one one if I read it right',
  ])('is found as it is in a short one: %s', (said) => {
    const alone = found(said)
    expect(alone).not.toEqual([])
    for (const between of [' ', '\n']) {
      expect(found(`${TALK.repeat(12).trim()}${between}${said}${between}${TALK.repeat(12).trim()}`)).toEqual(alone)
    }
  })

  it('is read where it stands, and nowhere else', () => {
    const text = `${TALK.repeat(30)}It took two weeks. ${TALK.repeat(30)}Write to alice at example dot com. ${TALK.repeat(30)}`
    const stretches = spokenStretches(sourceView(text), 'en')
    expect(stretches.map(({ isLoneNumber }) => isLoneNumber)).toEqual([true, false])
    for (const [at, words] of ['two weeks', 'alice at example dot com'].entries()) {
      expect(text.slice(stretches[at]?.start, stretches[at]?.end)).toContain(words)
    }
    expect(stretches.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(900)
  })
})

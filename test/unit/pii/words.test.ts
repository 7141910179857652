import { describe, expect, it } from 'vitest'
import { sourceView, stemsOf } from '../../../src-shared/pii/views.ts'
import { wordsOf } from '../../../src-shared/pii/words.ts'

const STEMS = ['pin', 'log in', ' by', 'd.o.b', 'last 4', "l'accès", 'wi-fi', 'né'] as const
const listed = stemsOf(STEMS)
const lowerCase = (text: string): string => sourceView(text).lower

describe('whether a text has one of some stems', () => {
  it.each([
    'the Pin is', 'opinion', 'Log in now', 'we blog into it', 'stand by', 'bystander', 'over, bygone', 'my D.O.B. is', 'the last 44', "c'est l'accès", 'WI-FI',
    'je suis née', 'logged in', 'dob', 'last for', 'wifi', 'cafe\u0301 p\u0301in', '[PIN_1]', 'ΑΣ pin', 'İstanbul by night', '', '…',
  ])('is told by its words as by a look through all of it: %s', (text) => {
    expect(sourceView(text).mentions(listed)).toBe(STEMS.some((stem) => lowerCase(text).includes(stem)))
  })
})

describe('whether a part of a text has one of some stems', () => {
  const text = 'We log in twice. Then the pin is asked for.'
  it.each([[0, 16, true], [3, 6, false], [17, 26, false], [17, 29, true], [27, text.length, true], [30, text.length, false], [40, 40, false]])(
    'is told by the words that stand in it: %i to %i', (start, end, isIn) => {
      expect(sourceView(text).saidBetween(start, end)(listed)).toBe(isIn)
    })

  it('is told of whole words, with what English puts behind one', () => {
    const streets = wordsOf('lane|st|meadows?')
    const isIn = (said: string): boolean => sourceView(said).mentions(streets)
    expect(['Mill Lane', "the lane's end", 'old meadow, St. Ives'].map(isIn)).toEqual([true, true, true])
    expect(['planes', 'lanes', 'still', 'st2'].map(isIn)).toEqual([false, false, false, false])
  })
})

describe('the words of a text', () => {
  it('stand where they stand in it, in its own letters and in its lower case', () => {
    const text = "Ada's ΑΣ.ΑΣ İpek 👩‍👩‍👧 l’Été the the 4th o'clock"
    const view = sourceView(text)
    expect(view.words.map(({ start, end }) => text.slice(start, end))).toEqual(view.words.map((word) => word.text))
    expect(view.words.map(({ start, end }) => view.lower.slice(start, end))).toEqual(view.words.map(({ lower }) => lower))
    expect(view.words.slice(-2).map(({ bare }) => bare)).toEqual(['4th', "o'clock"])
    expect(view.words[0]?.bare).toBe('ada')
    expect(view.words.filter(({ hasCapital }) => hasCapital).map((word) => word.text)).toEqual(["Ada's", 'ΑΣ', 'ΑΣ', 'İpek'])
  })
})

import { describe, expect, it } from 'vitest'
import { sourceView, stemsOf } from '../../../src-shared/pii/views.ts'

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

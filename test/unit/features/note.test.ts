import { describe, expect, it } from 'vitest'
import { places } from '../../../src-renderer/features/note/places.ts'
import { linesWith, matchesIn } from '../../../src-renderer/features/note/find.ts'

describe('finding in a transcript', () => {
  it('finds every place, whatever the capitals', () => {
    expect(matchesIn('Invoice, invoice; INVOICE', 'invoice')).toEqual([0, 9, 18])
    expect(matchesIn('aaa', 'aa')).toEqual([0])
    expect(matchesIn('anything', '')).toEqual([])
  })

  it('marks nothing where capitals change the length of a text, rather than the wrong letters', () => {
    expect(matchesIn('İstanbul office', 'office')).toEqual([])
    expect(linesWith(['İstanbul office'], 'office')).toEqual([0])
  })

  it('lists the lines that have the words, in order', () => {
    expect(linesWith(['one', 'Two one', 'three'], ' ONE ')).toEqual([0, 1])
    expect(linesWith(['one'], '  ')).toEqual([])
  })
})

it('takes neighbouring lines for one place', () => {
  expect(places([7, 3, 4, 5, 9])).toEqual([[3, 4, 5], [7], [9]])
  expect(places([2, 2])).toEqual([[2, 2]])
  expect(places([])).toEqual([])
})

import fc from 'fast-check'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src-main/core/search/query.pure.ts'
import { indexForm } from '../../../src-shared/domain/token.ts'

const db = new Database(':memory:')
db.exec('CREATE VIRTUAL TABLE f USING fts5 (words, tokenize = "unicode61 remove_diacritics 2")')
const add = db.prepare('INSERT INTO f (words) VALUES (?)')
add.run(indexForm('Call [PERSON_1] about the Müller invoice, mail [EMAIL_2]'))
add.run(indexForm('A person without a token'))
const count = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM f WHERE f MATCH ?')
const found = (query: string): (number | undefined)[] => parseQuery(query).map(({ match }) => count.get(match)?.n)

describe('a query', () => {
  it('finds words as prefixes, without case and accents, and phrases as they stand', () => {
    expect(found('invo')).toEqual([1])
    expect(found('muller')).toEqual([1])
    expect(found('"müller invoice"')).toEqual([1])
    expect(found('"invoice müller"')).toEqual([0])
  })

  it('tells the word "person" from a hidden person', () => {
    expect(found('person')).toEqual([1])
    expect(found('[PERSON]')).toEqual([1])
    expect(found('[PERSON_1]')).toEqual([1])
    expect(found('[EMAIL] person')).toEqual([1, 1])
    expect(found('EMAIL')).toEqual([0])
  })

  it('never reaches SQLite as anything but words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (query) => void found(query)))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', '*', '(', ')', ':', '^', 'NEAR', 'OR', '-', 'a', ' ', '+', '{', '\0')).map((parts) => parts.join('')),
        (query) => void found(query),
      ),
    )
  })
})

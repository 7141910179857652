import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const births = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).filter(({ type }) => type === 'DATE_OF_BIRTH').map(({ start, end }) => text.slice(start, end).replace(/[.,]$/, ''))

describe('births', () => {
  it.each([
    ['en', 'our twins came into the world on the fourth of march twenty nineteen', 'the fourth of march twenty nineteen'],
    ['de', 'Unser Baby kam am 4. März 2021 um acht.', '4. März 2021'],
    ['fr', 'Elle est venue au monde le 9 avril 1947 à Lille.', '9 avril 1947'],
    ['es', 'Mi abuela vino al mundo el 6 de junio del 41.', '6 de junio del 41'],
    ['sv', 'Han kom till världen den 8 maj 1966.', '8 maj 1966'],
    ['es', 'Mi hermano cumple años el dos de abril.', 'dos de abril'],
    ['en', "She'll be fifty on the eighth of July, so keep it free.", 'the eighth of July'],
    ['en', "He's an April 1961 baby.", 'April 1961'],
    ['en', 'My aunt was born in fifty-three.', 'fifty-three'],
    ['de', 'Er ist Jahrgang 58.', '58'],
    ['en', 'Her dad, born on Christmas Eve 1951, comes too.', 'Christmas Eve 1951'],
    ['sv', 'Hon är född på julafton 1949.', 'julafton 1949'],
    ['de', 'Lena Brandt, *04.09.2011, Torfrau', '04.09.2011'],
    ['en', 'pt 03/02/1951 M, chest pain since noon', '03/02/1951'],
  ])('%s: %s', (lang, text, birth) => {
    expect(births(text, lang)).toContain(birth)
  })

  it('the year said on behind the day', () => {
    expect(births('Mi cumpleaños es el 3 de marzo y soy del 84.', 'es')).toEqual(['3 de marzo', '84'])
  })

  it('what answers the question for the year, or for day and month', () => {
    expect(births('Agent: Day and month first?\nCaller: 21st of the sixth.\nAgent: And the year?\nCaller: Fifty-nine.', 'en'))
      .toEqual(['21st of the sixth', 'Fifty-nine'])
    expect(births('Vous êtes de quelle année ?\nDe 61.\nEt le jour ?\nLe 4 mars', 'fr')).toEqual(['61', '4 mars'])
  })

  it.each([
    ['en', 'The company was born on 3 May 1998 in a shed.'],
    ['es', 'La empresa nació el 3 de mayo de 1998.'],
    ['en', '* 04.09.2025 kick-off\n* 11.09.2025 review'],
    ['de', 'Abgabe **04.09.2025** im Büro'],
    ['en', 'The budget?\nAnd the year?\nTwenty twenty-six.'],
    ['en', 'Shipped on Boxing Day 2024.'],
    ['en', 'The cot for the baby arrived last week, invoice of 3 May 2024 attached.'],
  ])('none in %s: %s', (lang, text) => {
    expect(births(text, lang)).toEqual([])
  })
})

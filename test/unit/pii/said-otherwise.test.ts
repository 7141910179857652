import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).filter(({ type }) => type !== 'PERSON').map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('values said or written in other ways', () => {
  it.each([
    ['en', 'the talk is on https://speakerdeck.com/okonkwob', 'URL https://speakerdeck.com/okonkwob'],
    ['en', 'You can book me at calendly.com/ruskin/quarter-hour.', 'URL calendly.com/ruskin/quarter-hour'],
    ['en', 'I write at holloway dot substack dot com these days', 'URL holloway dot substack dot com'],
    ['en', 'He answered in twitter.com/pondlife/status/8812 yesterday.', 'URL twitter.com/pondlife/status/8812'],
    ['en', 'The fork is github.com/sophie.hale/scraper.', 'URL github.com/sophie.hale/scraper'],
    ['fr', 'ma chaîne est youtube point com barre oblique arobase pimentrouge', 'URL youtube point com barre oblique arobase pimentrouge'],
    ['en', 'Could you whitelist a4b1c2d3e4f5, please?', 'MAC a4b1c2d3e4f5'],
    ['fr', "sur la box c'est zéro neuf deux points a trois deux points b quatre deux points d un deux points c six deux points sept",
      'MAC zéro neuf deux points a trois deux points b quatre deux points d un deux points c six deux points sept'],
    ['en', 'the passport ends in 7715 and was stolen', 'PASSPORT 7715'],
    ['en', 'US ppt B52290417, arriving Monday', 'PASSPORT B52290417'],
    ['en', 'texas d l is four one eight two nine nine seven three', 'DRIVER_LICENSE four one eight two nine nine seven three'],
    ['en', 'she gave 514 882 907 as her driving licence', 'DRIVER_LICENSE 514 882 907'],
    ['de', 'Bei der Rentenversicherung steht 12 190367 K 006.', 'NATIONAL_ID 12 190367 K 006'],
    ['fr', 'Sur ma carte vitale, la clé est trente-sept.', 'NATIONAL_ID trente-sept'],
    ['en', 'N O nine three, eight six oh one, one one one seven, nine four seven', 'IBAN N O nine three, eight six oh one, one one one seven, nine four seven'],
    ['fr', 'Le gardien : Votre plaque ?\nLa dame : C F, 418,\nLe gardien : Oui ?\nLa dame : R W.', 'LICENSE_PLATE C F, 418'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'See github.com/nodejs/undici/issues.'],
    ['en', 'The blog is at blog.substack.com, prices at calendly.com/pricing/teams.'],
    ['en', 'What firmware is the switch on?\n9.14.2.6'],
    ['en', 'The build of commit a4b1c2d3e4f5 is green.'],
    ['de', 'Der ICE 593 fährt mit zwei Wagen weniger.'],
    ['fr', 'La clé : 16 gigas, et le câble.'],
    ['es', 'Fact. nº 2026/0412 pagada.'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

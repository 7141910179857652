import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const hidden = (text: string, lang: string, type: string): string[] =>
  findPii(text, { lang, participants: [] }).filter((span) => span.type === type).map(({ start, end }) => text.slice(start, end))

describe('a login by its form or by what is done under it', () => {
  it.each([
    ['en', 'the export was started by nmacallister again', ['nmacallister']],
    ['en', 'Ask whoever okonkwo_t is.', ['okonkwo_t']],
    ['en', '[10:02] dusty_mop: is it on yet\n[10:03] pl44ster: nearly', ['dusty_mop', 'pl44ster']],
    ['en', 'The home of t2240193 is full.', ['t2240193']],
    ['en', 'the backup still runs as svcpelham because nobody moved it', ['svcpelham']],
    ['en', "and on steam it's velvet radish club all one word", ['velvet radish club']],
    ['en', 'A: How do I find you on Teams?\nB: Search for brinkley7.', ['brinkley7']],
    ['de', 'wie heißt du denn im Spiel?\nich bin der nebelkrapfen acht', ['nebelkrapfen acht']],
    ['en', 'Thanks @channel and @here, that was all.', []],
    ['en', 'the smart carpets and the scarlet curtains were hotlines for clarke', []],
    ['en', 'set max_tokens and base_url in the config, then call read_file', []],
    ['en', 'we ended up as friends and it works as planned', []],
    ['fr', 'les feuilles sont fanées depuis avril', []],
  ])('%s: %s', (lang, text, logins) => {
    expect(hidden(text, lang, 'USERNAME')).toEqual(logins)
  })
})

describe('a secret by its form, or by what asks for it', () => {
  it.each([
    ['en', 'Somebody wrote TinKettle!42 on the board.', ['TinKettle!42']],
    ['en', 'Stop sending "Hello4Everyone!" to new people.', ['Hello4Everyone!']],
    ['en', 'The archive opens with Otter-Moss-May, I think.', ['Otter-Moss-May']],
    ['en', 'the old safe goes left forty one right seven left nineteen', ['left forty one right seven left nineteen']],
    ['en', 'They have texted you a number.\nSix one four, oh double two.', ['Six one four, oh double two']],
    ['en', 'it asked for my first pet so I put captain noodle', ['captain noodle']],
    ['de', 'Was ist dein Lieblingstier?\nTintenfisch, glaube ich.', ['Tintenfisch']],
    ['en', 'We shipped 2.4.0, C++17 and Q3 are done, see AT&T and R&D!', []],
    ['en', 'The first petition goes to Mr\nManly, who is here.', []],
    ['en', 'He texted me that the room holds 12000 people.', []],
    ['en', 'turn left at the second light, right at the church', []],
  ])('%s: %s', (lang, text, secrets) => {
    expect(hidden(text, lang, 'SECRET')).toEqual(secrets)
  })
})

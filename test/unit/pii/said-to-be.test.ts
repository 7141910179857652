import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const logins = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).filter(({ type }) => type === 'USERNAME').map(({ start, end }) => text.slice(start, end))

describe('logins that somebody is said to be', () => {
  it.each([
    ['en', "She's harebell underscore forty-two on the forum, and never stops.", 'harebell underscore forty-two'],
    ['en', "Let Simon in. He's gproud_ext, from the other office.", 'gproud_ext'],
    ['fr', 'Je suis tournesol tiret bas dix-neuf sur le forum.', 'tournesol tiret bas dix-neuf'],
    ['en', 'Who is rustynail1958? I think he works here.', 'rustynail1958'],
    ['en', "You'll be jmackay seven on everything, your desk is five oh two.", 'jmackay seven'],
    ['en', "i'm muddyboots fifty one so add me", 'muddyboots fifty one'],
    ['en', "i'm muddyboots 51", 'muddyboots 51'],
    ['en', '#allotments\nWren_B: who nicked my rhubarb', 'Wren_B'],
  ])('%s: %s', (lang, text, login) => {
    expect(logins(text, lang)).toEqual([login])
  })

  it.each([
    'the parameter is max underscore tokens and the file is main underscore menu', 'set user underscore id to null', 'restart webserver01 and postgres14',
    "I'm seventeen and she's twenty-two on Monday.", "We're on version three, and you're in room four.", 'max_tokens: 20\nTODO_LIST: buy milk',
    "they're worth forty pounds each and I'm certain seven came",
  ])('finds none in: %s', (text) => {
    expect(logins(text, 'en')).toEqual([])
  })
})

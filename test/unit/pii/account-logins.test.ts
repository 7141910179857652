import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('logins where a sentence goes about them', () => {
  it.each([
    ['en', "He's on Twitter as brass lantern.", 'brass lantern'],
    ['en', 'you can find her at brass lantern on instagram', 'brass lantern'],
    ['en', "user d pargeter two can't log in", 'd pargeter two'],
    ['en', 'The account mossypargeter was locked overnight.', 'mossypargeter'],
    ['en', 'he logs in as d pargeter', 'd pargeter'],
    ['en', 'copper finch is my username everywhere', 'copper finch'],
    ['en', 'the handle, I think, is gravelotter', 'gravelotter'],
    ['en', 'my nick is otter of doom', 'otter of doom'],
    ['en', 'type gpargeter in the user box', 'gpargeter'],
    ['en', 'they know me as snowplough on the forum', 'snowplough'],
    ['en', 'my tag in the game is gravel hyphen otter', 'gravel hyphen otter'],
    ['en', 'They changed their handle to bramble finch.', 'bramble finch'],
    ['en', "it's CORP\\tpargeter on that box", 'tpargeter'],
    ['en', 'the portal has him as bfinchley', 'bfinchley'],
    ['en', "I'm bramble finch, all one word, on there", 'bramble finch'],
    ['en', '09:41 kpargeter took over', 'kpargeter'],
    ['en', 'mysql -h db1 -u kpargeter -p', 'kpargeter'],
    ['en', "The gaming name's pebbleotter, by the way.", 'pebbleotter'],
    ['en', 'I post my bakes under brann dash otter', 'brann dash otter'],
    ['de', 'ich poste meine Kuchen unter kieselotter', 'kieselotter'],
    ['fr', 'elle vend ses bijoux sous loutrebrune', 'loutrebrune'],
    ['es', 'publica sus fotos como nutriazul', 'nutriazul'],
    ['sv', 'hon säljer sina krukor under sandutter', 'sandutter'],
    ['de', 'sie ist als brombeerfink angemeldet', 'brombeerfink'],
    ['de', 'im Spiel heiße ich kiesel otter', 'kiesel otter'],
    ['fr', 'son pseudo est loutre des sables, tout en minuscules', 'loutre des sables'],
    ['fr', "l'utilisateur kpargeter est bloqué", 'kpargeter'],
    ['es', 'el usuario kpargeter no puede entrar', 'kpargeter'],
    ['es', 'en Instagram se llama nutria arena', 'nutria arena'],
    ['sv', 'hon loggar in som kpargeter', 'kpargeter'],
    ['sv', 'på Instagram är jag sandutter', 'sandutter'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(`USERNAME ${value}`)
  })

  it.each([
    ['en', "On Twitter it's total chaos, he is on Twitter as usual."],
    ['en', 'The account manager logged in as usual and the user is able to work.'],
    ['en', "In the game I'm really bad, and email is my username."],
    ['en', 'She plays under pressure; comments as follows.'],
    ['en', '09:41 everyone joined, nginx restarted\n09:50 rolled back by hand'],
    ['en', "The user's password has expired, the handle's broken."],
    ['de', 'Das Konto ist gesperrt, auf Instagram ist sie sehr aktiv.'],
    ['fr', "L'utilisateur ne peut plus entrer, elle se connecte avec le vpn."],
    ['es', 'El usuario no puede entrar, en Instagram es normal.'],
    ['sv', 'Kontot är låst, hon loggar in som vanligt.'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('values by what is said around them', () => {
  it.each([
    ['en', 'the wifi in the annex is turnip ladder forty-one', 'SECRET turnip ladder forty-one'],
    ['de', 'das WLAN in der Küche ist rübe leiter vierzig', 'SECRET rübe leiter vierzig'],
    ['fr', "le wifi de la salle c'est navet échelle quarante", 'SECRET navet échelle quarante'],
    ['en', "The guest wifi's TurnipLadder41.", 'SECRET TurnipLadder41'],
    ['en', 'Someone pushed 7be1c0d4f29a4b83950e6d17a2c8f35b to the repo, rotate it.', 'SECRET 7be1c0d4f29a4b83950e6d17a2c8f35b'],
    ['de', 'Vor der Einfahrt steht H, A, vier vier eins.', 'LICENSE_PLATE H, A, vier vier eins'],
    ['en', 'LK17 ZRT is on double yellows', 'LICENSE_PLATE LK17 ZRT'],
    ['en', "the chart's four four one nine eight", 'MEDICAL_ID four four one nine eight'],
    ['de', 'seine steuerliche Identifikationsnummer 44 198 205 771 hat er geschickt', 'NATIONAL_ID 44 198 205 771'],
    ['en', 'account number one, I mean, four four, one nine, eight two, oh five', 'BANK_ACCOUNT one, I mean, four four, one nine, eight two, oh five'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'The wifi is down in the annex, the wifi in the hall is channel eleven.'],
    ['en', 'Commit 7be1c0d4f29a4b83950e6d17a2c8f35b is on main.'],
    ['de', 'Vor der Einfahrt stehen zwei Kisten, das WLAN ist seit zwei Stunden weg.'],
    ['en', 'one, no, two coffees please, at seven, no, eight thirty'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('secrets said in passing', () => {
  it.each([
    ['en', 'the database password is still gravel underscore nineteen underscore dev i know', 'SECRET gravel underscore nineteen underscore dev'],
    ['en', 'The admin password is just copper ladder finch, don’t laugh.', 'SECRET copper ladder finch'],
    ['en', 'the passphrase, all lower case, is seven wet otters dancing', 'SECRET seven wet otters dancing'],
    ['en', 'it’s currently maple hyphen forty hyphen duck, the wifi password I mean', 'SECRET maple hyphen forty hyphen duck'],
    ['de', 'Das Passwort ist immer noch Kiesel Unterstrich neunzehn', 'SECRET Kiesel Unterstrich neunzehn'],
    ['fr', 'le mot de passe est toujours galet tiret dix-neuf', 'SECRET galet tiret dix-neuf'],
    ['es', 'la contraseña sigue siendo guijarro guion bajo diecinueve', 'SECRET guijarro guion bajo diecinueve'],
    ['sv', 'lösenordet är fortfarande grus understreck nitton', 'SECRET grus understreck nitton'],
    ['en', 'the password is walnut capital t able sixty two i’ll write it up', 'SECRET walnut capital t able sixty two'],
    ['es', 'La clave del wifi es Gorrión con mayúscula, guion, cuarenta y dos, apúntala.', 'SECRET Gorrión con mayúscula, guion, cuarenta y dos'],
    ['fr', 'La phrase secrète c’est galet loutre fenêtre érable', 'SECRET galet loutre fenêtre érable'],
    ['sv', 'Lösenfrasen är grus utter fönster lönn', 'SECRET grus utter fönster lönn'],
    ['en', 'recovery words are gravel, otter, window, maple', 'SECRET gravel, otter, window, maple'],
    ['en', 'log in with gravel otter window as the password', 'SECRET gravel otter window'],
    ['en', 'A: What’s the wifi password?\nB: gravel otter window', 'SECRET gravel otter window'],
    ['en', 'A: What’s the alarm code?\nB: It changed.\nA: To what?\nB: Seven, double four, one, hash.', 'SECRET Seven, double four, one, hash'],
    ['en', 'it’s an amex, and the four digits on the front, eight one oh four', 'SECRET eight one oh four'],
    ['en', 'it is s k underscore live underscore four t w nine and so on', 'SECRET s k underscore live underscore four t w nine'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'the password is still broken'],
    ['en', 'the password is still working fine'],
    ['en', 'The password is now required.'],
    ['en', 'A: What’s the password?\nB: Ask reception later'],
    ['en', 'A: How many codes did we print?\nB: Last time four thousand and twelve.'],
    ['de', 'das Passwort ist immer noch falsch'],
    ['fr', 'le mot de passe est toujours incorrect'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('names one signs with', () => {
  it.each([
    ['en', 'New GitHub member on the docs repo: gravel_and_otter.', 'USERNAME gravel_and_otter'],
    ['en', 'who has the file open, it says p underscore tollervey', 'USERNAME p underscore tollervey'],
    ['en', 'the draft was locked by k dot tollervey', 'USERNAME k dot tollervey'],
    ['en', 'thanks to at gravel otter for the patch', 'USERNAME at gravel otter'],
    ['en', 'find him on chess dot com as slow bishop', 'USERNAME slow bishop'],
    ['en', 'my gamertag, it’s foggy lantern forty', 'USERNAME foggy lantern forty'],
    ['de', 'angemeldet war ich als nebel otter siebzig', 'USERNAME nebel otter siebzig'],
    ['fr', 'connecté sous loutre underscore brume', 'USERNAME loutre underscore brume'],
    ['es', 'en el foro firma como nutria de niebla', 'USERNAME nutria de niebla'],
    ['en', 'link is twitch dot tv slash foggy lantern, subscribe', 'URL twitch dot tv slash foggy lantern'],
    ['fr', 'son profil c’est github point com slash loutre brumeuse', 'URL github point com slash loutre brumeuse'],
    ['en', 'Book with me: https://cal.com/foggy-lantern', 'URL https://cal.com/foggy-lantern'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it('ends an address before what is said of it', () => {
    expect(found('look at github dot com slash foggylantern check it out', 'en')).toEqual(['URL github dot com slash foggylantern'])
    expect(found('Die Fotos habe ich auf instagram punkt com slash nebelotter gestellt', 'de')).toEqual(['URL instagram punkt com slash nebelotter'])
  })

  it.each([
    ['en', 'thanks to at least two people this works'],
    ['en', 'docs are at github dot com slash features and more'],
    ['en', 'the field is max_retries and the flag is dry_run'],
    ['en', 'plan b dot and so on'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('logins of one word', () => {
  it.each([
    ['en', 'My handle is pixelfox.', 'pixelfox'],
    ['en', 'he goes by drumstick on reddit', 'drumstick'],
    ['en', 'Add me, I’m teacosy12 on the chess site.', 'teacosy12'],
    ['en', 'GitHub: nimbus-dev', 'nimbus-dev'],
    ['en', 'Signed in as quietriver', 'quietriver'],
    ['de', 'Auf GitHub heiße ich nebelkrähe.', 'nebelkrähe'],
    ['de', 'Discord: keksmonster#2211', 'keksmonster#2211'],
    ['fr', 'Mon identifiant est renardbleu.', 'renardbleu'],
    ['es', 'Entra como almacén dos.', 'almacén dos'],
    ['sv', 'På Discord heter jag gråvarg7.', 'gråvarg7'],
    ['de', 'Benutzerkonto nebelfux12 gesperrt.', 'nebelfux12'],
    ['fr', 'Compte renard_bleu créé ce matin.', 'renard_bleu'],
    ['sv', 'Kontot gravarg7 stängdes.', 'gravarg7'],
    ['fr', 'Identifiant : pmalverte', 'pmalverte'],
    ['en', 'It is in /home/tquill/notes on the box.', 'tquill'],
    ['en', 'ssh tquill@build01 and look', 'tquill'],
    ['en', 'Ticket opened by tquill77.', 'tquill77'],
    ['en', 'Reset the AD account tquillby please.', 'tquillby'],
    ['en', "It's foggy_quill on Instagram.", 'foggy_quill'],
    ['en', "A: What's your username?\nB: foggy quill seventy-seven", 'foggy quill seventy-seven'],
    ['en', 'he posts as quill lantern on reddit', 'quill lantern'],
    ['en', 'the login is t quillby seven seven', 't quillby seven seven'],
    ['sv', 'Användare tkvillby är spärrad.', 'tkvillby'],
    ['fr', 'quel est votre identifiant\nloutre verte neuf', 'loutre verte neuf'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(`USERNAME ${value}`)
  })

  it.each([
    'My login is broken again and the handle is loose.',
    'Username: required. The user requested a refund, the AD account was merged.',
    "What's your username?\nNo idea, sorry.",
    'Put it in /home/shared/notes, assigned to marketing, opened by support.',
    'On Slack I’m muted, and on Teams I’m away.',
    'Sign in as usual and log in with your email.',
    'Slack: everyone please update your status.',
  ])('none: %s', (text) => {
    expect(found(text, 'en')).toEqual([])
  })
})

describe('numbers by what stands around them', () => {
  it.each([
    ['en', 'The refund should land in 42938993, sort code 77-26-77.', 'BANK_ACCOUNT 42938993'],
    ['en', 'charge it to 4024 3259 0163 3133, name on card Dara', 'CREDIT_CARD 4024 3259 0163 3133'],
    ['en', 'health card reads 4653-589-555-NR', 'MEDICAL_ID 4653-589-555-NR'],
    ['en', 'chart number pt-4154137', 'MEDICAL_ID pt-4154137'],
    ['en', 'Dutch document number NRL629707, on the form', 'PASSPORT NRL629707'],
    ['de', 'reisepass hw r1 2c 56 6 liegt bei', 'PASSPORT hw r1 2c 56 6'],
    ['de', 'Patienten-ID 00482-19', 'MEDICAL_ID 00482-19'],
    ['sv', 'sätt in på konto 983 275 528, clearing 5863', 'BANK_ACCOUNT 5863'],
    ['es', 'Nací el tres de mayo de mil novecientos ochenta y tres y vivo aquí.', 'DATE_OF_BIRTH tres de mayo de mil novecientos ochenta y tres'],
  ])('%s: %s', (lang, text, span) => {
    expect(found(text, lang)).toContain(span)
  })
})

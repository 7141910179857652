import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('codes that no word for a password announces', () => {
  it.each([
    ['en', 'If the alarm goes off, punch in six six oh two and press enter.', 'six six oh two'],
    ['en', 'use two two eight nine for the side gate', 'two two eight nine'],
    ['en', 'The padlock’s set to oh eight one five.', 'oh eight one five'],
    ['en', 'It texted me a code, 48 22 19.', '48 22 19'],
    ['en', 'Gate: 4482#', '4482#'],
    ['en', 'and the three on the back are five two zero', 'five two zero'],
    ['de', 'Am Eingang tippst du zwei fünf neun sechs und dann Raute.', 'zwei fünf neun sechs'],
    ['de', 'Alarm geht aus, wenn du acht acht drei null eintippst.', 'acht acht drei null'],
    ['fr', 'Le coffre s’ouvre avec trois huit un sept.', 'trois huit un sept'],
    ['fr', 'la combinaison du cadenas est sept cinq trois un', 'sept cinq trois un'],
    ['es', 'Desbloquea mi móvil con uno cuatro siete ocho.', 'uno cuatro siete ocho'],
    ['es', 'los tres números de atrás son dos uno nueve', 'dos uno nueve'],
    ['sv', 'Kassaskåpet öppnas med tre ett sju sex.', 'tre ett sju sex'],
    ['sv', 'de tre sista på baksidan är två ett nio', 'två ett nio'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(`SECRET ${value}`)
  })

  it.each([
    ['en', 'The safe weighs 1200 kilos and the gate is 1500 mm wide.'],
    ['en', 'The garage opens at 0800 hours and the error code 4711 means nothing.'],
    ['de', 'Der Fehlercode 4711 sagt mir nichts, und die Tür kostet 1500 Euro.'],
    ['fr', 'Nous avons reçu deux mille cinq cents dossiers à l’entrée.'],
    ['es', 'Usa dos mil quinientos folletos para la entrada.'],
    ['sv', 'Ta 2500 flygblad till entrén, larmet går klockan sju.'],
  ])('but %s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('passwords and how they are written', () => {
  it.each([
    ['en', 'The password is all lower case, p i n e a p p l e seven seven.', 'p i n e a p p l e seven seven'],
    ['en', 'Root pwd on staging: n0tSoS3cret', 'n0tSoS3cret'],
    ['en', 'Password reset to Welcome2027!, tell her to change it.', 'Welcome2027!'],
    ['de', 'Passwort wurde auf Neu4start! zurückgesetzt.', 'Neu4start!'],
    ['fr', 'mdp : Cerise!44', 'Cerise!44'],
    ['sv', 'wifi-lösen apelsin2020', 'apelsin2020'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(`SECRET ${value}`)
  })
})

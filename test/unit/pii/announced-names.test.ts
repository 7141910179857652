import { describe, expect, it } from 'vitest'
import { redactPlain } from '../../../src-main/core/redaction/index.ts'

const people = (text: string, lang: string): string[] =>
  redactPlain(text, { lang }).entities.filter(({ type }) => type === 'PERSON').map(({ start, end }) => text.slice(start, end))

describe('names that are words, where grammar leaves nothing else', () => {
  it.each([
    ['en', 'It’s under Pike, party of four.', 'Pike'],
    ['en', 'the surname’s underhill first name dawn', 'underhill'],
    ['en', 'And first name? Heath.', 'Heath'],
    ['en', 'rob fields rang then brook gold emailed', 'brook gold'],
    ['en', 'Employee: Knight, Sunny\nNew bank', 'Knight, Sunny'],
    ['en', 'Name on card LESZEK OSEI-TUTU', 'LESZEK OSEI-TUTU'],
    ['en', 'I told Guy that some guy had scratched his car.', 'Guy'],
    ['en', 'miss eastwood takes the class from easter', 'eastwood'],
    ['de', 'Die neue Adresse von Familie Kurz liegt bei.', 'Kurz'],
    ['de', 'Mit Swantje Freiherr von Lenz gesprochen.', 'Swantje Freiherr von Lenz'],
    ['fr', 'C’est au nom de Fontaine.', 'Fontaine'],
    ['fr', 'la famille petit a déménagé', 'petit'],
    ['es', 'está a nombre de pilar pizarro', 'pilar pizarro'],
    ['es', 'El apellido es Delgado.', 'Delgado'],
    ['sv', 'Passet står på Saga Kvist.', 'Saga Kvist'],
    ['sv', 'efternamnet är rask förnamnet liv', 'rask'],
    ['en', 'Matter: Underhill v Okonjo. Hearing in May.', 'Underhill'],
    ['de', 'Rechtssache Brandner ./. Kühn', 'Kühn'],
    ['en', 'Rowers: Bond, Ivy / Ferrante, Giulia', 'Bond, Ivy'],
    ['en', 'PASSENGER JUNE MARSH, seat 4', 'JUNE MARSH'],
    ['en', 'Bay 3: Daisy Waters, home today', 'Daisy Waters'],
    ['en', 'Call a man called Hook about the drains.', 'Hook'],
    ['en', 'Two seats please - Ivor\nThree for me - Clay', 'Clay'],
    ['en', 'Police informed, contact J. Potter', 'J. Potter'],
    ['fr', 'bonjour vous êtes bien aimé charpentier', 'aimé charpentier'],
    ['de', 'Bitte beim Nachbarn Wolf klingeln.', 'Wolf'],
    ['es', 'se escribe r u b i o o sea rubio', 'rubio'],
  ])('%s: %s', (lang, text, name) => {
    expect(people(text, lang)).toContain(name)
  })

  it.each([
    ['en', 'It’s under budget, under warranty and under review.'],
    ['en', 'They’re in the name of science, and the host doesn’t answer.'],
    ['en', 'Hong Kong is on the tour, and robin hood pricing is off.'],
    ['de', 'Familie und Beruf sind schwer zu vereinen.'],
    ['fr', 'La famille est réunie, au nom de la société.'],
    ['es', 'Está a nombre de la empresa.'],
    ['sv', 'Det är bokat på måndag, kassör saknas.'],
    ['sv', 'koden står på lappen'],
    ['en', 'Matter: Budget v Actuals, and the case of Mac v PC.'],
    ['en', 'April, May and June were slow.'],
  ])('nobody in %s: %s', (lang, text) => {
    expect(people(text, lang)).toEqual([])
  })
})

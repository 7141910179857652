import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDue } from '../../../src-main/core/summary/due/index.ts'

const WEDNESDAY = '2026-11-04'
const due = (text: string, on = WEDNESDAY): string | null => findDue(text, on)?.date ?? null

describe('findDue', () => {
  it.each([
    ['send it by Friday', 'by Friday', '2026-11-06'],
    ['I will do it tomorrow morning', 'tomorrow morning', '2026-11-05'],
    ['finish the draft by noon tomorrow, please', 'by noon tomorrow', '2026-11-05'],
    ['we meet on Wednesday', 'on Wednesday', '2026-11-11'],
    ['ready before next Monday', 'before next Monday', '2026-11-09'],
    ['ship it this Friday', 'this Friday', '2026-11-06'],
    ['done by the end of the month', 'by the end of the month', '2026-11-30'],
    ['by end of next week then', 'by end of next week', '2026-11-13'],
    ['by the end of the quarter', 'by the end of the quarter', '2026-12-31'],
    ['file it by the 3rd', 'by the 3rd', '2026-12-03'],
    ['send it no later than the 20th of November', 'no later than the 20th of November', '2026-11-20'],
    ['on my desk by close of business Friday', 'by close of business Friday', '2026-11-06'],
    ['I need it by end of day tomorrow', 'by end of day tomorrow', '2026-11-05'],
    ['by the twenty-first', 'by the twenty-first', '2026-11-21'],
    ['due March 28', 'due March 28', '2027-03-28'],
    ['due on 15 December', 'due on 15 December', '2026-12-15'],
    ['by 2026-12-01 at the latest', 'by 2026-12-01', '2026-12-01'],
    ['in two weeks', 'in two weeks', '2026-11-18'],
    ['within 10 days', 'within 10 days', '2026-11-14'],
    ['three weeks from now', 'three weeks from now', '2026-11-25'],
    ['let us look at it next week', 'next week', '2026-11-13'],
    ['by close of business', 'by close of business', '2026-11-04'],
    ['I can get it to you Thursday.', 'Thursday', '2026-11-05'],
    ['on Monday the 16th', 'on Monday the 16th', '2026-11-16'],
    ['the draft is done a week from Friday', 'a week from Friday', '2026-11-13'],
    ['by Thursday week', 'by Thursday week', '2026-11-12'],
    ['by the middle of next week', 'by the middle of next week', '2026-11-11'],
    ['I will test it early next week', 'early next week', '2026-11-10'],
    ['by mid-December', 'by mid-December', '2026-12-15'],
    ['in the second week of December', 'in the second week of December', '2026-12-11'],
    ['by the first half of December', 'by the first half of December', '2026-12-15'],
    ['pay it by the first of next month', 'by the first of next month', '2026-12-01'],
    ['done by year end', 'by year end', '2026-12-31'],
    ['by the end of Q1', 'by the end of Q1', '2027-03-31'],
    ['two weeks before Christmas', 'two weeks before Christmas', '2026-12-11'],
    ['the day before the 30th', 'the day before the 30th', '2026-11-29'],
    ['within ten working days', 'within ten working days', '2026-11-18'],
    ['on your last day, the 6th of November', 'the 6th of November', '2026-11-06'],
    ['mail the client by noon', 'by noon', '2026-11-04'],
    ['before half past three, please', 'before half past three', '2026-11-04'],
    ['I will have it within the hour', 'within the hour', '2026-11-04'],
  ])('%s', (text, phrase, date) => {
    expect(findDue(text, WEDNESDAY)).toEqual({ phrase, date })
  })

  it.each([
    'send the minutes when you get a chance',
    'I may check whether it renews in April',
    'wait a second, sun is up, and march on',
    'report back at the next stand-up',
    'we saw that last Friday and on Monday last week',
    'the second one and the fifth item on the list',
    'it takes two weeks',
    "tomorrow's agenda is long",
    'in a minute',
    'it is better than Monday',
    'we send it every Friday',
    'look at the first of these and the second one',
    'a page on the third quarter and the first half of the results',
    'the Christmas party',
    'cut it by five percent',
    'the 2025 numbers',
    '',
  ])('finds no date in "%s"', (text) => {
    expect(due(text)).toBeNull()
  })

  it('prefers a deadline to another day in the same line', () => {
    expect(due('we met today and need it by Monday')).toBe('2026-11-09')
  })

  it.each([
    ['Ich schicke den Vertrag bis Freitag.', 'bis Freitag', '2026-11-06'],
    ['Das machen wir nächste Woche', 'nächste Woche', '2026-11-13'],
    ['spätestens am 15. Dezember ist es fertig', 'spätestens am 15. Dezember', '2026-12-15'],
    ['Kannst du das bis morgen prüfen?', 'bis morgen', '2026-11-05'],
    ['in zwei Wochen', 'in zwei Wochen', '2026-11-18'],
    ['bis zum Ende des Monats', 'bis zum Ende des Monats', '2026-11-30'],
    ['Je vous envoie le devis avant vendredi', 'avant vendredi', '2026-11-06'],
    ["d'ici la fin de la semaine", "d'ici la fin de la semaine", '2026-11-06'],
    ['Peux-tu relire le contrat pour lundi prochain ?', 'pour lundi prochain', '2026-11-09'],
    ['avant le 3 décembre', 'avant le 3 décembre', '2026-12-03'],
    ['dans dix jours', 'dans dix jours', '2026-11-14'],
    ['Lo mando antes del viernes', 'antes del viernes', '2026-11-06'],
    ['para el 3 de diciembre', 'para el 3 de diciembre', '2026-12-03'],
    ['lo termino mañana', 'mañana', '2026-11-05'],
    ['la semana que viene', 'la semana que viene', '2026-11-13'],
    ['Jag skickar avtalet senast på fredag', 'senast på fredag', '2026-11-06'],
    ['om två veckor', 'om två veckor', '2026-11-18'],
    ['det blir klart i övermorgon', 'i övermorgon', '2026-11-06'],
  ])('%s, in its own language', (text, phrase, date) => {
    expect(findDue(text, WEDNESDAY)).toEqual({ phrase, date })
  })

  it.each([
    'Guten Morgen zusammen', 'Das war letzten Freitag', 'Wir haben es am Morgen besprochen', 'Il est venu vendredi dernier', 'trabajo por la mañana',
    'det var förra fredagen', 'Wir brauchen 3 Leute',
  ])('no date in: %s', (text) => {
    expect(due(text)).toBeNull()
  })

  it('takes the day as the meeting wrote it, whatever the time zone', () => {
    expect(due('by tomorrow', '2026-11-04T23:59:00-11:00')).toBe('2026-11-05')
    expect(due('by tomorrow', '2026-11-04T00:01:00+13:00')).toBe('2026-11-05')
  })

  it('has no date to count from where the meeting has none', () => {
    expect(due('by Friday', 'some day')).toBeNull()
  })

  it('leaps over years and short months', () => {
    expect(due('by the end of February', '2028-01-10')).toBe('2028-02-29')
    expect(due('in a month', '2026-01-31')).toBe('2026-02-28')
    expect(due('by the 31st', '2026-11-04')).toBe('2026-12-31')
    expect(due('by the end of Q4', '2026-11-04')).toBe('2026-12-31')
    expect(due('by New Year’s Eve', '2027-01-02')).toBe('2027-12-31')
  })

  it('returns words of the text and a day not before the meeting, for any talk', () => {
    const word = fc.constantFrom(
      ...'by before on the next this end of week month Friday monday 3rd 31st in two days April may 12 tomorrow due early mid half first Q1 Christmas noon before after from bis am avant le para el på om zwei fin du mois viernes , . [PERSON_1]'.split(' '),
    )
    fc.assert(fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join(' ')
      const found = findDue(text, WEDNESDAY)
      if (found === null) return
      expect(text).toContain(found.phrase)
      expect(found.date >= WEDNESDAY).toBe(true)
    }))
  })
})

import { wordsBefore } from '../cue-window.ts'
import { cuesIn } from '../cues.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import type { View } from '../views.ts'
import { ANSWER, BIRTH_WORDS, MONTHS } from './birth-date.ts'
import { matchesOf } from '../matches.ts'

const YEAR = '(?:19[1-9]\\d|20[0-3]\\d)'
const SHORT_YEAR = `(?:${YEAR}|['’]?\\d{2})`
const WHOLE = '(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\1(?:19|20)?\\d{2}'

/** "Lena Brandt, *04.09.2011": as registers mark a birth. Two stars are bold type, one with a blank begins a line of a list. */
const STARRED = new RegExp(`(?<=(?<![*\\p{L}\\d)])\\*)${WHOLE}(?![\\d*])`, 'gu')
/** "pt 03/02/1951 M", "patiente (F), 03.02.1951": beside the sex of somebody treated. */
const OF_PATIENT = new RegExp(`(?<![\\p{L}\\d])${WHOLE}(?=,? \\(?[MFWDHK](?![\\p{L}\\d]))`, 'gu')
const PATIENT = /(?<!\p{L})(?:pts?|pat|patient\p{L}{0,3}|paciente)(?!\p{L})[^\n]{0,30}$/u

/** Feasts by which a day is told in place of its number. */
const FEASTS = [
  'boxing day', 'christmas (?:day|eve)', 'new year[\'’]s (?:day|eve)', 'halloween', 'valentine[\'’]?s(?: day)?', 'leap day', 'st\\.? \\p{L}{3,10}[\'’]s day',
  'heilig(?:er )?abend', 'silvester', 'neujahr', 'nikolaus(?:tag)?', 'weihnachten',
  '(?:le |la )?(?:jour de )?(?:no[ëe]l|l.an|toussaint|saint[ -]\\p{L}{4,9})',
  '(?:d[íi]a de )?(?:nochebuena|nochevieja|navidad|reyes|año nuevo|san \\p{L}{4,9})',
  'julafton', 'juldagen', 'annandagen', 'nyårs(?:dagen|afton)', 'lucia(?:dagen)?', 'midsommar(?:afton|dagen)?', 'valborg(?:smässoafton)?',
].join('|')
const FEAST = new RegExp(`(?<!\\p{L})(?:${FEASTS}),?(?: of| de| del| in)? ${SHORT_YEAR}(?![\\p{L}\\d])`, 'giu')

/** "she was born in 62", "née en 1958", "född 62", "Jahrgang 58": the year alone, right behind what says so. */
const BORN_IN = new RegExp('(?<!\\p{L})(?:born (?:back )?in|née?s? en|nac(?:id[oa]s?|[íi]|ió) en(?: el)?|född(?: år)?|jahrgang) ' +
  `(${SHORT_YEAR})(?![\\p{L}\\d]|[ .,:/-]{1,2}\\d|['’]s| (?:${MONTHS}))`, 'giu')
/** "I'm a February 1952 baby" */
const BABY = new RegExp(`(?:['’](?:s|m|re)|(?<!\\p{L})(?:is|am|was|are)) an? ((?:(?:${MONTHS}) )?${SHORT_YEAR}) (?:baby|child)(?!\\p{L})`, 'giu')
/** "And the year?" after a question for a birth. */
const ASKED_YEAR = /(?<!\p{L})(?:year|jahr(?:gang)?|année|an|año|år(?:et|tal)?)(?!\p{L})[^\n?]{0,16}\?[^\n]{0,12}$/u
const ANSWERED = new RegExp(`(?<=(?:^|\\n|: )(?:(?:in|en|de|del|um|er|äh|euh|eh|öh|it['’]s|yes|ja|oui|sí),? ){0,3})${SHORT_YEAR}(?=[.!,]?(?: |\\n|$))`, 'giu')
/** "17 of the second", where day and month were asked. */
const DAY_AND_MONTH = /(?<![\p{L}\d])(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third) of the (?:\d{1,2}(?:st|nd|rd|th)?|first|second|third)(?=[.!,]?(?:\n|$))/giu

/** Births of which no whole date behind a cue speaks: years, feasts, what registers write, answers to "and the year?". */
export const birthYearRecogniser: Recogniser = {
  name: 'birth-year',
  needsDigit: true,
  usesSmallNumbers: (isSaid) => isSaid(BIRTH_WORDS),
  *find(view, context) {
    const hit = (start: number, text: string, cue: string): Candidate => ({ start, end: start + text.length, type: 'DATE_OF_BIRTH', score: 0.86, cue })
    for (const { index, 0: text } of view.text.includes('*') ? matchesOf(view.text, STARRED) : []) yield hit(index, text, 'form')
    for (const { index, 0: text } of matchesOf(view.text, OF_PATIENT)) {
      if (PATIENT.test(view.lower.slice(Math.max(0, index - 40), index))) yield hit(index, text, 'patient')
    }
    if (!view.mentions(BIRTH_WORDS) && !BIRTH_WORDS.any.test(context.previous)) return
    for (const { index, 0: text } of matchesOf(view.text, FEAST)) {
      if (cuesIn(wordsBefore(view, index, context, 60)).some(({ kind, distance }) => kind === 'birth' && distance < 24)) yield hit(index, text, 'trigger word')
    }
    for (const pattern of [BORN_IN, BABY]) {
      for (const match of matchesOf(view.text, pattern)) {
        const year = match[1] ?? ''
        yield hit(match.index + match[0].lastIndexOf(year), year, 'trigger word')
      }
    }
    yield* answersIn(view, context, hit)
  },
}

function* answersIn(view: View, context: RecogniserContext, hit: (start: number, text: string, cue: string) => Candidate): Generator<Candidate> {
  if (!view.text.includes('\n') && context.previous === '') return
  const isBirthAsked = (before: string): boolean => cuesIn(before).some(({ kind }) => kind === 'birth')
  for (const { index, 0: text } of matchesOf(view.text, ANSWERED)) {
    const before = wordsBefore(view, index, context, 160)
    const question = before.slice(0, Math.max(0, before.lastIndexOf('\n')))
    if (ASKED_YEAR.test(question.slice(-48)) && isBirthAsked(before)) yield hit(index, text, 'answer')
  }
  for (const { index, 0: text } of matchesOf(view.text, DAY_AND_MONTH)) {
    const before = wordsBefore(view, index, context, 140)
    if (ANSWER.test(before) && isBirthAsked(before)) yield hit(index, text, 'answer')
  }
}

import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { cuesIn } from '../cues.ts'
import type { Recogniser } from '../recogniser.ts'
import { stemsOf } from '../views.ts'

const MONTHS =
  'jan(?:uary|uar|vier|uari)?|j[äa]nner|janvier|enero|feb(?:ruary|ruar|ruari)?|f[ée]vrier|febrero|mar(?:ch|s|zo)?|m[äa]rz|mars|apr(?:il)?|avril|abril|may|mai|mayo|maj|jun[ei]?|juni|juin|junio|jul[yi]?|juillet|julio|' +
  'aug(?:ust|usti)?|ao[ûu]t|agosto|sep(?:t(?:ember)?)?|septembre|septiembre|o[ck]t(?:ober)?|octobre|octubre|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|d[ée]cembre|diciembre'
const DAY = '(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|\\.|:e)?|first|second|third|erste[nr]?|zweite[nr]?|premier|primero|uno|första|andra|neuf)'
const YEAR = '(?:1[89]|20)\\d{2}'
const SHORT_YEAR = `(?:${YEAR}|['’]?\\d{2})`

/** Written dates of the five languages and ISO 8601; spoken ones come through the shadow. A day and month alone count too. */
const DATE = new RegExp(
  `(?:(?<![\\p{L}\\d.-])|(?<=\\bdob))(?:(?:the |le |el |den |am )?(?:${[
    `${YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])`,
    `(?:0?[1-9]|[12]\\d|3[01])[ ]?[-/.][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-/.][ ]?${SHORT_YEAR}`,
    `${DAY},?(?: of| de)? (?:${MONTHS})\\.?,?(?:(?: of| de| del)? ${SHORT_YEAR})?`,
    `(?:${MONTHS})\\.? (?:the )?${DAY}(?:,? ${SHORT_YEAR})?`,
    `(?:0?[1-9]|[12]\\d|3[01])[-/ ](?:${MONTHS})[-/]${SHORT_YEAR}`,
    `(?:${MONTHS})\\.? ${YEAR}`,
    // "fourteenth of the ninth seventy-six", "041187"
    `${DAY}(?: of(?: the)?| de[lrs]?| du| i)? (?:0?[1-9]|1[0-2]) (?:of |de[l]? )?${SHORT_YEAR}`,
    '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\\d{2}',
    '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:19|20)?\\d{2}',
    '[1-9](?:0[1-9]|[12]\\d|3[01])(?:19|20)\\d{2}',
    // "ten three forty-five", "fourteenth of the second sixty": day, month and year run together, or two of them.
    '(?:0?[1-9]|[12]\\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)?\\d{2}',
    '(?:0?[1-9]|[12]\\d|3[01])[ ,](?: ?of(?: the)? )?(?:0?[1-9]|1[0-2])[ ,] ?(?:19|20)?\\d{2}',
    '(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])',
    // Read out digit by digit, day and year run together.
    `(?:${MONTHS}) (?:0?[1-9]|[12]\\d|3[01])(?:19|20)\\d{2}`,
  ].join('|')}))(?![\\p{L}\\d])`, 'giu')

/** German puts the verb last: "am 2. August 1980 in Köln geboren". */
const BORN_BEHIND = /^,? (?:in \p{L}{2,20} )?(?:geboren|zur welt|auf die welt|född|born|is (?:my|his|her) birthday)(?!\p{L})/u

/** A part of every cue of a birth: without any there is none to find. */
const BIRTH_WORDS = stemsOf(['born', 'birth', 'dob', 'd.o.b', 'geb', 'né', 'ne le', 'nee le', 'naiss', 'anniv', 'nac', 'cumplea', 'föd', 'fyller', ' welt',
  'ddn', 'fdn', ' b. ', 'd o b', 'age check', 'age ver', 'age proof', 'age limit', 'of age', 'alters', 'l\'âge', 'd\'âge', 'la edad', 'de edad', 'ålders'])

/** A date is personal when it is said to be somebody's birth; any other date stays. */
export const birthDateRecogniser: Recogniser = {
  name: 'birth-date',
  needsDigit: true,
  *find(view, context) {
    if (!(view.mentions(BIRTH_WORDS) || BIRTH_WORDS.any.test(context.previous))) return
    for (const match of view.text.matchAll(DATE)) {
      const lead = /^(?:the|le|el|den|am) /i.exec(match[0])?.[0].length ?? 0
      // "the 28th of December" is read with its article, "born on the 3rd" alike; other languages leave it outside.
      const start = match.index + (/^the /i.test(match[0]) ? 0 : lead)
      // "né le" is one cue, so the article is read with what stands before.
      const isBirthBehind = BORN_BEHIND.test(wordsAfter(view, match.index + match[0].length))
      const cues = cuesIn(wordsBefore(view, match.index + lead, context, 80))
      // Four or five digits may be anything: only straight behind the cue.
      if (/^\d{4,5}$/.test(match[0]) && !(cues.at(-1)?.kind === 'birth' && (cues.at(-1)?.distance ?? 99) < 12)) continue
      if (!isBirthBehind && !cues.some((cue) => cue.kind === 'birth' && cue.distance < 48)) continue
      yield { start, end: match.index + match[0].length, type: 'DATE_OF_BIRTH', score: 0.88, cue: 'trigger word' }
    }
  },
}

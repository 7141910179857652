import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { cuesIn } from '../cues.ts'
import type { Recogniser } from '../recogniser.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** Names of months and their short forms, to be read without regard to case. */
export const MONTHS =
  'jan(?:uary|uar|vier|uari)?|j[äa]nner|janvier|enero|feb(?:ruary|ruar|ruari)?|f[ée]vrier|febrero|mar(?:ch|s|zo)?|m[äa]rz|mars|apr(?:il)?|avril|abril|may|mai|mayo|maj|jun[ei]?|juni|juin|junio|jul[yi]?|juillet|julio|' +
  'aug(?:ust|usti)?|ao[ûu]t|agosto|sep(?:t(?:ember)?)?|septembre|septiembre|o[ck]t(?:ober)?|octobre|octubre|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|d[ée]cembre|diciembre'
const DAY = '(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|\\.|:e)?|first|second|third|erste[nr]?|zweite[nr]?|premier|primero|uno|första|andra|neuf)'
const YEAR = '(?:1[89]|20)\\d{2}'
/** "twenty seventeen" is read as two numbers. */
const SHORT_YEAR = `(?:${YEAR}|20 1\\d|['’]?\\d{2})`

const MONTH_NUMBER = '(?:0?[1-9]|1[0-2]|first|second|third|erste[nr]?|zweite[nr]?|primero|första|andra)'

/** Written dates of the five languages and ISO 8601; spoken ones come through the shadow. A day and month alone count too. */
const DATE = new RegExp(
  `(?:(?<![\\p{L}\\d.-])|(?<=\\bdob))(?:(?:the |le |el |den |am )?(?:${[
    `${YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])`,
    `(?:0?[1-9]|[12]\\d|3[01])[ ]?[-/.][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-/.][ ]?${SHORT_YEAR}`,
    `${DAY},?(?: of| de)?,? (?:${MONTHS})\\.?,?(?:(?: of| de| del)? ${SHORT_YEAR})?`,
    `(?:${MONTHS})\\.? (?:the )?${DAY}(?:,? ${SHORT_YEAR})?`,
    `(?:0?[1-9]|[12]\\d|3[01])[-/ ](?:${MONTHS})[-/]${SHORT_YEAR}`,
    `(?:${MONTHS})\\.? ${YEAR}(?:,? the (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?)?`,
    // "ninety-three, June the fourth"
    `0?${SHORT_YEAR},? (?:${MONTHS}) (?:the )?(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?`,
    // "fourteenth of the ninth seventy-six", "041187"
    `${DAY}(?: of(?: the)?| de[lrs]?| du| i)? ${MONTH_NUMBER},? (?:of |de[l]? )?${SHORT_YEAR}`,
    '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\\d{2}',
    '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:19|20)?\\d{2}',
    '[1-9](?:0[1-9]|[12]\\d|3[01])(?:19|20)\\d{2}',
    // "ten three forty-five", "fourteenth of the second sixty": day, month and year run together, or two of them.
    '(?:0?[1-9]|[12]\\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)?\\d{2}',
    '(?:0?[1-9]|[12]\\d|3[01])(?:, ?| ?of(?: the)? | )(?:0?[1-9]|1[0-2])(?:, ?| )(?:19|20)?\\d{2}',
    '(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])',
    // Read out digit by digit, day and year run together.
    `(?:${MONTHS}) (?:0?[1-9]|[12]\\d|3[01])(?:19|20)\\d{2}`,
  ].join('|')}))(?![\\p{L}\\d])`, 'giu')

/** German puts the verb last: "am 2. August 1980 in Köln geboren". */
const BORN_BEHIND = /^,? (?:in \p{L}{2,20} )?(?:geboren|zur welt|auf die welt|född|born|is (?:my|his|her) birthday)(?!\p{L})/u

/** A part of every cue of a birth: without any there is none to find. */
export const BIRTH_WORDS = stemsOf(['born', 'birth', 'dob', 'd.o.b', 'geb', 'né', 'ne le', 'nee le', 'naiss', 'anniv', 'nac', 'cumplea', 'föd', 'fyller',
  ' welt',
  'll be', 'world', 'mundo', 'monde', 'världen', 'baby', 'child', 'bébé', 'bebé', 'little one', 'lillan', 'lillen', 'bebis', 'day and month', 'quelle année',
  'turn', 'years old', ' ans ', 'cumpl', 'blir', 'jahrgang', 'wird', 'wurde', 'werde', 'ddn', 'fdn', ' b. ', 'd o b',
  'age check', 'age ver', 'age proof', 'age limit', 'of age', 'alters', 'l\'âge', 'd\'âge', 'la edad', 'de edad', 'ålders'])

/** "We need the date of birth for the ticket." and, in the next turn, the date. */
const ASKED_CHARS = 140
export const ANSWER = /\n(?:\p{L}{1,12}(?: (?:\d|\p{L}{2,12}))?[ \u00a0]?: )?(?:(?:yes|yeah|sure|okay|ok|well|so|it['’]s|that['’]s|it is|on|the|born|uh|um|er|no|wait|sorry|ja|also|äh|ähm|das ist|es ist|am|der|nein|moment|oui|alors|euh|c['’]est|le|non|pardon|sí|pues|eh|es|el|perdón|det är|den|öh|nej|förlåt|\d{1,2}\.?)[ ,.]{1,2}){0,8}$/u
/** "the fourth, no, the fourteenth of May": the day that was wrong. */
const TAKEN_BACK = /(?<![\p{L}\d])(?:(?:the|den|am|der|le|el) )?\d{1,2}\.?,? (?:no|sorry|wait|nein|moment|quatsch|non|pardon|perdón|digo|nej|förlåt),? (?:(?:no|sorry|wait|ich meine|i mean|je veux dire|jag menar),? )?(?:(?:am|der|le|el|den) )?$/u

/** "she turns 40 on", "cumple 40 el", "wird am 3. Mai 40": how old somebody is to be that day. */
const BIRTHDAY = /(?<!\p{L})(?:(?:i|you|he|she)['’]ll be \d{1,3}(?: years old)?(?: on)?(?: the)?|(?:i|you|he|she|they|we|who|\p{L}{3,12}(?<!lease|contract|company|building|firm)) (?:turns?|turned|(?:is|are) turning|will turn|(?:will|'ll) be) \d{1,3}(?: years old)?(?: on| this| next)?(?: the)?|(?:fête(?:ra)?|aura|a fêté|a eu) (?:(?:ses|mes|leurs|tes) )?\d{1,3} ans(?: le)?|cumpl\p{L}{1,4} (?:los )?\d{1,3}(?: años)?(?: el)?|(?:fyller|fyllde|blir) \d{1,3}(?: år)?(?: den| på)?|jahrgang \d{2,4},?(?: am| vom)?) $/u
const BECOMES = /(?<!\p{L})(?:wird|wurde|werde)(?: \p{L}{2,12})? am $/u
const AGE = /^ (?:schon |erst )?\d{1,3}(?: jahre)?(?: alt)?(?=[,.!?\n]|$)/u

/** "… el 3 de mayo y es de 2011", "May 3rd and born in 84": the year said on behind the day. */
const YEAR_BEHIND = new RegExp('^,? (?:(?:and|und|et|y|och) )?(?:(?:is|was|i was|he was|she was|es|soy|est|il est|elle est|är|ist) )?' +
  '(?:de|del|born(?: in)?|née? en|nacid[oa] en|född|jahrgang|from) ((?:19|20)\\d{2}|[\'’]?\\d{2})(?![\\p{L}\\d])', 'u')
const FOUNDED = new RegExp('(?<!\\p{L})(?:company|firm|brand|project|app|startup|firma|unternehmen|verein|marke|projekt(?:et)?|entreprise|société|marque|' +
  'projet|boîte|empresa|compañía|marca|proyecto|asociación|företaget|bolaget|föreningen|association)(?: \\p{L}{1,8}){0,2} ' +
  '(?:born|geboren|née?|nacid[oa]|nació|född|föddes)(?: on| am| le| el| den| the){0,2} $', 'u')

/** "Seven, twelve, ninety-nine": said in three numbers. */
function isSpread(view: View, start: number, length: number): boolean {
  const source = view.range(start, start + length)
  return source.end - source.start > length * 3
}

/** A date is personal when it is said to be somebody's birth; any other date stays. */
export const birthDateRecogniser: Recogniser = {
  name: 'birth-date',
  needsDigit: true,
  usesSmallNumbers: (isSaid) => isSaid(BIRTH_WORDS),
  *find(view, context) {
    if (!(view.mentions(BIRTH_WORDS) || BIRTH_WORDS.any.test(context.previous))) return
    for (const match of matchesOf(view.text, DATE)) {
      const lead = /^(?:the|le|el|den|am) /i.exec(match[0])?.[0].length ?? 0
      // "the 28th of December" is read with its article, "born on the 3rd" alike; other languages leave it outside.
      const start = match.index + (/^the /i.test(match[0]) ? 0 : lead)
      // "né le" is one cue, so the article is read with what stands before.
      // "the company was born on the 3rd": what was founded is nobody.
      if (FOUNDED.test(wordsBefore(view, match.index + lead, context, 60))) continue
      const isBirthBehind = BORN_BEHIND.test(wordsAfter(view, match.index + match[0].length))
      const cues = cuesIn(wordsBefore(view, match.index + lead, context, 80))
      // Four or five digits may be anything: only straight behind the cue, or a little further where they were said as numbers.
      const isRow = view.kind === 'shadow' && isSpread(view, match.index, match[0].length)
      if (/^\d{4,5}$/.test(match[0]) && !(cues.at(-1)?.kind === 'birth' && (cues.at(-1)?.distance ?? 99) < (isRow ? 32 : 12))) continue
      const before = wordsBefore(view, match.index + lead, context, ASKED_CHARS)
      const isAnswer = ANSWER.test(before) && cuesIn(before).some(({ kind }) => kind === 'birth')
      // "wird am dritten Mai vierzig": no year, but how old.
      const date = BECOMES.test(before) ? match[0].replace(/ \d\d$/, '') : match[0]
      const end = match.index + date.length
      const isBirthday = BIRTHDAY.test(before) || (BECOMES.test(before) && AGE.test(wordsAfter(view, end)))
      if (!isBirthBehind && !isAnswer && !isBirthday && !cues.some((cue) => cue.kind === 'birth' && cue.distance < 48)) continue
      const takenBack = TAKEN_BACK.exec(view.lower.slice(Math.max(0, start - 40), start))?.[0].length ?? 0
      yield { start: start - takenBack, end, type: 'DATE_OF_BIRTH', score: 0.88, cue: 'trigger word' }
      const [said = '', year = ''] = YEAR_BEHIND.exec(wordsAfter(view, end)) ?? []
      const behind = end + said.length
      if (year !== '') yield { start: behind - year.length, end: behind, type: 'DATE_OF_BIRTH', score: 0.86, cue: 'behind a date' }
    }
  },
}

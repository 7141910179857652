import { isTokenAt } from '../../domain/token.ts'
import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isProductWord } from '../names/products.ts'
import type { Recogniser } from '../recogniser.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/**
 * Secrets that no word for one announces: by their form ("BrassPot!77"), what something opens with, the turns of a lock, digits that
 * were sent to somebody's telephone, and answers to what only they should know.
 */
/** A part of each of what follows but for the first. */
const STEMS = stemsOf([
  'text', 'sms', 'verification', 'authenticator', 'sent', 'digits', 'ziffern', 'chiffres', 'dígitos', 'cifras', 'siffror', 'message',
  'pet', 'street', 'teacher', 'animal', 'born', 'security', 'memorable', 'secret', 'tier', 'geheim', 'sicherheit',
  'haustier', 'mascota', 'pregunta', 'husdjur', 'säkerhet', 'recovery',
  'opens', 'unlocks', 'geht auf', 'öffnet', 'öffnen', 'ouvre', 'abre', 'öppnas',
  'left', 'right', 'clockwise', 'links', 'rechts', 'gauche', 'droite', 'izquierda', 'derecha', 'vänster', 'höger',
])
const PASSWORD = /(?<![^\s"'„“”«(:=])(?=[^\s"'“”»]{8,40})(?=\S{0,40}\p{Ll})(?=\S{0,40}\p{Lu})(?=\S{0,40}\d)[\p{L}\d]{2,24}[!#$%^&*+~?]{1,3}[\p{L}\d!#$%^&*+~?-]{0,16}[\p{L}\d#$%^&*+~](?![\p{L}\d@/])/gu
/** Without a sign that something follows, or that ends what is quoted, there is neither. */
const SIGN_INSIDE = /[!#$%^&*+~?][\p{L}\d!#$%^&*+~?"'“”»-]/u
const QUOTED_PASSWORD = /(?<=["'„“”«])(?=[^\s"'“”»]{8,40}["'“”»])(?=\S{0,40}\p{Ll})(?=\S{0,40}\p{Lu})(?=\S{0,40}\d)[\p{L}\d]{4,30}[!#$%^&*+~?]{1,3}(?=["'“”»])/gu

const OPENS = new RegExp('(?<!\\p{L})(?:zip|archive|pdf|laptop|tablet|phone|ipad|computer|spreadsheet|screen|locker|usb stick|(?:zip-?)?datei|archiv|rechner|handy|fichier|ordinateur|archivo|ordenador|zip-?fil\\p{L}*|dator\\p{L}*) ' +
  '(?:opens|unlocks|geht auf|öffnet sich|lässt sich öffnen|s[\'’]ouvre|se abre|öppnas) (?:with|mit|avec|con|med) (?:["\'„“«] ?)?([^\\s,;"“”»]{6,40})', 'giu')
const hasSigns = (value: string): boolean => /\p{L}/u.test(value) && (/\d/.test(value) || (value.match(/-/g)?.length ?? 0) > 1 || /[!#$%&*+_]/.test(value))

const SIDE = '(?:left|right|clockwise|anti-?clockwise|links|rechts|(?:à )?gauche|(?:à )?droite|(?:a la )?izquierda|(?:a la )?derecha|vänster|höger)'
const UPTO_99 = '(?:\\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|zero|one|two|three|' +
  'four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)'
const TURN = `${SIDE}(?: to| auf| bis| sur| à| a| hasta| till)? ${UPTO_99}`
const TURNS = new RegExp(`(?<![\\p{L}\\d])${TURN}(?:,? (?:then |and |dann |und |puis |et |luego |y |sen |och )?${TURN}){1,4}(?![\\p{L}\\d])`, 'giu')

const SENT = new RegExp('(?<!\\p{L})(?:texted (?:you|me|her|him|us|them|it)|(?:by|via|per|par|por|in an?|the) (?:sms|text(?: message)?)|verification app|authenticator|' +
  '(?:number|code|digits) (?:they|it|we)(?: had| have|[\'’]ve|[\'’]d)? (?:just )?sent|(?:wants|needs|asks for|asking for|will) ?(?:the )?(?:four|six|eight|4|6|8) digits|' +
  '(?:vier|sechs) ziffern|(?:quatre|six) chiffres|(?:cuatro|seis) (?:dígitos|cifras)|(?:fyra|sex) siffror)(?!\\p{L})', 'gu')
/** Digits that make up what is said, but for a word or two of agreement before them. */
const SAID_CODE = new RegExp('(?<=^|\\n|[.,:?!] |(?:so i said|it[\'’]s|it says|shows|das ist|es ist|c[\'’]est|es|det är|alors|oui|yes|hang on|um|uh|oh|sorry) ) ?' +
  '\\d{3}[ ,.-]{0,2}\\d{1,4}(?=[.,!?\\n]|$| (?:right now|now|and|et|und|y|och))', 'giu')
const SENT_REACH = 180

const QUESTION = "(?:first (?:pet|car|school|teacher)|pet['’]s name|street (?:you|i|he|she) grew up (?:on|in)|favou?rite (?:teacher|animal|book|colou?r|food|film)|" +
  'memorable (?:word|place|name)|secret (?:word|answer)|security (?:question|answer)|' +
  '(?:dein|ihr|mein) lieblings(?:tier|essen|lehrer|buch)|lieblingstier|(?:erstes|ersten) (?:haustier\\p{L}*|auto)|(?:sicherheits|geheim)(?:frage|antwort)|' +
  'question secrète|(?:votre|ton|mon) premier animal(?: de compagnie)?|primera mascota|pregunta (?:secreta|de seguridad)|första husdjur\\p{L}*|säkerhetsfråg\\p{L}*|hemliga fråg\\p{L}*)(?!\\p{L})'
const ANSWER = '(\\p{L}[\\p{L}\\d\'’-]{2,20}(?: \\p{L}[\\p{L}\\d\'’-]{1,20}){0,2})'
const ANSWERS = [
  new RegExp(`(?<!\\p{L})${QUESTION}[^\\n.?!]{0,30},? (?:so |and )?(?:i|he|she) (?:put|said|typed|wrote|chose|entered|answered) ${ANSWER}(?=[,.!?\\n]|$| and)`, 'giu'),
  new RegExp(`(?<!\\p{L})${QUESTION}[^\\n]{0,40}\\n(?:\\p{L}{1,14}(?: \\d)?: )?(?:it['’]s |it was |i think |es ist |c['’]est |es |era |det är |det var )?${ANSWER}(?=[,.!?\\n]|$)`, 'giu'),
]

export const secretShapeRecogniser: Recogniser = {
  name: 'secret-shape',
  *find(view, context) {
    for (const pattern of view.kind === 'source' && view.hasDigit && SIGN_INSIDE.test(view.text) ? [PASSWORD, QUOTED_PASSWORD] : []) {
      for (const { index, 0: text } of matchesOf(view.text, pattern)) {
        if (!isTokenAt(view.text, index - 1)) yield { start: index, end: index + text.length, type: 'SECRET', score: 0.78, cue: 'form' }
      }
    }
    if (!view.mentions(STEMS)) return
    for (const { index, 0: whole, 1: value = '' } of view.kind === 'source' ? matchesOf(view.text, OPENS) : []) {
      const kept = value.replace(/[.!?:]$/, '')
      const start = index + whole.length - value.length
      if (hasSigns(kept) && !isProductWord(kept.toLowerCase())) yield { start, end: start + kept.length, type: 'SECRET', score: 0.84, cue: 'what it opens' }
    }
    for (const { index, 0: text } of view.kind === 'source' ? matchesOf(view.lower, TURNS) : []) {
      yield { start: index, end: index + text.length, type: 'SECRET', score: 0.8, cue: 'turns of a lock' }
    }
    if (view.hasDigit) yield* sentCodes(view, context)
    if (view.kind === 'shadow') return
    for (const pattern of ANSWERS) {
      for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, pattern)) {
        if (value.split(' ').some((word) => isFunctionWord(word.toLowerCase(), context.lang) || isFunctionWord(word.toLowerCase()))) continue
        const start = index + whole.length - value.length
        yield { start, end: start + value.length, type: 'SECRET', score: 0.83, cue: 'answer' }
      }
    }
  },
}

/** Within a turn or two of what says that digits were sent, or are wanted. */
function* sentCodes(view: View, context: Parameters<Recogniser['find']>[1]): ReturnType<Recogniser['find']> {
  for (const { index, 0: text } of matchesOf(view.text, SAID_CODE)) {
    const before = wordsBefore(view, index, context, SENT_REACH)
    const cue = [...matchesOf(before, SENT)].at(-1)
    if (cue === undefined || before.slice(cue.index).split('\n').length > 3) continue
    if (/^ ?(?:%|€|\$|pounds|dollars|euros?|people|items|minutes|hours)/.test(wordsAfter(view, index + text.length))) continue
    const lead = text.length - text.trimStart().length
    yield { start: index + lead, end: index + text.length, type: 'SECRET', score: 0.79, cue: 'sent' }
  }
}

import { askedBefore, hasDigitsBefore, wordsAfter, wordsBefore } from '../cue-window.ts'
import { cuesIn, type CueKind } from '../cues.ts'
import type { Recogniser } from '../recogniser.ts'
import { stemsOf } from '../views.ts'
import { CODED, ENTERED, OPENED } from './door-words.ts'
import { COUNTED, MEASURED, READ_ON } from './secrets.ts'
import { matchesOf } from '../matches.ts'

/**
 * Codes of doors, alarms, safes and telephones, where no "PIN" says so: digits in a sentence about what a code opens ("punch
 * in six six oh two for the side gate"), or behind the bare word for a code ("a code, 48 22 19").
 */
const CODE = /(?<![\p{L}\d.,:/-]|[$€£#] ?)(?:\d{3,6} \d{1,4}|\d{1,2}(?:[ -]\d{2}){2}|\d{1,2}-\d{1,2}-\d{1,2}|\d{3,8}|(?=[A-Z]{0,2}\d)(?=(?:[A-Z]*\d){2})[A-Z\d]{4,8})(?![\p{L}\d%]|[.,:/-]\d)/gu

const STEMS = stemsOf(['code', 'kod', 'código', 'clave', 'kombin', 'combi', 'otp', 'puk', 'pin', 'tan ', 'combo',
  'gate', 'door', 'alarm', 'safe', 'lock', 'key', 'garage', 'shed', 'cupboard', 'cabinet', 'barrier', 'shutter', 'intercom', 'entrance', 'entry',
  'elevator', 'box',
  'phone', 'ipad', 'tablet', 'laptop', 'screen', 'sim', 'voicemail', 'till', 'panel',
  'lobby', 'lift', 'suitcase', 'briefcase', 'handset', 'drawer',
  'tor', 'tür', 'tresor', 'schlüssel', 'aufzug', 'umkleide', 'eingang', 'schloss', 'spind', 'tast', 'schuppen', 'schrank', 'briefkasten', 'koffer',
  'handy', 'keller', 'schließ',
  'porta', 'porte', 'coffre', 'armoire', 'ascenseur', 'consigne', 'vestiaire', 'cadenas', 'serrure', 'antivol', 'casier', 'clavier', 'boîte', 'barrière',
  'entrée', 'immeuble', 'valise', 'téléphone',
  'puerta', 'verja', 'armario', 'ascensor', 'maleta', 'caseta', 'vestuario', 'cancela', 'caja', 'candado', 'cerradura', 'taquilla', 'teclado', 'garaje',
  'trastero', 'barrera', 'entrada', 'buzón', 'móvil',
  'grind', 'port', 'brevlåd', 'resväsk', 'skärm', 'soprum', 'omkläd', 'nyckel', 'dörr', 'larm', 'lås', 'skåp', 'knapp', 'förråd', 'hiss', 'mobil',
  'källar', 'stuga'])

const EDGE = '(?<![\\p{L}\\d])'
const PLACE_BEFORE = new RegExp(`${EDGE}(?:${OPENED})(?![\\p{L}\\d])`, 'iu')
/** The verb, and at most a word or two ("the number", "die") up to the digits. */
const VERB_BEFORE = new RegExp(`${EDGE}(?:${ENTERED})(?:[ ,:]{1,3}(?:in|the|number|numbers|code|die|den|das|nummer|code|le|la|les|el|los|número|koden?|siffrorna|just|then|first|star|hash|digits|up)){0,3}[ ,:]{0,3}$`, 'iu')
const LINKED = new RegExp(`${EDGE}(?:${OPENED})(?: code)?(?:['’]s(?: code| on| set to)?|(?: is| ist| est| es| är)? ?[:=]| is(?: on)?| ist| est| es| är|,? c['’]est|,? (?:it|that)['’]s) ?$`, 'iu')
/** What has a code and no number of its own. */
const BARE = /(?<![\p{L}\d])(?:alarm|(?:un)?lock ?box|key ?safe|key ?box|key ?pad|pad ?lock|safe|intercom|tresor|vorhängeschloss|zahlenschloss|alarme|cadenas|coffre|interphone|alarma|candado|caja fuerte|larm|larmet|hänglås|hänglåset|kassaskåp|(?:building|door|gate) access|(?:front|back|side|main) (?:door|gate)|haustür|portillon|portail|portal|alarm off|boîte à clés?|schlüssel(?:box|kasten|safe|tresor)|alarmanlage|digicode|skåpet|skåp)(?: (?:has|hat|tiene|har|a))? ?$/iu
const CODE_BEFORE = new RegExp(`${EDGE}(?:${CODED})(?![\\p{L}\\d])`, 'giu')
/** Between the word for a code and the code: nothing, a comma or colon, or a link at the end of what says which code. */
const LINK_END = /(?:^|[ ,])(?:['’]?s|is|was|are|ist|war|lautet|est|es|era|är|var|blir|blev|c['’]est|it['’]s|that['’]s|reads|says|to|auf|på|:|=|->|hier|here|now|yet)[ ,:]{0,3}$|^[,:?=–-]* ?$|[,:?=–-] ?$/iu
const OPENED_LAST = new RegExp(`${EDGE}(?:${OPENED}|bekommen|gekriegt|reçu|recibido|fått) ?$`, 'iu')
const FOR_PLACE = new RegExp(`^[ ,]{1,2}(?:for|on|to open|opens|unlocks|disarms|für|öffnet|entsperrt|pour|ouvre|para|abre|för|öppnar|till|på|en|am|an|sur|gets you (?:in|into)|lets you in)[ ](?:[\\p{L}'’]+ ){0,2}(?:${OPENED})(?![\\p{L}\\d])`, 'iu')
const STARRED = /^ ?(?:[#*](?!\p{L})|,? ?(?:then |and then |and |und |dann |et |puis |y |luego |och |sen )?(?:star|hash|pound|enter|raute|stern|dièse|étoile|almohadilla|asterisco|fyrkant|stjärna)(?!\p{L}))/iu
const VERB_BEHIND = /^ (?:ein(?:tipp|gib|geb)\p{L}*|tippst|tippen|drückst|drücken|nimmst|eingegeben|knappar|slår|trycker)(?!\p{L})/u
const YEAR = /^(?:19|20)\d\d$/

const STRANGERS: ReadonlySet<CueKind> = new Set(['nobody', 'bank', 'iban', 'birth', 'nationalId', 'passport', 'licence', 'medical', 'crypto', 'mac'])
const REACH = 96

export const doorCodeRecogniser: Recogniser = {
  name: 'door-code',
  needsDigit: true,
  *find(view, context) {
    if (!(view.mentions(STEMS) || STEMS.any.test(context.previous))) return
    for (const { index, 0: text } of matchesOf(view.text, CODE)) {
      const before = sentenceOf(wordsBefore(view, index, context, REACH))
      const after = wordsAfter(view, index + text.length)
      if (MEASURED.test(after)) continue
      const hasDigits = (chars: number): boolean => hasDigitsBefore(view, index, context, chars)
      if (!isCode(text, before, after) && !isAnswer(text, askedBefore(view, index, context), after, hasDigits)) continue
      const sign = STARRED.exec(after)?.[0].trim()
      const more = READ_ON.exec(view.text.slice(index + text.length, index + text.length + 60))?.[0].length ?? 0
      yield { start: index, end: index + text.length + Math.max(more, sign === '#' || sign === '*' ? 1 : 0), type: 'SECRET', score: 0.81, cue: 'what it opens' }
    }
  },
}

function isCode(text: string, before: string, after: string): boolean {
  const signs = text.replace(/[ -]/g, '').length
  const nearest = cuesIn(before).at(-1)
  if (nearest !== undefined && STRANGERS.has(nearest.kind)) return false
  const isStarred = STARRED.test(after)
  const isEntered = VERB_BEFORE.test(before) || VERB_BEHIND.test(after)
  if (signs < 4 && !isStarred) return false
  const hasPlace = PLACE_BEFORE.test(before)
  if (hasPlace && (isEntered || isStarred)) return true
  if ((isEntered || isStarred || /(?:^|[\s,])(?:it['’]s|c['’]est|es|det är|es ist) ?$/u.test(before)) && FOR_PLACE.test(after)) return true
  if (YEAR.test(text) || COUNTED.test(before)) return false
  if (LINKED.test(before) || BARE.test(before)) return true
  return isSaidToBeCode(before)
}

/** "It's a keypad now.", "And what is it?", "6229, star.": digits that answer a question about a code, with no other value between. */
function isAnswer(text: string, asked: string, after: string, hasDigits: (chars: number) => boolean): boolean {
  const said = [...matchesOf(asked, CODE_ASKED)].at(-1)
  if (said === undefined || text.replace(/[ -]/g, '').length < 4 || YEAR.test(text)) return false
  const between = asked.slice(said.index)
  return !hasDigits(between.length) && (STARRED.test(after) || ANSWERS.test(between) || (WANTED.test(asked) && GIVEN.test(between)))
}
/** A question, and of the turn behind it nothing but who speaks and "it's". */
const ANSWERS = /\?\n(?:\p{L}{1,12}(?: \d)?[ \u00a0]?: )?(?:\p{L}{1,2}(?:['’]\p{L}{1,3})?,? )?$/u
/** "I need the code of the store.": no question, and asked all the same. */
const WANTED = /(?<!\p{L})(?:need|give me|remind me of|brauch\p{L}*|gib mir|faut|besoin|donne\p{L}*|necesit\p{L}*|dame|behöver|ge mig)(?!\p{L})/u
const GIVEN = /^[^\n?]*[.!]\n(?:\p{L}{1,12}(?: \d)?[ \u00a0]?: )?$/u
const CODE_ASKED = new RegExp(`${EDGE}(?:${CODED}|key ?pads?|combination|tastenfeld|clavier|teclado|knappsats\\p{L}*)(?![\\p{L}\\d])`, 'giu')

/** "the code for the bike shed is", "código del portal:", "a code,": the word, and a link straight before the digits. */
function isSaidToBeCode(before: string): boolean {
  const said = [...matchesOf(before, CODE_BEFORE)].at(-1)
  if (said === undefined) return false
  const between = before.slice(said.index + said[0].length)
  return LINK_END.test(between) || OPENED_LAST.test(between)
}

/** From the last full stop on; a question belongs to its answer. */
function sentenceOf(before: string): string {
  const ends = Array.from(before.matchAll(/[.!;]\s|\n(?=[^\n]*\n)/gu), ({ index, 0: end }) => index + end.length)
  return before.slice(ends.at(-1) ?? 0)
}

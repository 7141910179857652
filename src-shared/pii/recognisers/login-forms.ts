import { withoutEnd } from '../ends.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { isEverydayWord } from '../names/everyday.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { hasWordList, isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { stemsOf } from '../words.ts'
import { matchesOf } from '../matches.ts'

/**
 * Logins by where machines and tickets write them: the folder of a home, a session's "user@host", who signed a change, and
 * behind the word for an account what no dictionary has ("AD account mkettle please", "Användare mkittel är spärrad").
 */
const LOGIN = '([\\p{Ll}][\\p{Ll}\\d]{0,31}(?:[._-][\\p{Ll}\\d]{1,24}){0,3})'

const HOME = new RegExp(`(?<=(?:/home/|/Users/|\\\\(?:Users|Benutzer)\\\\))${LOGIN}(?=[/\\\\\\s:;,]|$)`, 'gu')
const SESSION = new RegExp(`(?<=(?<![\\p{L}\\d])(?:ssh|scp|sftp|rsync) (?:-[a-zA-Z] [^\\s]{1,40} ){0,2})${LOGIN}(?=@[\\p{L}\\d])`, 'gu')
const BECAME = new RegExp(`(?<=(?<![\\p{L}\\d])(?:sudo -u|su -|chown|runas /user:) )${LOGIN}(?![\\p{L}\\d@])`, 'gu')
const SIGNED = new RegExp(`(?<=(?<![\\p{L}\\d])(?:Reviewed|Signed-off|Tested|Acked|Reported|Co-authored)-by: )${LOGIN}(?=\\s*$)`, 'gmu')
/** A name that only machines give: letters, then digits. */
const BY = new RegExp('(?<=(?<!\\p{L})(?:(?:opened|assigned|reported|merged|pushed|committed|approved|created|closed|edited|uploaded|locked|unlocked)(?: by| to)|blame says|unlock|reset|disable|enable|' +
  'erstellt von|zugewiesen an|gemeldet von|entsperren?|créé par|assigné à|ouvert par|débloquer|creado por|asignado a|abierto por|desbloquear|skapad av|tilldelad|öppnad av|lås upp) )' +
  '(\\p{Ll}{3,20}(?:[._-]\\p{Ll}{2,20})?\\d{1,4})(?![\\p{L}\\d@/-]|\\.[\\p{L}\\d])', 'gu')
const ACCOUNT = new RegExp('(?<!\\p{L})(?:(?:ad|sso|ldap|vpn|windows|network|domain|unix|linux|jira|email|portal)[ -](?:account|user|login|konto|benutzer)|user ?name|user id|account|acct|user|login|' +
  'benutzer(?:kennung|konto|name)?|nutzer|kennung|(?:ad-?)?konto|identifiant|utilisateur|compte(?: ad)?|usuario|cuenta|användare|(?:ad-)?kontot|inlogg(?:ning)?) ' +
  `${LOGIN}(?=[,;)]|\\.(?:\\s|$)|$| (?:is|was|has|cannot|can['’]t|locked|disabled|created|reset|left|posted|wrote|commented|reported|opened|pushed|please|again|on|for|ist|gesperrt|sperren|zurücksetzen|entsperren|est|bloqué|créé|à|está|bloquead[oa]|caducad[oa]|är|spärrad|låst|kan)(?!\\p{L}))`, 'giu')
/** "mossy_kettle on Instagram" */
const THERE = new RegExp('(?<![\\p{L}\\d@._/-])(\\p{L}[\\p{L}\\d]{0,31}(?:[._][\\p{L}\\d]{1,24}){1,3}) (?:on|over on|auf|bei|sur|en|på) ' +
  '(?:discord|reddit|slack|twitch|steam|github|gitlab|insta(?:gram)?|tik ?tok|twitter|mastodon|telegram|bluesky|xbox|playstation|strava|snapchat|youtube)(?!\\p{L})', 'giu')

/** "it says p underscore tollervey": an initial, a sign and what no dictionary has, as logins are made of names. */
const INITIALLED = /(?<![\p{L}\d@._/-])\p{L}[._](\p{L}{4,20})\d{0,4}(?![\p{L}\d@/(=]|[._-][\p{L}\d])/gu
const INITIAL_SAID = /(?<!(?<![\p{L}\d])[\p{L}\d][ .])(?<![\p{L}\d])\p{L} (?:dot|underscore|punkt|unterstrich|point|tiret bas|punto|guion bajo|understreck) (\p{L}{4,20})(?! (?:at|ät|dot|punkt|point|punto|arobase|arroba|snabel)(?!\p{L}))(?![\p{L}\d])/gu

/** "on the club's app as lefty dot quigg" */
const AS_SAID = new RegExp('(?<=(?<!\\p{L})(?:as|under|als|unter|comme|sous|como|bajo|som) )(\\p{L}{3,16} (?:dot|underscore|punkt|unterstrich|tiret bas|punto|guion bajo|understreck) ' +
  '(?!(?:com|net|org|io|example|de|fr|es|se|uk|eu|info)(?!\\p{L}))\\p{L}{3,20}(?: \\d{1,4})?)(?! (?:at|ät|dot|punkt|point|punto|arobase|arroba|snabel)(?!\\p{L}))(?![\\p{L}\\d])', 'gu')

/** With a part of each that is quickly looked for: without it there is none. */
const MACHINES = [
  [HOME, /\/home\/|\/Users\/|\\/], [SESSION, /(?:ssh|scp|sftp|rsync) /], [BECAME, /sudo -u|su -|chown|runas/], [SIGNED, /-by: /], [BY, /\p{Ll}\d/u],
  [AS_SAID, / (?:dot|underscore|punkt|unterstrich|bas|punto|bajo|understreck) /],
] as const
const INITIALS = [[INITIALLED, /[._]\p{L}{4}/u], [INITIAL_SAID, / (?:dot|underscore|punkt|unterstrich|point|bas|punto|bajo|understreck) /]] as const
const THERE_PART = /[._][\p{L}\d]{1,24} [\p{L}]/u

const SEEN = /(?<!\p{L})(?:says|shows?|by|user|login|steht|zeigt|von|indique|affiche|par|pone|dice|por|står|visar|av) $/u

const STEMS = stemsOf([' says', 'has it', 'open', 'edit', 'locked', 'dot ', 'underscore', 'unterstrich', 'punkt', 'tiret', 'punto', 'guion',
  'understreck', '/home/', 'ssh', 'scp', 'sftp', 'rsync', 'sudo', 'su -', 'chown', 'runas', '-by: ', ' by ', 'assigned',
  'blame', 'unlock', 'reset ',
  'able ', ' von ', 'zugewiesen', 'entsperr', ' par ', 'assigné', 'débloquer', ' por ', 'asignado', 'desbloquear', ' av ', 'tilldelad', 'lås upp',
  'user', 'account', 'acct', 'login', 'nutzer', 'kennung', 'konto', 'identifiant', 'utilisateur', 'compte', 'usuari', 'cuenta', 'använd', 'inlogg',
  'discord', 'reddit', 'slack', 'twitch', 'steam', 'git', 'insta', 'tok', 'twitter', 'mastodon', 'telegram', 'bluesky', 'xbox',
  'playst', 'strava', 'snap', 'youtube'])

/** Folders and accounts that are nobody's. */
const NOBODY = new Set('shared public default user users username guest root admin administrator ubuntu ec2-user www www-data nobody git test demo service system backup oracle postgres mysql jenkins build'.split(' '))

export const loginFormRecogniser: Recogniser = {
  name: 'login-form',
  usesSmallNumbers: (isSaid) => isSaid(STEMS),
  *find(view, context) {
    if (!view.mentions(STEMS)) return
    for (const [pattern, part] of view.kind === 'source' ? MACHINES : []) {
      for (const { index, 0: text } of part.test(view.text) ? matchesOf(view.text, pattern) : []) if (!NOBODY.has(text)) yield found(index, text)
    }
    for (const [pattern, part] of view.kind === 'source' ? INITIALS : []) {
      for (const { index, 0: text, 1: name = '' } of part.test(view.text) ? matchesOf(view.text, pattern) : []) {
        const isSeen = SEEN.test(view.lower.slice(Math.max(0, index - 16), index)) && !isFunctionWord(name)
        if (name === name.toLowerCase() && (isSeen || !isWord(name, context.lang))) yield found(index, text)
      }
    }
    for (const { index, 0: whole, 1: login = '' } of THERE_PART.test(view.text) ? matchesOf(view.text, THERE) : []) {
      if (/[\d_]|^[^.]+\.[^.]+$/.test(login) && !/\.(?:com|net|org|io|de|fr|es|se|tv|gg|me)$/i.test(login)) yield found(index + whole.indexOf(login), login)
    }
    if (view.kind !== 'source') return
    for (const { index, 0: whole, 1: login = '' } of matchesOf(view.text, ACCOUNT)) {
      if (login === login.toLowerCase() && !NOBODY.has(login) && isNoWord(login, context)) yield found(index + whole.length - login.length, login)
    }
  },
}

const found = (start: number, login: string): Candidate => ({ start, end: start + login.length, type: 'USERNAME', score: 0.88, cue: 'form' })

/** Each part: no word of the language or of English, nor one with a common ending. */
const isNoWord = (login: string, { lang }: RecogniserContext): boolean => login.length > 4 && !/^v?\d/.test(login) && !/^\p{L}+[._-]\d+$/u.test(login) &&
  login.split(/[._-]/).some((part) => part.length > 2 && !isWord(withoutEnd(part, /\d/), lang))
const isWord = (part: string, lang: string): boolean =>
  isFunctionWord(part) || isEnglishWord(part) || isEverydayWord(part) ||
  (hasWordList(lang) ? isWordIn(part, lang) || ENDING.test(part) : ENGLISH_ENDING.test(part))
const ENGLISH_ENDING = /.{3}(?:ed|ing|tion|ment|ers?|ly|able|ible|ity|ness|ive|ful|less|is[mt]|al|ic|ous|i[sz]e)$/
const ENDING = /.{3}(?:en|te|tion|ung|heit|keit|isch|lich|ment|ée?|és|ant|eur|nu|ción|dad|ado|ada|ando|iendo|ar|ir|het|ade|are|ad|at)$/

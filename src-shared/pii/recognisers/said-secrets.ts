import { isFunctionWord } from '../names/function-words.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { hasWordList, isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser } from '../recogniser.ts'
import { mentions } from '../views.ts'
import { isMonth } from '../shadow/months.ts'
import { MEASURED, SECRET_STEMS, SECRET_WORDS } from './secrets.ts'

/**
 * Secrets with no "is" before them: "lösenordet blåmes 42", "try the password crunchy gravel", "gravel 19 is our password".
 * Behind the word for it a word or two and a number are the secret, unless the number counts something or the words say
 * what is done with passwords.
 */
/** What unlocks doors of other kinds too says nothing by itself. */
const WEAK = new Set(['secret', 'token', 'koden', '(?:api|access|secret|private)[ _-]key', '(?<=the )key(?= (?:starts|begins))'])
const NOUNS = [...SECRET_WORDS.filter((word) => !WEAK.has(word)), 'wi-?fi[ -]code', 'code (?:du )?wi-?fi',
  'wlan[ -]?code', 'wlan[ -]?schlüssel', 'wi-?fi[ -]?koden'].join('|')
const NOUN = `(?<![\\p{L}\\d])(?:${NOUNS})(?!\\p{L})`
const FOR = '(?:[ \\u00a0](?:for|to|on|of|at|für|zum|zur|am|vom|du|de|del|pour|para|till|för|på)[ \\u00a0](?:(?:the|my|our|das|den|die|le|la|el|mon|mi|mitt)[ \\u00a0])?\\p{L}{3,16})?'
const WORDS = '(?:\\p{L}{3,24}[ -]){1,3}'

const NUMBERED = new RegExp(`${NOUN}${FOR}[,:]?[ \\u00a0](${WORDS}\\d{1,4})(?![\\d\\p{L}]|[.,:/]\\d)`, 'giu')
const QUOTED = new RegExp(`${NOUN}${FOR}[,:]?[ \\u00a0]["“„«'‘]([^"“”„«»'‘’\\n]{3,48})["“”»'’]`, 'giu')
const BEHIND = new RegExp(`(?:(?:^|[.!?;,\\n] ?)(?:it['’]s |c['’]est |es |det är |es ist )?)((?:[\\p{L}'’-]{3,24} ){1,2}\\d{1,4})(?:,| is| ist| est| es| är),? (?:(?:the|my|our|das|mein|unser|le|mon|notre|la|mi|nuestra|mitt|vårt) )?(?:[\\p{L}-]{2,12} )?(?:${NOUNS})(?!\\p{L})`, 'giu')
const TRIED = new RegExp(
  '(?<!\\p{L})(?:try|use|enter|type(?: in)?|put in|nimm|nehmt|gib|tipp\\p{L}*|versuch\\p{L}*|probier\\p{L}*|essaie|essayez|tape[zr]?|mets|mettez|entrez|utilise[rz]?|prueba|usa|pon|mete|introduce|teclea|' +
    `prova|använd|skriv(?: in)?|testa|slå(?: in)?) (?:(?:the|das|le|la|el) )?(?:[\\p{L}-]{2,12} )?${NOUN},? ((?:[\\p{L}'’-]{3,24} ){0,2}[\\p{L}'’-]{3,24})(?=[.,;!?\\n]|$)`, 'giu')

/** What stands behind "password" and is not one: what it is of, and what becomes of it. */
const ABOUT = new Set((
  'policy policies reset resets resetting manager managers length field fields prompt screen expiry expiration hint hints protected protection rule rules change changes changed page pages form box ' +
  'strength vault sharing rotation generator checker entry hash hashes hashing database file files list link links email again twice once first correctly wrong requirement requirements works worked ' +
  'failed fails fail expired expires expire stopped issue issues problem problems question recovery app service required request requests token tokens needs need takes took lasts gets got used uses using ' +
  'please instead together yourself tomorrow today yesterday later soon anyway manually carefully properly number numbers code codes word words phrase thing things less only must should has had ' +
  'regel regeln richtlinie länge läuft muss müssen gilt hat funktioniert geht ging ändern geändert vergessen zurücksetzen eingeben eingegeben braucht enthält besteht lautet richtig falsch nochmal ' +
  'zweimal einmal morgen heute bitte wieder mindestens höchstens ' +
  'doit expire oublié perdu incorrect marche fonctionne contient fait faut change changé changera demain encore fois correctement expiré compte comporte demande ' +
  'debe caduca tiene olvidada funciona falla contiene cambia cambiará mañana otra vez correctamente hace pide necesita expira ' +
  'måste har gäller går funkar slutade glömt ska fungerar byttes ändras innehåller behöver imorgon igen rätt två gånger minst kräver').split(' '))

export const saidSecretRecogniser: Recogniser = {
  name: 'said-secret',
  *find(view, context) {
    if (!mentions(view.lower, SECRET_STEMS)) return
    const candidate = (index: number, whole: string, value: string): Candidate => {
      const start = index + whole.lastIndexOf(value)
      return { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    if (view.hasDigit) {
      for (const { index, 0: whole, 1: value = '' } of view.text.matchAll(NUMBERED)) {
        if (isValue(value) && !MEASURED.test(view.lower.slice(index + whole.length, index + whole.length + 16))) yield candidate(index, whole, value)
      }
      for (const { index, 0: whole, 1: value = '' } of view.text.matchAll(BEHIND)) {
        const start = index + whole.indexOf(value)
        if (isValue(value)) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
      }
    }
    for (const { index, 0: whole, 1: value = '' } of view.text.matchAll(QUOTED)) yield candidate(index, whole, value)
    for (const { index, 0: whole, 1: value = '' } of view.text.matchAll(TRIED)) {
      const isOne = !value.includes(' ')
      if (isValue(value) && !(isOne && (hasWordList(context.lang) ? isWordIn(value.toLowerCase(), context.lang) : isEnglishWord(value.toLowerCase())))) {
        yield candidate(index, whole, value)
      }
    }
  },
}

const isValue = (value: string): boolean =>
  value.toLowerCase().split(/[ -]/).every((word) => /^\d/.test(word) || (!ABOUT.has(word) && !isFunctionWord(word) && !isMonth(word) && !DAYS.has(word)))
const DAYS = new Set(('monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'lunes martes miércoles jueves viernes sábado domingo måndag tisdag onsdag torsdag fredag lördag söndag week woche semaine semana vecka last next').split(' '))

import { isFunctionWord } from '../names/function-words.ts'
import { isCommonEnglishWord, isEnglishWord } from '../names/english-words.ts'
import { isEverGivenName, isListedAs } from '../names/everyday.ts'
import { hasWordList, isCommonIn, isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { isOneLetterWord } from '../shadow/vocabulary.ts'
import { stemsOf, type View } from '../views.ts'
import { isMonth } from '../shadow/months.ts'
import { MEASURED, SECRET_WORDS } from './secrets.ts'
import { matchesOf } from '../matches.ts'

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
const NOUN_ALONE = new RegExp(`${NOUN}(?:['’]s| is| ist| est| es| är)?`, 'giu')
const FOR = '(?:[ \\u00a0](?:for|to|on|of|at|für|zum|zur|am|vom|du|de|del|pour|para|till|för|på)[ \\u00a0](?:(?:the|my|our|das|den|die|le|la|el|mon|mi|mitt)[ \\u00a0])?\\p{L}{3,16})?'
const WORDS = '(?:\\p{L}{3,24}[ -]){1,3}'

/** "the password, which is …" */
const WHICH_IS = "(?:,? (?:which is|that['’]s|that is|das ist|und zwar|c['’]est|que es|som är|det är))?"
const NUMBERED = new RegExp(`${NOUN}${FOR}${WHICH_IS}[,:]?[ \\u00a0](${WORDS}\\d{1,4})(?![\\d\\p{L}]|[.,:/]\\d)`, 'giu')
const QUOTED = new RegExp(`${NOUN}${FOR}[,:]?[ \\u00a0]["“„«'‘]([^"“”„«»'‘’\\n]{3,48})["“”»'’]`, 'giu')
const BEHIND = new RegExp(`(?:(?:^|[.!?;,\\n] ?)(?:it['’]s |c['’]est |es |det är |es ist )?)((?:[\\p{L}'’-]{3,24} ){1,2}\\d{1,4})(?:,| is| ist| est| es| är),? (?:(?:the|my|our|das|mein|unser|le|mon|notre|la|mi|nuestra|mitt|vårt) )?(?:[\\p{L}-]{2,12} )?(?:${NOUNS})(?!\\p{L})`, 'giu')
const TRIED = new RegExp(
  '(?<!\\p{L})(?:try|use|enter|type(?: in)?|put in|nimm|nehmt|gib|tipp\\p{L}*|versuch\\p{L}*|probier\\p{L}*|essaie|essayez|tape[zr]?|mets|mettez|entrez|utilise[rz]?|prueba|usa|pon|mete|introduce|teclea|' +
    `prova|använd|skriv(?: in)?|testa|slå(?: in)?) (?:(?:the|das|le|la|el) )?(?:[\\p{L}-]{2,12} )?${NOUN},? ((?:[\\p{L}'’-]{3,24} ){0,2}[\\p{L}'’-]{3,24})(?=[.,;!?\\n]|$)`, 'giu')

/** "It's correct horse battery staple, no spaces, that's the passphrase." */
const THATS = new RegExp(
  "(?<!\\p{L})(?:it['’]s|set (?:it )?to|use|changed? (?:it )?to|type|enter|es ist|nimm|c['’]est|mets|utilise|es|usa|pon|det är|använd) ([^\\s.,;!?][^.,;!?\\n]{3,48})" +
    '(?:,? (?:all (?:in )?(?:lower ?case|one word|caps)|no spaces|one word|alles klein|in einem wort|tout attaché|en minuscules|todo junto|allt ihop|and [^.,;!?\\n]{3,40})){0,2}' +
    `,? (?:that['’]s|that is|which is|das ist|c['’]est|es|det är) (?:(?:the|our|my|das|mein|unser|le|mon|notre|la|mi|nuestra|mitt|vårt) )?(?:[\\p{L}-]{2,12} )?(?:${NOUNS})(?!\\p{L})`, 'giu')
/** "use hunter-two-lemon for the login" */
const USED = /(?<!\p{L})(?:use|enter|type|nimm|utilise|usa|använd) ([^\s"'“”»,;()]{5,40}) (?:for|as|to|für|als|zum|pour|comme|para|como|för|som) (?:the |your |das |den |le |la |el )?(?:log ?in|wi-?fi|wlan|account|guest|gäste|admin|konto|anmeld\p{L}*|compte|connexion|cuenta|inloggning\p{L}*|unlock|sign in|get in|password|passwort)/giu
/** "Guest wifi this week: plover-Kettle-88" */
const POSTED = /(?<!\p{L})(?:wi-?fi|wlan)(?: \p{L}{2,10}){0,3}: ?([^\s"'“”»,;()]{5,40})/giu
/** "she'll need the wifi, so give her otter lamp 27" */
const GIVEN = /(?<!\p{L})(?:wi-?fi|wlan|password|passwort|mot de passe|contraseña|lösenord\p{L}*)[^.!?\n]{0,24}(?:give|tell|send|gib|sag|donne|dis|da|dale|dile|ge|säg)(?:[ -](?:her|him|them|us|me|everyone|ihr|ihm|ihnen|lui|leur|le|les|henne|honom|dem))? ((?:\p{L}{3,16} ){1,2}\d{1,4})(?![\d\p{L}]|[.,:/]\d)/giu
/** "it's tiger stripe nine for the wifi" */
const FOR_DOORS = /(?<!\p{L})(?:it['’]s|use|es ist|c['’]est|es|det är) ((?:\p{L}{3,16} ){1,2}\d{1,4}) (?:for|für|pour|para|för) (?:the |das |den |le |la |el )?(?:wi-?fi|wlan|alarm|door|gate|safe|login|tür|tor|porte|portail|alarme|puerta|portal|alarma|dörren|porten|larmet)(?!\p{L})/giu
/** A phrase of words that mean nothing else: "seed phrase", the answer to a question that only one can know. */
const PHRASE = new RegExp(
  '(?<![\\p{L}\\d])(?:pass ?phrase|(?:master|recovery|seed|backup) (?:phrase|words)|mnemonic|wiederherstellungs(?:phrase|wörter)|phrase (?:de (?:récupération|recuperación|passe)|secrète)|frase (?:de paso|semilla|secreta)|palabras semilla|' +
    'återställningsfras(?:en)?|lösenfras(?:en)?)(?:(,? which is|,? that[\'’]s| is| are| starts(?: with)?| begins(?: with)?| reads| goes| ist| sind| lautet| beginnt mit| est|,? c[\'’]est| sont| commence par| es| son| empieza por| är| börjar(?: med)?|:)(?=[ \\u00a0]))?' +
    '[ \\u00a0]((?:\\p{L}{3,10}[ ,]+){1,23}?\\p{L}{3,10})(?=[.;!?\\n]|$|, (?:with|no|all|mit|ohne|avec|sans|con|sin|med|utan)(?!\\p{L}))', 'giu')
const ANSWERED = new RegExp(
  '(?<![\\p{L}\\d])(?:safe ?word|code ?word|security answer|answer to (?:the |my |your )?(?:security|secret) question|codewort|losungswort|sicherheitswort|' +
    'antwort auf (?:die|meine) sicherheitsfrage|' +
    'mot de sécurité|réponse à (?:la|ma) question (?:secrète|de sécurité)|palabra (?:clave|de seguridad)|respuesta (?:a la pregunta )?(?:secreta|de seguridad)|' +
    'kodord(?:et)?|säkerhetsord(?:et)?|svaret på säkerhetsfrågan)' +
    "(?:['’]s| is| was|:| ist| lautet| est|,? c['’]est| es| är) ((?:\\p{L}{2,16} ){0,3}\\p{L}{3,20})(?=[.,;!?\\n]|$)", 'giu')

/** "What's the wifi password again?" and the next turn is its words. */
const PHRASE_WORDS = '((?:\\p{L}{3,16}[ -]){1,3}(?:\\p{L}{3,16}|\\d{1,4}))'
const LEAD = "(?:\\p{L}{1,12}(?: \\d)?[ \\u00a0]?: )?(?:(?:it['’]s|c['’]est|es ist|das ist|es|det är|uh|um|so|yes|yeah),? ){0,2}"
const ASKED = new RegExp(`(?<![\\p{L}\\d])(?:pass ?words?|pass ?phrase|passcode|kennwort|passwor[td]|mot de passe|contraseña|clave|lösenord(?:et)?)(?: (?:again|now|then|nochmal|denn|déjà|otra vez|nu|igen|please|bitte)| (?:for|für|pour|para|för|till|del?|du|vom|on) [^\\n?]{2,24})?\\??\\n${LEAD}(?:${PHRASE_WORDS}|([^\\s"'“”»,;()]{5,40}))(?=[.!]?(?:\\n|$))`, 'giu')
/** "log in with gravel otter window as the password" */
const WITH = new RegExp(`(?<!\\p{L})(?:with|using|use|mit|nimm|avec|utilise|con|usa|med|använd) ${PHRASE_WORDS} (?:as|als|comme|como|som) (?:the |my |our |das |le |mot de |la |mi )?(?:pass ?word|pass ?phrase|passwort|kennwort|passe|contraseña|clave|lösenord)(?!\\p{L})`, 'giu')
/** "it's currently maple-40-duck, the wifi password" */
const NAMED_BEHIND = new RegExp(`(?<!\\p{L})(?:it['’]s|es ist|c['’]est|es|det är) (?:(?:currently|still|now|just|noch|jetzt|toujours|ahora|nu) )?([^\\s,.;:!?]{5,40}), (?:(?:the|our|my|das|unser|mein|le|notre|la|nuestra|vårt) )(?:[\\p{L}-]{2,12} )?(?:pass ?word|pass ?phrase|passwort|kennwort|mot de passe|contraseña|clave|lösenord(?:et)?)(?!\\p{L})`, 'giu')

/** "the password is curtain call, all lower case" */
const WRITTEN_SO = new RegExp(`${NOUN}${FOR}(?:['’]s| is| was| ist| lautet|,? c['’]est| est| es| är|:)? ((?:\\p{L}{3,16} ){0,3}\\p{L}{3,16}),? ` +
  '(?:all (?:in )?(?:lower ?case|one word|caps)|one word|no spaces|in einem wort|alles (?:klein|zusammen)|zusammen(?:geschrieben)?|tout attaché|en un mot|todo (?:junto|seguido)|i ett ord|allt ihop|ihopskrivet)(?!\\p{L})', 'giu')

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

/** A part of every word for a secret that needs no link. */
const STEMS = stemsOf(['passw', 'passwd', 'pass phrase', 'passphrase', 'passcode', 'passkey', 'pwd', 'pw', ' pin', 'pin ', 'cvv', 'cvc', ' code', 'kennwort',
  'geheimzahl', 'pincode', 'türcode', 'code ', 'mot de passe', 'digicode',
  'contrase', 'clave', 'lösenord', 'pinkod', 'portkod', 'dörrkod', 'larmkod', 'låskod', 'lock box', 'lockbox', 'key safe', 'keysafe', 'psk', 'wifi',
  'wi-fi', 'wlan', 'network key', 'netzwerkschl',
  'safe word', 'seed ', 'recovery', 'backup', 'mnemonic', 'security', 'login', 'log in', 'secret q', 'wiederherst', 'losung', 'sicherheit', 'récup',
  'recuper', 'sécurité', 'phrase', 'frase', 'lösenfras', 'secrète', 'semilla', 'seguridad',
  'secreta', 'kodord', 'säkerhet', 'återställ'])

export const saidSecretRecogniser: Recogniser = {
  name: 'said-secret',
  usesSmallNumbers: (isSaid) => isSaid(STEMS),
  *find(view, context) {
    if (!view.mentions(STEMS)) return
    const candidate = (index: number, whole: string, value: string): Candidate => {
      const start = index + whole.lastIndexOf(value)
      return { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    if (view.hasDigit) {
      for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, NUMBERED)) {
        if (isValue(value) && !MEASURED.test(view.lower.slice(index + whole.length, index + whole.length + 16))) yield candidate(index, whole, value)
      }
      for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, GIVEN)) if (isValue(value)) yield candidate(index, whole, value)
      for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, POSTED)) if (isSign(value)) yield candidate(index, whole, value)
      for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, BEHIND)) {
        const start = index + whole.indexOf(value)
        if (isValue(value)) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
      }
    }
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, THATS)) {
      const start = index + whole.indexOf(value)
      if (isValue(value) || isSign(value)) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, USED)) {
      const start = index + whole.indexOf(value)
      if (isSign(value)) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    for (const { index, 0: whole, 1: value = '' } of view.hasDigit ? matchesOf(view.text, FOR_DOORS) : []) {
      const start = index + whole.indexOf(value)
      if (isValue(value)) yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    for (const { index, 0: whole, 1: link, 2: value = '' } of matchesOf(view.text, PHRASE)) {
      const words = value.split(/[ ,]+/).length
      if (words < (link === undefined ? 4 : 3) || ((/^pass/i.test(whole) || words < 6) && !isValue(value.replaceAll(',', '')))) continue
      yield candidate(index, whole, value)
    }
    for (const pattern of [ASKED, WITH, NAMED_BEHIND]) {
      for (const { index, 0: whole, 1: words = '', 2: sign = '' } of matchesOf(view.text, pattern)) {
        const value = words === '' ? sign : words
        if (pattern === NAMED_BEHIND || words === '' ? isSign(value) : isValue(value) && isMadeOfWords(value, context)) {
          const start = index + (pattern === NAMED_BEHIND ? whole.indexOf(value) : whole.lastIndexOf(value))
          yield { start, end: start + value.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
        }
      }
    }
    for (const { index, 0: whole, 1: value = '' } of view.kind === 'source' ? matchesOf(view.text, WRITTEN_SO) : []) {
      const start = index + whole.lastIndexOf(value)
      const words = value.toLowerCase().split(' ')
      const isOne = words.some((word) => !isFunctionWord(word)) && !words.some((word) => ABOUT.has(word))
      if (isOne) yield { start, end: index + whole.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
    }
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, ANSWERED)) if (isValue(value)) yield candidate(index, whole, value)
    if (view.kind === 'source') yield* readOut(view, context)
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, QUOTED)) yield candidate(index, whole, value)
    for (const { index, 0: whole, 1: value = '' } of matchesOf(view.text, TRIED)) {
      const isOne = !value.includes(' ')
      if (isValue(value) && !(isOne && (hasWordList(context.lang) ? isWordIn(value.toLowerCase(), context.lang) : isEnglishWord(value.toLowerCase())))) {
        yield candidate(index, whole, value)
      }
    }
  },
}

/** Words that mean nothing together: none says what somebody does, one is seldom said. */
function isMadeOfWords(value: string, { lang }: RecogniserContext): boolean {
  const words = value.toLowerCase().split(/[ ,-]+/)
  if (words.some((word) => isListedAs(word, 'verb') || isListedAs(word, 'quality') || isEverGivenName(word))) return false
  return /\d$/.test(value) || words.some((word) => !isCommonEnglishWord(word) && !isCommonIn(word, lang))
}

const isValue = (value: string): boolean =>
  value.toLowerCase().split(/[ -]/).every((word) => /^\d/.test(word) || (!ABOUT.has(word) && !isFunctionWord(word) && !isMonth(word) && !DAYS.has(word)))
const DAYS = new Set(('monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'lunes martes miércoles jueves viernes sábado domingo måndag tisdag onsdag torsdag fredag lördag söndag week woche semaine semana vecka last next').split(' '))

const isSign = (value: string): boolean => !/\s/.test(value) && /\p{L}/u.test(value) && /\d|[!#$%&*+_@]|\p{Ll}\p{Lu}|-.*-/u.test(value)

const SIGN_NAMES = new Set((
  'at dollar hash star dash underscore exclamation mark point percent ampersand asterisk slash dot plus minus capital big small lowercase uppercase pound caret equals tilde ' +
  'raute stern ausrufezeichen fragezeichen bindestrich unterstrich punkt groß klein großes kleines prozent klammeraffe ' +
  'dièse étoile arobase tiret point majuscule minuscule barre pourcent astérisque ' +
  'almohadilla asterisco arroba guion guión punto mayúscula minúscula porcentaje exclamación ' +
  'fyrkant stjärna snabel-a streck understreck utropstecken stor liten procent').split(' '))
const MIN_SIGNS = 4
const GAP = /^[ ,.:]{0,3}$/

function firstWordBehind(words: View['words'], at: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** "password p at dollar dollar w zero r d": signs one after the other behind the word for it. */
function* readOut(view: View, { lang }: RecogniserContext): Generator<Candidate> {
  const { small } = numeralsOf(lang)
  const isRead = (lower: string): boolean =>
    lower.length === 1 || /^\d{1,4}$/.test(lower) || small.has(lower) || SIGN_NAMES.has(lower)
  for (const { index, 0: noun } of matchesOf(view.text, NOUN_ALONE)) {
    const behind = index + noun.length
    const from = firstWordBehind(view.words, behind)
    let to = from
    for (let end = behind; isRead(view.words[to]?.lower ?? '') && GAP.test(view.text.slice(end, view.words[to]?.start)); to++) end = view.words[to]?.end ?? end
    // "deux deux deux sept à changer": a word of one letter goes on with the sentence.
    while (to > from && isOneLetterWord(view.words[to - 1]?.lower ?? '', lang) && view.words[to] !== undefined) to--
    const said = view.words.slice(from, to)
    const [first, last] = [said[0], said.at(-1)]
    if (first === undefined || last === undefined || said.length < MIN_SIGNS || !said.some(({ lower }) => /^\p{L}$/u.test(lower))) continue
    yield { start: first.start, end: last.end, type: 'SECRET', score: 0.85, cue: 'trigger word' }
  }
}

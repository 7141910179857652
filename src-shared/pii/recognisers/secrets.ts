import { wordsBefore } from '../cue-window.ts'
import { nearestCue } from '../cues.ts'
import { isFunctionWord } from '../names/function-words.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { withoutEnd } from '../ends.ts'
import { HOW_BEHIND, HOW_WRITTEN } from './how-written.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** Keys that announce themselves: the issuers' own prefixes and lengths. */
const KNOWN_KEYS = new RegExp([
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}', 'gh[pousr]_[A-Za-z0-9]{20,255}', 'github_pat_[A-Za-z0-9_]{22,255}', 'glpat-[A-Za-z0-9_-]{20,64}',
  '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,99}', 'sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,200}',
  'xox[abeoprs]-[A-Za-z0-9-]{10,250}', 'AIza[A-Za-z0-9_-]{35}', 'ya29\\.[A-Za-z0-9_-]{20,250}',
  'eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{8,2000}', 'npm_[A-Za-z0-9]{36}',
  'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}', 'hf_[A-Za-z0-9]{30,40}',
  'dop_v1_[a-f0-9]{64}', 'whsec_[A-Za-z0-9]{20,64}', 'AGE-SECRET-KEY-1[A-Z0-9]{58}', 'SK[a-f0-9]{32}', 'key-[a-f0-9]{32}',
].map((key) => `(?:${key})`).join('|').replace(/^/, '(?<![A-Za-z0-9_])(?:').concat(')(?![A-Za-z0-9_])'), 'g')

/** The same read out, of which often only the beginning is. */
const SAID_KEYS = /(?<![A-Za-z0-9_])(?:(?:sk|rk|pk)_(?:live|test)_[a-z0-9]{3,99}|sk-(?:proj-|ant-)[a-z0-9_-]{3,99}|gh[pousr]_[a-z0-9]{4,99}|glpat-[a-z0-9_-]{4,99}|xox[abeoprs]-[a-z0-9-]{4,99}|AKIA[A-Z0-9]{4,16})(?![A-Za-z0-9_])/gi

const LONG_TOKEN = /(?<![A-Za-z0-9_+/=.-])[A-Za-z0-9_+/=-]{16,256}(?![A-Za-z0-9_+/=-])/g
const IN_URL = /(?<=:\/\/[^\s:@/]{1,64}:)[^\s:@/]{3,64}(?=@)/g

/** Shorter than any key. */
const LONG = /(?<![A-Za-z0-9_+/=.-])[A-Za-z0-9_+/=.-]{14}/

/** Keys and tokens: known forms, passwords inside addresses, and random-looking strings beside a cue. */
export const keyRecogniser: Recogniser = {
  name: 'key',
  *find(view, context) {
    if (view.kind === 'shadow' && view.hasDigit) {
      for (const { index, 0: key } of matchesOf(view.text, SAID_KEYS)) {
        yield { start: index, end: index + key.length, type: 'SECRET', score: 0.88, cue: 'known prefix' }
      }
    }
    if (!(view.hasDigit && LONG.test(view.text)) && !view.text.includes('://')) return
    for (const { index, 0: key } of matchesOf(view.text, KNOWN_KEYS)) {
      yield { start: index, end: index + key.length, type: 'SECRET', score: 0.97, cue: 'known prefix' }
    }
    if (view.text.includes('://')) {
      for (const { index, 0: password } of matchesOf(view.text, IN_URL)) {
        yield { start: index, end: index + password.length, type: 'SECRET', score: 0.9, cue: 'in an address' }
      }
    }
    for (const match of matchesOf(view.text, LONG_TOKEN)) {
      if (!/\d/.test(match[0]) || !/[A-Za-z]/.test(match[0]) || bitsPerChar(match[0]) < 3) continue
      if (nearestCue(wordsBefore(view, match.index, context))?.kind !== 'secret') continue
      // "STRIPE_KEY=…": what it is called is no secret.
      const named = /^[A-Z][A-Z0-9_]{2,40}=(?=.{8})/.exec(match[0])?.[0].length ?? 0
      yield { start: match.index + named, end: match.index + match[0].length, type: 'SECRET', score: 0.9, cue: 'random string' }
    }
  },
}

/** Shannon entropy of the characters. Hex keys have about 3.5, base64 ones more than 4; words less than 3. */
export function bitsPerChar(text: string): number {
  const counts = new Map<string, number>()
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

export const SECRET_WORDS: readonly string[] = [
  'wi-?fi[ -](?:code|key)', 'code (?:du )?wi-?fi', 'cl[ée] wi-?fi', 'wlan-?(?:code|schlüssel|key)', 'wi-?fi-?koden', 'psk', 'passkey', 'network key',
  'netzwerkschlüssel',
  'code de l.immeuble', 'haustürcode', 'code (?:du|de la) (?:portail|porte|portillon|résidence|coffre)',
  'passwords?', 'passwd', 'pwd', 'pw', 'mdp', 'pass(?= ?[:=])', 'lösen(?= ?[:=])', '(?:wi-?fi|wlan)[ -]lösen(?:ord)?',
  'master ?key', 'pass ?phrase', 'passcode', 'pin(?: code| number)?', 'cvv', 'cvc', 'code on the back',

  '(?:security|access|door|gate|alarm|entry|login|unlock|garage|disarm|override|activation|pairing|invite|guest|lock|locker|shed|safe|keypad|building|intercom|voicemail|parental|unlocking) code', 'secret',
  '(?:api|access|secret|private)[ _-]key', '(?<=the )key(?= (?:starts|begins))', 'token',
  'kennwort', 'passwort', 'geheimzahl', 'pincode', 'türcode', 'zugangscode',
  'mot de passe', 'code secret', 'code de l.(?:entrée|alarme)', 'code d.acc[èe]s', 'code de la porte', 'digicode', 'contrase[ñn]a',
  '(?<=(?:mi|tu|su|nuestra|nueva) )clave',
  'clave (?:de acceso|(?:de la |del? )?(?:wi-?fi|red|correo|banco|alarma|portal|caja)|secreta|nueva)', 'c[óo]digo de (?:la puerta|acceso|seguridad)',
  '(?:alarm|tor|schloss|sicherheits|schließfach|safe|eingangs|haus)code', 'larmkod(?:en)?', 'låskod(?:en)?', 'lock ?box', 'key ?safe',
  'lösenordet', 'lösenord', 'pinkod(?:en)?', 'portkod(?:en)?', 'dörrkod(?:en)?', 'koden',
]
/** A part of every word for a secret, of the list above and of the cues. */
const SECRET_STEMS = stemsOf(['combo', 'alarm', 'keypad', 'opens', 'garage', 'gate', 'security', 'seguridad',
  'mnemonic',
  'pass', 'psk', 'wifi', 'wi-fi', 'wlan', 'netz', 'pwd', 'pw', 'unlock', 'entsperr', 'déverrouill', 'desbloque', 'cid',
  'pin', 'code', 'cvv', 'cvc', 'secret', 'key', 'token', 'credential', 'kennwort', 'geheim', 'lock', 'safe',
  'kombin', 'combin', 'schlüssel', 'clé', 'cle',
  'last four', 'last 4', 'final four', 'final 4', 'letzten', 'derniers', 'dernières', 'últimos', 'últimas', 'sista',
  'ending', 'ends', ' end', 'finish', 'endet', 'termin', 'finit', 'acaba', 'slutar', 'mdp', 'lösen',
  'on the back', 'on the front', 'digits', 'vorne', 'vorders', 'devant', 'recto', 'delante', 'anverso', 'framsid',
  'reverse', 'signature strip', 'rückseite', 'hinten', 'au dos', 'verso', 'dorso', 'reverso', 'atrás',
  'baksida', 'csc', 'cryptogramme', 'prüf', 'bestätigung', 'säkerhet', 'verifier',
  'contrase', 'clave', 'código', 'codigo', 'lösenord', 'kod', 'nyckel'])
/** "the password for the guest network is", "PIN:", "mot de passe du wifi, c'est". */
const TO_WHAT = '[ \\u00a0]+(?:for|to|on|of|at|für|fürs|ins|im|zum|zur|am|beim|vom|von|von der|des|du|de|del|de la|pour|dans|para|till|för|på)[ \\u00a0]+(?:(?:[\\p{L}\\d\'’-]+,?[ \\u00a0]+){1,4}?|(?:[\\p{L}\\d\'’-]+ ){0,3}[\\p{L}\\d\'’-]+(?=:))'
const C_EST = ',? ?c[\'’]est'
const LINK = `(?:['’]s(?!\\p{L})|(?:is now|is|was|ist|lautet|est|es|är|${C_EST}|,? (?:it|that)['’]s|, (?:das|es) ist|, es|, det är|(?:starts|begins) with|being|remains|stays|goes|set to|bleibt|reste|sigue siendo|förblir)(?!\\p{L})|=|:|->)(?:[ \\u00a0]*:)?`
/** "the passphrase, all lower case, is" */
const HOW = '(?:,? (?:all (?:in )?(?:lower ?case|upper ?case|caps|one word)|in one word|one word|no spaces|alles klein|in einem wort|tout attaché|en minuscules|en un mot|todo junto|en minúsculas|allt ihop|i ett ord),?)?'
const SAID = new RegExp(`(?<![\\p{L}\\d])(?:${SECRET_WORDS.join('|')})(?!\\p{L})${HOW}(?:${TO_WHAT}|[ \\u00a0]*)${LINK}[ \\u00a0]*(?:(?<=[:,] )(?:(?:it|that)['’]s|c['’]est|(?:es|das) ist|det är) )?`, 'giu')
/** "is still", "ist immer noch": what stands behind may be what is said of a password as well. */
const STILL = /^(?:(?:still|just|now|currently|actually|simply|only|always|immer|noch|jetzt|einfach|nur|gerade|aktuell|toujours|encore|maintenant|simplement|juste|todavía|aún|ahora|simplemente|siempre|fortfarande|nu|bara|alltid) ){1,2}/iu
const MADE_OF_SIGNS = /\d|[_!#$%&*+@-]/

/** Keys open doors too: believed only before what no sentence has. */
const SAID_KEY = new RegExp(`(?<![\\p{L}\\d])(?:(?:wi-?fi |wlan-?|network |netz)?(?:key|schlüssel)|cl[ée]|clave|nyckeln?)(?:${TO_WHAT}|[ \\u00a0]*)${LINK}[ \\u00a0]*`, 'giu')
/** "try blueKettle9 as the password" */
const BEHIND_PASSWORD = / (?:as|als|comme|como|som) (?:the |my |your |a |das |mein |le |la )?(?:password|passphrase|pin|passwort|kennwort|mot de passe|contraseña|clave|lösenord)(?!\p{L})/iu
const AS_PASSWORD = new RegExp(`(?<![^\\s"'„“«(])([^\\s"'“”»,;()]{4,64}),?${BEHIND_PASSWORD.source}`, 'giu')
const isOneSign = (value: string): boolean => !/\s/.test(value) && (/\p{L}/u.test(value) ? /\d|[!#$%&*+_@]|\p{Ll}\p{Lu}|-.*-/u.test(value) : value.length > 3)

/** "caracol 82": a word or two and a number will do too. */
const isSign = (value: string): boolean => isOneSign(value) || /^(?:\p{L}{3,20} ){1,2}\d{1,4}$/u.test(value) || WRITTEN_LARGE.test(value)

/** What follows "the password is": masked to the end of the clause when it does not read as an ordinary sentence. */
export const spokenSecretRecogniser: Recogniser = {
  name: 'spoken-secret',
  usesSmallNumbers: (isSaid) => isSaid(SECRET_STEMS),
  *find(view, context) {
    if (!view.mentions(SECRET_STEMS) && !SECRET_STEMS.any.test(context.previous)) return
    for (const match of matchesOf(view.text, SAID)) {
      const behind = match.index + match[0].length
      const still = STILL.exec(view.text.slice(behind, behind + 40))?.[0].length ?? 0
      const found = clauseAfter(view, behind + still)
      if (found !== null && (still === 0 || isNoSaying(view.text.slice(found.start, found.end)))) yield found
    }
    for (const match of matchesOf(view.text, SAID_KEY)) {
      const found = clauseAfter(view, match.index + match[0].length)
      if (found !== null && isSign(view.text.slice(found.start, found.end))) yield found
    }
    for (const match of BEHIND_PASSWORD.test(view.text) ? matchesOf(view.text, AS_PASSWORD) : []) {
      const value = match[1] ?? ''
      if (isOneSign(value)) yield { start: match.index, end: match.index + value.length, type: 'SECRET', score: 0.85, cue: 'trigger word' }
    }
    if (view.hasDigit || ODD_SIGN.test(view.text)) yield* signsIn(view, context)
    if (view.hasDigit) yield* pinsIn(view, context)
  },
}

/** "still working fine" says how it is. */
const isNoSaying = (value: string): boolean => MADE_OF_SIGNS.test(value) || (/ \S+ /.test(value) && !/(?:ing|ed|ly)(?: |$)/.test(value))

const CLAUSE_CHARS = 240
const CLAUSE = /^[^\n]+/
/** A token ends it too: what stands behind something hidden is no part of the secret before it. */
const CLAUSE_END = /\[[A-Z_]{2,20}_\d|[,;!?](?:\s|$)|\.(?:\s|$)|(?<!\s)\s+(?:and|but|so|anyway|though|cheers|by the way|okay|ok|thanks|please|if|because|und|aber|et|mais|y|pero|och|men|for|until|let'?s|i think|can|you['’]re|nur|machen|alors|voilà|pues|vale|just|right|yeah|bitte|snälla|change|ändern|changer|cambia)(?=[\s.,;!?]|$)/iu

function clauseAfter(view: View, at: number): Candidate | null {
  const line = CLAUSE.exec(view.text.slice(at, at + CLAUSE_CHARS))?.[0]
  if (line === undefined) return null
  const spaced = HOW_WRITTEN.exec(line)?.[0].length ?? 0
  const rest = line.slice(spaced)
  // What is read out is told apart from the rest of the sentence in the shadow.
  if (view.kind === 'source' && startsSpoken(rest)) return null
  // A clause that the window cuts ends at a whole word, or the next look would find the other half.
  const whole = line.length < CLAUSE_CHARS ? rest.length : Math.max(0, rest.lastIndexOf(' '))
  const described = HOW_BEHIND.exec(rest)?.[0] ?? ''
  const stop = isDescribed(described) ? described.length : FIRST_SIGN.exec(rest)?.[0].length ?? CLAUSE_END.exec(rest)?.index ?? whole
  const value = withoutEnd(rest.slice(0, stop), /["'”“»\s]/)
  if (!isSecretLike(value) && !isDescribed(described) && !isPhrase(view.lower.slice(Math.max(0, at - 24), at), value)) return null
  const more = READ_ON.exec(rest.slice(value.length, value.length + 90))?.[0].length ?? 0
  return { start: at + spaced, end: at + spaced + value.length + more, type: 'SECRET', score: 0.85, cue: 'trigger word' }
}

/** A word that no sentence has is the whole of it, unless more is read out behind it. */
const FIRST_SIGN = new RegExp(

  '^(?:(?:\\d{3,8}(?: \\d{1,4})?|(?:\\d[ -]){3,7}\\d)(?=[,.;!?]? \\p{L}{3,})|(?=\\S*\\p{L})(?=\\S*\\d|\\S*[_!#$%&*+@]|\\S*\\p{Ll}\\p{Lu}|\\S*-\\S*-)[^\\s"\'“”»,;.]{4,64}(?=[,.;!?]? (?:\\p{L}{3,}|i )))' +
    '(?! (?:dash|hyphen|dot|underscore|capital|plus|minus|bindestrich|punkt|tiret|point|guion|punto)(?!\\p{L}))', 'u')

const SIGNS = new Set(('zero one two three four five six seven eight nine oh double null eins zwei drei vier fünf sechs sieben acht neun ' +
  'zéro un deux trois quatre cinq sept huit neuf cero uno dos tres cuatro cinco seis siete ocho nueve noll ett två tre fyra fem sex sju åtta nio').split(' '))
/** Two signs one after the other: a code read out, and no pass phrase. */
function startsSpoken(rest: string): boolean {
  const [first = '', second = ''] = rest.toLowerCase().split(/[ ,.]+/, 2)
  return SIGNS.has(first) && (SIGNS.has(second) || /^\p{L}$/u.test(second))
}

/** "with a capital", "con mayúscula": how the word before it begins. */
const HOW_CAPITAL = 'with (?:a )?capital(?: \\p{L})?|mit (?:großem|großen) (?:anfangsbuchstaben|\\p{L})|avec (?:une )?(?:\\p{L} )?majuscule|con (?:la )?(?:\\p{L} )?mayúscula|med stor(?:t \\p{L}| bokstav)'
const WRITTEN_LARGE = new RegExp(`^\\p{L}{3,20},? (?:${HOW_CAPITAL})`, 'iu')
/** Behind a comma: signs and digits that are read out, a word before them, how it is written. */
export const READ_ON = new RegExp(`^(?:,? (?:(?:and|then|und|dann|et|puis|y|luego|och|sen) (?:an? )?)?(?:(?:capital|uppercase|großes|groß|majuscule|mayúscula|stort) (?:\\p{L} \\p{L}{2,14}(?= \\d)|\\p{L}{1,16})|${HOW_CAPITAL}|(?:dash|hyphen|underscore|bindestrich|unterstrich|tiret|gui[oó]n(?: bajo)?|streck|understreck)(?=,? \\d)|\\d{1,8}|${[
  'left', 'right', 'links', 'rechts', 'gauche', 'droite', 'izquierda', 'derecha', 'vänster', 'höger',
  'exclamation(?: mark| point)?', 'question mark', 'hash(?:tag)?', 'dollar(?: sign)?', 'star', 'asterisk', 'ampersand', 'percent', 'underscore',
  'ausrufezeichen', 'fragezeichen', 'raute', 'stern', 'point d.exclamation', 'dièse', 'étoile', 'almohadilla', 'asterisco',
  'exclamaci[óo]n', 'utropstecken', 'fyrkant',
  'stjärna', 'all (?:in )?(?:lower ?case|upper ?case|caps|capitals|one word)', 'one word', 'no spaces', 'alles (?:klein|groß|zusammen)', 'in einem wort',
  'en un mot',   'tout (?:attaché|en minuscules)', 'todo (?:junto|en minúsculas)', 'allt ihop', 'i ett ord',
].join('|')})(?![\\p{L}\\d])|, \\p{L}{2,16}(?=, (?:\\d|exclamation|question|hash|dollar|star))){1,6}`, 'iu')

/** Words that mean nothing else, none of which says what becomes of a password. */
const isDescribed = (words: string): boolean =>
  words !== '' && !ABOUT.test(words) && !words.trim().split(/[ -]/).some((word) => isFunctionWord(word.toLowerCase()))

/** A pass phrase may be a sentence of its own. */
const isPhrase = (before: string, value: string): boolean =>
  /(?:pass ?|seed )phrase\P{L}/u.test(before) && /^(?:\p{L}{2,} ){2,11}\p{L}{2,}$/u.test(value) && !ABOUT.test(value)

/** "is currently broken", "est incorrect": what one says about a password instead of it. */
const ABOUT = /^(?:(?:\p{L}{3,}ly|stored|broken|wrong|expired|changed|reset|required|correct|incorrecte?|missing|shared|known|unknown|different|weak|strong|short|long|easy|hard|case|valid|invalid|optional|public|private|safe|secure|sent|visible|hidden|saved|gone|falsch|abgelaufen|geändert|faux|expirée?|changée?|fel|ändrat|caducad[oa]|cambiad[oa]|incorrect[oa])(?![\p{L}-]))/iu

/** A value has a digit, odd capitals or signs, or is a few words none of which holds a sentence together. */
function isSecretLike(value: string): boolean {
  if (value === '' || !/[\p{L}\d]/u.test(value) || (ABOUT.test(value) && !/\d/.test(value))) return false
  const words = value.split(/\s+/)
  if (words.length === 1) return /\d|[a-z][A-Z]|[_!@#$%^&*-]./.test(value)
  const spelled = words.filter((word) => word.length === 1).length
  if (words.length > (spelled >= words.length / 2 ? 60 : 14)) return false
  const glue = words.filter((word) => isFunctionWord(word.toLowerCase())).length
  return glue === 0 || (/\d/.test(value) && glue <= words.length / 3) || spelled >= 3
}

const ODD_SIGN = /[!#$%&*+_@]/
/** Letters and digits, or letters and signs, as one makes up passwords; "10am" and "2nd" are shorter. */
const MADE_UP = /^(?=\S*\p{L}\S*\p{L}\S*\p{L})(?=\S*\d|\S*[!#$%&*+_@])\S{5,}$/u
/** "pwd on staging:", "temporary password to", "wifi pw": the word for it, at most a few words on, and a link. */
const OF_PASSWORD = new RegExp(
  '(?<!\\p{L})(?:passwords?|passwd|pwd|pw|pass ?phrase|passcode|psk|mdp|passwor[td]e?s?|kennwor[td]|mot de passe|contrase[ñn]a|clave|lösen(?:ord)?(?:et)?)' +
    '(?: (?:del? )?wi-?fi)?(?:["\'“„«(]? ?| (?:\\p{L}[\\p{L}\'’-]* ){0,4}(?:to|is|was|auf|ist|lautet|zu|à|en|est|a|es|till|är)|(?: \\p{L}[\\p{L}\'’-]*){0,4} ?[:=])[ "\'“„«(]{0,3}$', 'iu')
/** A row of signs one of which no word has. */
const SIGNED = /(?<![^\s"'„“«(])(?=[^\s"'“”»,;()]{0,63}[\d!#$%&*+_@])[^\s"'“”»,;()]{5,64}/gu
const SIGNS_OF_ONE = /[\d!#$%&*+_@]/g
/** From inside of a row of signs: what of it stands before and behind. */
const ROW = /(?<=([^\s"'“”»,;()]*))[^\s"'“”»,;()]*/uy

/** Few rows have such a sign, so it is looked for, and then its row read. */
function* signedIn(text: string): Generator<{ index: number; text: string }> {
  let behind = 0
  for (const { index } of matchesOf(text, SIGNS_OF_ONE)) {
    if (index < behind) continue
    ROW.lastIndex = index
    const start = Math.max(0, index - (ROW.exec(text)?.[1]?.length ?? 0) - 1)
    behind = ROW.lastIndex
    for (const { index: at, 0: signed } of matchesOf(text.slice(start, behind), SIGNED)) yield { index: start + at, text: signed }
  }
}

/** What was hidden already, with at most a mark behind it. */
const isTokenAlone = (text: string): boolean => text.startsWith('[') && /^\[[A-Z_]{2,20}_\d{1,6}\][^\p{L}\p{N}]*$/u.test(text)

/** "use PIN blueKettle!9": no word, straight behind what says it is a secret. */
function* signsIn(view: View, context: RecogniserContext): Generator<Candidate> {
  for (const match of signedIn(view.text)) {
    const text = withoutEnd(match.text, /[.:?]/)
    if (!/\p{L}/u.test(text) || isTokenAlone(text)) continue
    const before = wordsBefore(view, match.index, context, 48)
    const cue = nearestCue(before)
    if (cue?.kind === 'secret' && MADE_UP.test(text) && OF_PASSWORD.test(before)) {
      yield { start: match.index, end: match.index + text.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
      continue
    }
    if (text.length < 6 || !(/\d/.test(text) ? /[!#$%&*+_@-]|\p{Ll}\p{Lu}/u : /[\p{L}\d][!#$%&*+_@]/u).test(text)) continue
    // "what's the psk" and, in the next turn, the answer.
    if (cue?.kind !== 'secret' || (cue.distance > 2 && !/\n[^\n]{0,24}[:\]] $/u.test(before))) continue
    yield { start: match.index, end: match.index + text.length, type: 'SECRET', score: 0.84, cue: 'trigger word' }
  }
}

/** Digits, in two groups too, or digits with a letter or two among them ("52Z9"). */
const PIN = /(?<![\p{L}\d.,:/-])(?:\d{3,6} \d{1,4}|\d{4}-\d{4}|\d{3}-\d{3}|\d{3},\d{3}|\d{3,8}|(?=[A-Z]{0,2}\d)(?=(?:[A-Z]*\d){2})[A-Z\d]{4,8})(?![\p{L}\d]|[.,:/-]\d)/gu

/** "the last four of your social", "card ending in": less than the whole, and asked for to tell who somebody is. */
const LAST_FOUR = new RegExp(`(?:${[
  '(?:last|final) (?:four|4)', '(?:letzten|hinteren) (?:vier|4)', '(?:quatre|4) derni[eè]r(?:e?s)', '[úu]lt[ií]m[oa]s (?:cuatro|4)',
  '(?:cuatro|4) [úu]ltim[oa]s', 'sista (?:fyra|4)', '(?:fyra|4) sista', '(?:ending|ends?|finishing|finishes)(?: in| with)?',
  '(?:endet|endend|hört) (?:auf|mit)', '(?:se )?termin(?:e|ant|ée?) (?:par|en)', 'finit par', '(?:termina|acaba)(?:da)?(?: en)?', 'slutar (?:på|med)',
].join('|')})(?!\\p{L})[^\\d]{0,40}$`, 'u')
const OF_WHAT = /social|ssn|steuer|s[ée]cu|personn/
/** "De fyra sista är": of nothing but the Swedish personal number, unless a card or an account is spoken of. */
const SWEDISH_FOUR = /(?<!\p{L})(?:de )?(?:fyra|4) sista(?: siffrorna)?(?: (?:är|var))? $/u

/** "twice in 2019", "after 5000 attempts": a year or a number of something. */
export const COUNTED = new RegExp(`(?:^|[^\\p{L}])(?:${[
  'in', 'since', 'until', 'by', 'after', 'every', 'over', 'under', 'within', 'about', 'around', 'least', 'most', 'than',
  'seit', 'bis', 'nach', 'alle', 'über', 'mindestens', 'bei', 'ungefähr', 'etwa', 'depuis', 'environ', 'vers', 'après', 'tou(?:te)?s les', 'moins',
  'desde', 'hasta', 'cada', 'después de', 'menos', 'unos', 'unas', 'sedan', 'efter', 'varje', 'minst', 'mer än', 'ungefär', 'cirka', 'runt',
].join('|')}) $`, 'u')
/** What a number counts, when it is no code. */
const MEASURES = 'characters? chars? letters? digits? symbols? words? times? days? hours? minutes? seconds? weeks? months? years? attempts? tries users? people bits? bytes? percent euros? ' +
  'zeichen buchstaben ziffern stellen wörter mal tagen? stunden? minuten sekunden wochen? monaten? jahren? versuchen? nutzer prozent ' +
  'caractères lettres chiffres mots fois jours heures minutes secondes semaines mois ans essais tentatives ' +
  'caracteres letras d[íi]gitos cifras palabras veces d[íi]as horas minutos segundos semanas meses años intentos ' +
  'tecken bokstäver siffror ord gånger dagar timmar minuter sekunder veckor månader år försök'
/** Units, and what has so much of them. */
const UNITS = 'mm|cm|km|m|kg|g|lbs?|db|kb|mb|gb|volts?|watts?|v|w|kr|pm|am|uhr|o[\'’]clock|p|quid|metres|meters?|inch(?:es)?|feet|foot|yards?|miles?|acres?|square|units?|bikes?|cars?|litres|degrees|steps|kronor|mètres|metros|' +
  'lines?|rows?|pages?|files?|zeilen|lignes|líneas|rader|places?|plazas?|platser|stück|pieces|boxes|items|hours?|wide|tall|high|long|deep|thick|apiece|each|a (?:month|year|week|day)'
export const MEASURED = new RegExp(`^(?: ?(?:%|[$€£])| ?(?:${UNITS})(?!\\p{L})|[ -](?:${MEASURES.replaceAll(' ', '|')})(?!\\p{L}))`, 'u')

/** "the code on the back is 750", "PIN 3554": three to eight digits right behind the cue. */
function* pinsIn(view: View, context: RecogniserContext): Generator<Candidate> {
  for (const match of matchesOf(view.text, PIN)) {
    const before = wordsBefore(view, match.index, context, 48)
    if (match[0].length === 4 && LAST_FOUR.test(before) && /card|visa|amex|karte|carte|tarjeta|kort|social|ssn|account|konto|compte|cuenta|steuer|s[ée]cu|personn/.test(before)) {
      yield { start: match.index, end: match.index + 4, type: OF_WHAT.test(before) ? 'NATIONAL_ID' : 'CREDIT_CARD', score: 0.8, cue: 'trigger word' }
      continue
    }
    if (context.lang === 'sv' && match[0].length === 4 && SWEDISH_FOUR.test(before)) {
      yield { start: match.index, end: match.index + 4, type: 'NATIONAL_ID', score: 0.8, cue: 'trigger word' }
      continue
    }
    const cue = nearestCue(before)
    if (cue?.kind !== 'secret' || cue.distance > 24 || COUNTED.test(before) || MEASURED.test(view.lower.slice(match.index + match[0].length))) continue
    const more = READ_ON.exec(view.text.slice(match.index + match[0].length, match.index + match[0].length + 60))?.[0].length ?? 0
    yield { start: match.index, end: match.index + match[0].length + more, type: 'SECRET', score: 0.82, cue: 'trigger word' }
  }
}

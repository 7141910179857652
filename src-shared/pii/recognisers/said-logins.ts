import { isFunctionWord } from '../names/function-words.ts'
import { isEverGivenName, isListedAs } from '../names/everyday.ts'
import { isGivenIn } from '../names/given.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { stemsOf } from '../views.ts'
import { matchesOf } from '../matches.ts'

/**
 * Logins made of words: "my username is velvet otter", "im Forum heiße ich nasser Keks", "I'm marmalade hat on Discord". Two
 * words or three behind what says that a login follows, up to the end of the clause or to a word that goes on with the sentence.
 */
const NOUN = "(?:user ?name|screen name|handle|log ?in(?: name)?|nick ?name|gamer ?tag|user id|benutzername|nutzername|benutzerkennung|nickname|spielername|pseudo(?:nyme)?|nom d['’]utilisateur|identifiant|" +
  'nombre de usuario|usuario|alias|apodo|användarnamn(?:et)?|inlogg(?:et)?|nick)'
const PLACE = '(?:forum(?:et)?|discord|reddit|slack|twitch|steam|github|gitlab|insta(?:gram)?|tik ?tok|twitter|mastodon|telegram|signal|teams|bluesky|xbox|playstation|strava|foro|server|chat(?:ten)?)'
const IS = "(?:['’]s|:| is| is (?:now|just|still)| was|,? (?:it|that)['’]s| ist| lautet| war| est|,? c['’]est| es| era| är| blev) "
const OF = '(?: (?:on|for|in|auf|für|im|bei|sur|pour|du|en|para|del|på|för|i) (?:the |das |den |dem |le |la |el )?[\\p{L}-]{3,16})?'
const WORDS = '((?:\\p{L}{2,20} ){1,2}\\p{L}{2,20}(?: \\d{1,4})?)'

const STRICT = "(?:user ?name|benutzername|nutzername|pseudo|nom d['’]utilisateur|nombre de usuario|användarnamn(?:et)?)"
const NAMED = new RegExp(`(?<![\\p{L}\\d])(?:${NOUN}${OF}${IS}|${STRICT} |(?:find|add|follow|look) me (?:up )?(?:under|as) )${WORDS}(?=[.,;!?\\n]|$| \\p{L})`, 'giu')
const THERE = new RegExp(
  `(?<![\\p{L}\\d])${PLACE}(?:,? (?:I['’]m|I am|I go by|you['’]ll find me as|she['’]s|he['’]s|bin ich|heiße ich|nenne ich mich|schreibe ich als|ich bin|je suis|je m['’]appelle|je poste sous|mon pseudo,? c['’]est|` +
    `soy|me llamo|aparezco como|heter jag|jag heter|är jag|kallar jag mig)) ${WORDS}(?=[.,;!?\\n]|$)`, 'giu')
const SIGNED_IN = new RegExp(
  '(?<![\\p{L}\\d])(?:log(?:ged)? (?:in|on)|sign(?:ed)? in|anmelden|angemeldet|einloggen|melde dich|connecte(?:z|r|-toi)?|connectez-vous|entra|inicia sesión|logga in|inloggad) (?:with|as|mit|als|avec|comme|con|como|med|som) ' +
    `(?:(?:the|dem|den|le|el|l['’])? ?(?:user|login|account|benutzer|nutzer|konto|utilisateur|compte|usuario|användaren?|kontot) )${WORDS}(?=[.,;!?\\n]|$)`, 'giu')
const IN_PLACE = new RegExp(
  `(?<![\\p{L}\\d])(?:ich heiße|heiße ich|ich bin|bin ich|I['’]m|I am|I go by|je suis|je m['’]appelle|soy|me llamo|heter jag|jag heter|jag är) ` +
    `(?:on|im|auf|bei|sur|en|på) (?:the |dem |le |el )?${PLACE} ${WORDS}(?=[.,;!?\\n]|$)`, 'giu')
const AS = new RegExp(
  `(?<![\\p{L}\\d])(?:I['’]m|I am|I go by|find me as|add me,|message|je suis|soy|ich bin|jag heter|jag är|je m['’]appelle) ${WORDS} (?:on|over on|auf|bei|im|sur|en|på) (?:the |das |dem |le |el )?${PLACE}(?!\\p{L})`, 'giu')

/** "What's your username?" and the answer, a turn of its own: words and a number, or two words that mean nothing together. */
const NUMBERED_WORDS = '(?:\\p{L}{1,20} ){0,2}\\p{L}{2,20} \\d{1,4}'
const ASKED = new RegExp(`(?<![\\p{L}\\d])${NOUN}(?: again| nochmal| please| bitte)?[?.]?\\n(?:\\p{L}{1,12}(?: \\d)?: )?(?:it['’]s |c['’]est |es ist |es |det är )?` +
  `(${NUMBERED_WORDS}|(?:\\p{L}{3,20} ){1,2}\\p{L}{3,20})[.!]?(?=\\n|$)`, 'giu')
/** "the login is m kettle 77" */
const LETTERED = new RegExp(`(?<![\\p{L}\\d])${NOUN}${IS}(\\p{L} \\p{L}{3,20} \\d{1,4})(?![\\p{L}\\d])`, 'giu')
/** "he posts as kettle moss on reddit", "find me on Twitch as moss kettle" */
const POSTS = new RegExp('(?<!\\p{L})(?:(?:i|he|she|they|who) (?:post|stream|play|tweet|blog|sell|draw|publish|sign|comment|review|edit|trade|bid)(?:s|es)? (?:as|under)|(?:find|add|follow) (?:me|her|him|us|them) on (?:the )?[\\p{L}.]{4,16} (?:as|under)|' +
  '(?:er|sie|ich) (?:postet?|streamt?e?|spielt?e?|schreibt?e?) (?:als|unter)|(?:il|elle|je) (?:joue|publie|poste|diffuse) (?:sous|comme)|(?:juega|juego|publica|publico|transmite|firma|firmo) (?:como|bajo)|(?:il|elle|je) signe (?:sous|comme)|(?:han|hon|jag) signerar som|' +
  `(?:han|hon|jag) (?:spelar|streamar|skriver|postar) (?:som|under)) ${WORDS}(?=[.,;!?\\n]|$| (?:on|auf|sur|en|på) )`, 'giu')

const NAMED_STEMS = stemsOf(['find me', 'add me', 'follow me', 'look me', 'username', 'user name', 'screen name', 'handle', 'login', 'log in', 'nick',
  'gamertag', 'gamer tag', 'user id', 'benutzer',
  'nutzer', 'kennung', 'spielername',
  'pseudo', 'nom d', 'identifiant', 'usuario', 'alias', 'apodo', 'användarnamn', 'inlogg'])
const SIGNED_STEMS = stemsOf(['angemeldet', 'conectad', 'log in', 'log on', 'logged', 'sign in', 'signed in', 'meld', 'logg', 'connect', 'entra', 'sesión'])
const PLACE_STEMS = stemsOf(['forum', 'discord', 'reddit', 'slack', 'twitch', 'steam', 'github', 'gitlab', 'insta', 'tiktok', 'tik tok', 'twitter', 'mastodon',
  'telegram', 'signal', 'teams', 'bluesky',
  'xbox', 'playstation', 'strava', 'foro', 'server', 'chat'])

/** What is said of a login instead of it. */
const ABOUT = new Set((
  'wrong taken already free case sensitive different same new old blank empty invalid required missing optional public private visible hidden field fields page form button screen box name names length ' +
  'changed changes works working failed fails broken expired locked available unavailable stored shown displayed used using both called something someone everyone anyone everything nothing email address ' +
  'falsch vergeben schon noch weg frei gleich neu alt leer ungültig gesperrt groß pflicht richtig geändert vergessen nötig sichtbar ' +
  'faux pris déjà libre pareil nouveau vide invalide obligatoire oublié perdu changé bloqué toujours ' +
  'mal ocupado ya libre igual nuevo vacío inválido obligatorio olvidado bloqueado cambiado siempre ' +
  'fel upptaget redan ledigt samma nytt gammalt tomt ogiltigt låst ändrat glömt alltid ' +
  'really very always never often usually mostly active online offline busy away back late ready happy sure fine good great available looking working going trying waiting free bald immer nie oft selten aktiv ' +
  'souvent jamais actif nunca activo aktiv ofta sällan').split(' '))

const POST_STEMS = stemsOf(['post', 'stream', 'play', 'tweet', 'blog', 'sell', 'draw', 'publish', 'find ', 'add ', 'follow',
  'sign', 'comment', 'review', 'edit', 'trade', 'bid', 'firm', 'spiel', 'schreib', 'joue', 'publi', 'diffuse', 'jueg', 'transmit', 'spel', 'skriv'])
/** "thanks to at foggy lantern": the sign before a name, as it is said. */
const THANKED = new RegExp('(?<!\\p{L})(?:thanks|thank you|kudos|props|credits?|shout ?out|hat tip|danke?|merci|gracias|tack)(?: goes| go)? (?:to|an|à|a|till) (?:at|ät|arobase|arroba|snabel-a) ' +
  '(?!least|most|first|last|once|all|any|some|large|home|work)((?:\\p{L}{3,16} ){1,2}\\p{L}{2,16})(?=[.,;!?\\n]|$| \\p{L})', 'giu')
/** "angemeldet war ich als nebel otter siebzig" */
const LOGGED = new RegExp('(?<!\\p{L})(?:logged (?:in|on)|signed in|angemeldet(?: (?:war|bin|ist|warst) \\p{L}{2,4})?|eingeloggt|connectée?|inloggad|conectad[oa]) (?:as|als|en tant que|sous|como|som) ' +
  '((?:\\p{L}{3,16} ){1,2}\\d{1,4})(?=[.,;!?\\n]|$| \\p{L})', 'giu')
const THANKED_STEMS = stemsOf(['thank', 'kudos', 'props', 'credit', 'shout', 'hat tip', 'dank', 'merci', 'gracias', 'tack'])

const PATTERNS = [[THANKED, THANKED_STEMS], [LOGGED, SIGNED_STEMS], [NAMED, NAMED_STEMS], [ASKED, NAMED_STEMS], [LETTERED, NAMED_STEMS], [POSTS, POST_STEMS],
  [SIGNED_IN, SIGNED_STEMS], [THERE, PLACE_STEMS], [IN_PLACE, PLACE_STEMS], [AS, PLACE_STEMS]] as const

export const saidLoginRecogniser: Recogniser = {
  name: 'said-login',
  usesSmallNumbers: (isSaid) => [NAMED_STEMS, SIGNED_STEMS, PLACE_STEMS, POST_STEMS, THANKED_STEMS].some(isSaid),
  *find(view, context) {
    for (const [pattern, stems] of PATTERNS) {
      if (!view.mentions(stems)) continue
      for (const match of matchesOf(view.text, pattern)) {
        const words = match[1] ?? ''
        const found = pattern === LETTERED || pattern === LOGGED ? words.length : loginOf(words, pattern === NAMED || pattern === ASKED, context)
        if (found === 0) continue
        const start = match.index + match[0].lastIndexOf(words)
        const sign = pattern === THANKED ? (match[0].slice(0, -words.length).trimEnd().split(' ').at(-1)?.length ?? 0) + 1 : 0
        yield { start: start - sign, end: start + found, type: 'USERNAME', score: 0.9, cue: 'trigger word' } satisfies Candidate
      }
    }
  },
}

/** How many characters of the words are the login: up to the first that goes on with the sentence; 0 where it is none. */
function loginOf(text: string, isNamed: boolean, { lang }: RecogniserContext): number {
  const words = text.split(' ')
  const stop = words.findIndex((word) => isFunctionWord(word.toLowerCase(), lang) || ABOUT.has(word.toLowerCase()))
  const kept = stop < 0 ? words : words.slice(0, stop)
  if (kept.length < 2 || (stop >= 0 && ABOUT.has(words[stop]?.toLowerCase() ?? ''))) return 0
  const first = kept[0]?.toLowerCase() ?? ''
  // "I'm Jana Weber on Slack" is a name; "I'm super tired on Teams" says how one is.
  if (!isNamed && (/^\p{Lu}/u.test(kept[1] ?? '') && (isEverGivenName(first) || isGivenIn(first, lang)))) return 0
  if (!isNamed && kept.some((word) => isListedAs(word.toLowerCase(), 'quality') && word === kept.at(-1))) return 0
  if (isNamed && kept.some((word) => isListedAs(word.toLowerCase(), 'verb') && word === first)) return 0
  return kept.join(' ').length
}

import { isEnglishWord } from '../names/english-words.ts'
import { isEverGivenName, isListedAs } from '../names/everyday.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { hasWordList, isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { beginningsOf, matchesAt, placesOf } from '../together.ts'
import { stemsOf } from '../views.ts'
import { matchesOf } from '../matches.ts'

/**
 * Logins of one word, said of a site or after the word for a login ("he goes by drumstick on Reddit", "GitHub: nimbus-dev",
 * "signed in as quietriver"). A word that means something else needs the stronger cues, one that no dictionary has the weaker.
 */
const SITE = '(?:the |das |dem |le |la |el )?(?:git ?hub|git ?lab|bitbucket|discord|reddit|slack|twitch|steam|insta(?:gram)?|tik ?tok|twitter|mastodon|telegram|signal|teams|bluesky|threads|xbox|psn|playstation|nintendo|' +
  'strava|garmin|zwift|komoot|snap(?:chat)?|skype|zoom|youtube|facebook|linked ' +
  '?in|pinterest|tumblr|vinted|ebay|etsy|duolingo|wattpad|goodreads|roblox|minecraft|fortnite|lichess|chess\\.com|' +
  'chess (?:site|app|server|club)|spotify|soundcloud|flickr|venmo|paypal|jira|confluence|notion|trello|stack ?overflow|hacker ' +
  '?news|kaggle|forum|forumet|foro|server|chatt?(?:en)?|intranet|portal|message board|wiki)'
const MINE = '(?:my|his|her|their|your|our|mein|meine|ihr|sein|seine|dein|mon|ma|ton|son|mi|tu|su|min|mitt|din|ditt|hans|hennes)'
const NOUN = "(?:user ?name|user id|handle|log-?in(?: name)?|screen name|gamer ?tag|player name|display name|nick(?:name)?|benutzername|nutzername|kennung|nickname|spielername|pseudo|identifiant|nom d['’]utilisateur|nombre de usuario|usuario|alias|apodo|användarnamn(?:et)?)"
const IS = "(?:['’]s|:| is| is now| was| ist| lautet| est|,? c['’]est|,? it['’]s| es| är) "
const ON = '(?:on|over on|auf|bei|im|in|sur|en|på|i)'
const VALUE = '(?:@ ?)?([\\p{L}\\d](?:[\\p{L}\\d]|[._#:-](?=[\\p{L}\\d])){2,38})'
/** Only behind these is a plain word believed. */
const STRONG = [
  `${MINE} (?:${SITE} )?${NOUN}(?: (?:on|for|auf|für|sur|pour|en|para|på|för|i) ${SITE})?${IS}${VALUE}`,
  `${MINE} ${SITE}(?: (?:name|tag|account|user|konto|compte|cuenta))?${IS}${VALUE}`,
  `${ON} ${SITE},? (?:as|under|i['’]m called|i go by|(?:he|she) goes by|they go by|i['’]m|she['’]s|he['’]s|heiße ich|bin ich|heißt (?:er|sie)|als|unter|je suis|je m['’]appelle|comme|soy|como|me llamo|heter (?:jag|hon|han)|som) ${VALUE}`,
  `(?:goes? by|known as|plays? as|playing as|heiße ich|spiele als|je joue sous|juego como|spelar som) ${VALUE}(?=,? (?:online|${ON} ${SITE})(?!\\p{L}))`,
]
/** What no dictionary has, or what has a digit or sign inside. */
const WEAK = [
  `(?:i['’]m|i am|find me as|message|dm|ping|follow|add|ich bin|je suis|soy|jag är|jag heter) ${VALUE}(?=,? (?:${ON} ${SITE})(?!\\p{L}))`,
  '(?:sign(?:ed|s)? in|log(?:ged|s)?[ -]?(?:in|on)|angemeldet|eingeloggt|anmelden|melde ' +
  'dich|connecté(?:e)?|connecte-toi|connectez-vous|entra|inicia sesión|logga in|inloggad|play|plays) ' +
    `(?:as|with|under|als|mit|sous|comme|avec|como|con|som|med) (?:user |benutzer |utilisateur |usuario |användare )?${VALUE}`,
  `(?:add|find|follow|message|dm) me (?:up )?${ON} ${SITE},? (?:as |under |it['’]s |i['’]m )?${VALUE}`,
  `(?:^|[\\n|;,(] ?|[-•*] )${SITE}(?: (?:name|tag|handle|id|user(?:name)?))? ?[:=] ?${VALUE}`,
  `(?:user|username|login|userid|uid|user id|[a-z]{2,8} (?:account|login|user)|benutzer|nutzer|utilisateur|identifiant|usuario|användare) ?[:=] ?${VALUE}`,
]
/** Straight behind a site or the word for an account: only with a digit or a sign inside. */
const SIGNED = [
  `${SITE}(?: (?:name|tag|handle|id|user(?:name)?|account))?,? ${VALUE}`,
  `(?:(?:ad|network|domain|vpn|windows|jira|email|admin|staff|student|unix|linux|mac) (?:account|login|user)|account|user|login|logon) ${VALUE}`,
]
/** A part of every site, and of every word for a login: a pattern is tried where the text has what it needs. */
const SITE_STEMS = stemsOf(['git', 'bitbucket', 'discord', 'reddit', 'slack', 'twitch', 'steam', 'insta', 'tik', 'twitter', 'mastodon', 'telegram',
  'signal', 'teams', 'bluesky', 'threads',
  'xbox', 'psn', 'playst', 'nintendo', 'strava', 'garmin', 'zwift', 'komoot', 'snap', 'skype', 'zoom', 'youtube', 'facebook', 'linked', 'pinterest',
  'tumblr', 'vinted', 'ebay', 'etsy',
  'duolingo', 'wattpad', 'goodreads', 'roblox', 'minecraft', 'fortnite', 'chess', 'spotify', 'soundcloud', 'flickr', 'venmo', 'paypal', 'jira',
  'confluence', 'notion', 'trello',
  'overflow', 'hacker', 'kaggle', 'forum', 'foro', 'server', 'chat', 'intranet', 'portal', 'message board', 'wiki'])
const LOGIN_STEMS = stemsOf(['user', 'handle', 'log in', 'login', 'log-', 'logged', 'log on', 'logs', 'logon', 'logga', 'inlogg', 'sign in', 'signed',
  'signs', 'screen name', 'tag', 'player name', 'display name',
  'nick', 'pseudo', 'identif', 'nom d', 'usuario', 'alias', 'apodo', 'användar', 'benutzer', 'nutzer', 'kennung', 'spielername', 'spiele', 'joue',
  'juego', 'spelar', 'play', 'goes by',
  'go by', 'known as', 'heiße', 'melde', 'connect', 'utilis', 'inicia', 'entra', 'account', 'uid'])
interface Frame {
  readonly pattern: RegExp
  readonly needs: 'site' | 'login'
}
const compile = (patterns: readonly string[]): readonly Frame[] =>
  patterns.map((pattern) => ({
    pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\d@])`, 'uy'),
    needs: !pattern.includes(SITE) || pattern.includes(NOUN) || pattern.startsWith('(?:goes') ? 'login' : 'site',
  }))
const LEVELS = [['strong', compile(STRONG)], ['weak', compile(WEAK)], ['signed', compile(SIGNED)]] as const
const BEGINNINGS = beginningsOf('(?<![\\p{L}\\d])', LEVELS.flatMap(([, frames]) => frames.map(({ pattern }) => pattern)))

const ABOUT = new Set((
  'wrong taken already free case different same new old blank empty invalid required missing optional public private hidden changed broken ' +
  'expired locked available stored used down up slow fine full quiet busy away back late muted ' +
  'deaf offline online active ready happy sure good great here there still just now also only really very always never often usually mostly ' +
  'open closed set fast easy hard using trying working going getting waiting looking logged signed ' +
  'called something someone everyone anyone everything nothing email emails address soon usual well normal admin root guest administrator ' +
  'user users anonymous team member customer owner host somebody everybody nobody people ' +
  'done gone good bad better best worse okay fine live dead history gold ' +
  'falsch vergeben schon noch weg frei gleich neu alt leer ungültig gesperrt richtig geändert vergessen sichtbar gerade immer nie oft ' +
  'selten aktiv kaputt langsam gast ' +
  'faux pris déjà libre pareil nouveau vide invalide oublié perdu changé bloqué toujours souvent jamais actif invité administrateur cassé lent ' +
  'mal ocupado ya igual nuevo vacío inválido olvidado bloqueado cambiado siempre nunca activo invitado administrador roto lento ' +
  'fel upptaget redan ledigt samma nytt gammalt tomt ogiltigt låst ändrat glömt alltid ofta sällan gäst administratör trasig långsam').split(' '))
const ROLES = new Set('general random support sales marketing engineering design announcements help channel kanal dm dms message messages notification notifications huddle thread call calls meeting meetings chat group page post posts profile link account accounts settings app api bot server workspace repo repos repository actions issue issues release enterprise premium'.split(' '))

/** What is read out behind the word: signs with a word each, digits. */
const MORE = new RegExp(
  '^(?:,? (?:(?:underscore|dash|hyphen|dot|minus|point|tiret(?: du bas| bas)?|bindestrich|unterstrich|strich|punkt|guion(?: bajo)?|guión(?: ' +
  'bajo)?|barra baja|punto|streck|understreck) [\\p{L}\\d]{1,20}|\\d{1,4}|' +
    'zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zéro|deux|trois|quatre|cinq|sept|huit|neuf|dix|' +
    'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|noll|två|tre|fyra|fem|sex|sju|åtta|nio|tio)(?!\\p{L})){0,6}', 'iu')

export const siteLoginRecogniser: Recogniser = {
  name: 'site-login',
  only: 'source',
  *find(view, context) {
    const has = { site: view.mentions(SITE_STEMS), login: view.mentions(LOGIN_STEMS) }
    const places = has.site || has.login ? placesOf(BEGINNINGS, view.lower) : []
    for (const [level, frames] of places.length === 0 ? [] : LEVELS) {
      for (const { pattern, needs } of frames) {
        if (!has[needs]) continue
        for (const match of matchesAt(places, view.lower, pattern)) {
          const start = match.index + match[0].lastIndexOf(match[1] ?? '')
          const value = view.text.slice(start, match.index + match[0].length)
          const more = MORE.exec(view.text.slice(start + value.length, start + value.length + 60))?.[0] ?? ''
          if (!isLogin(value, more !== '', level, view.text.slice(start + value.length), context)) continue
          yield { start, end: start + value.length + more.length, type: 'USERNAME', score: 0.9, cue: 'trigger word' } satisfies Candidate
        }
      }
    }
    if (!view.lower.includes('discord') && !/u\//.test(view.lower)) return
    for (const { index, 0: tag } of matchesOf(view.text, TAGGED)) yield { start: index, end: index + tag.length, type: 'USERNAME', score: 0.9, cue: 'form' }
  },
}

/** "foggyotter#4821", and of "u/pancakeknight" the name. */
const TAGGED = /(?<![\p{L}\d._/#-])\p{L}[\p{L}\d._]{2,31}#\d{4}(?!\d)|(?<=(?:^|[\s(/])u\/)[\p{L}\d][\p{L}\d_-]{2,30}(?![\p{L}\d])/gu

function isLogin(value: string, hasMore: boolean, level: 'strong' | 'weak' | 'signed', behind: string, { lang }: RecogniserContext): boolean {
  const lower = value.toLowerCase()
  if (ABOUT.has(lower) || ROLES.has(lower) || isFunctionWord(lower, lang) || isFunctionWord(lower)) return false
  if (!/\p{L}/u.test(lower) || /^(?:https?|www)/.test(lower)) return false
  if (/\d|[_#]|\p{L}[.:]\p{L}|\p{Ll}\p{Lu}/u.test(value)) return level !== 'signed' || !/^\d/.test(value)
  if (level === 'signed') return false
  // "find me on GitHub as Jana Weber": a name, and as such another's to find.
  if (/^\p{Lu}/u.test(value) && (isEverGivenName(lower) || isGivenIn(lower, lang) || /^ \p{Lu}/u.test(behind))) return false
  const isWord = lower.split('-').every((part) => isEnglishWord(part) || (hasWordList(lang) && isWordIn(part, lang)))
  const isGiven = isEverGivenName(lower) || isGivenIn(lower, lang)
  if (level === 'weak') return !isGiven && (!isWord || hasMore || (value.includes('-') && /^(?:[,.;\n]|$)/.test(behind)))
  return !isWord || hasMore || (!isListedAs(lower, 'quality') && !isListedAs(lower, 'verb') && !/(?:ing|ed|ly)$/.test(lower) && ENDS.test(behind))
}
/** A plain word is the whole of it. */
const ENDS = /^(?:[,.;!?\n]|$|,? (?:on|online|as|with|and|but|no|all|same|if|over|und|auf|mit|et|sur|y|en|och|på)(?!\p{L}))/u

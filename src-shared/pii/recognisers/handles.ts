import { isTokenAt } from '../../domain/token.ts'
import { wordsBefore } from '../cue-window.ts'
import { nearestCue } from '../cues.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { isGluedName } from '../names/glued.ts'
import { isCommonIn, isWordIn } from '../names/words-by-language.ts'
import { isEverGivenName, isEverydayWord, isGivenName, isListedAs } from '../names/everyday.ts'
import { isCommonEnglishWord } from '../names/english-words.ts'
import type { Recogniser, RecogniserContext } from '../recogniser.ts'
import { endsNear, withoutEnd } from '../ends.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

const WEB = /(?<![\p{L}\d@._-])(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,5}\p{L}{2,18})((?:\/[^\s/<>"'()[\]{}|,;]{1,200}){0,8}\/?)/gu
const PROFILE_HOST = /(?:^|\.)(?:github|gitlab|bitbucket|linkedin|xing|twitter|x|instagram|facebook|tiktok|youtube|medium|reddit|t|bsky|threads|pinterest|behance|dribbble|stackoverflow|keybase|twitch|soundcloud|patreon|codepen|kaggle|linktr|about|calendly|cal|savvycal|zcal|tidycal|doodle|codeberg|hashnode|gumroad|cash|revolut|wise|itch|ravelry|bandcamp|mixcloud|500px|unsplash|gravatar|fiverr|upwork|beacons|lnk|dev|komoot|paypal|venmo|strava|snapchat|mastodon|flickr|vimeo|spotify|goodreads|letterboxd|etsy|vinted|onlyfans|substack|ko-fi|buymeacoffee|duolingo|researchgate|orcid|last|deviantart|wattpad|chess|lichess|steamcommunity|tumblr|vk|wa|signal|telegram|speakerdeck|slideshare|sourcehut|prezi|figma|untappd|garmin|gofundme)\.(?:com|me|app|net|ee|org|de|io|tv|fm|social|fr|es|se|dev|art|ai|bio|to|us)$/i
/** Sites where everybody's page has a name of its own before the site's, but for those of the site itself. */
const OWN_HOST = /^(?!(?:www|blog|docs?|help|support|status|api|app|pages|about|on|open|go|en|de|fr|es|sv|shop|news)\.)[\p{L}\d-]{4,40}\.(?:substack|tumblr|blogspot|bandcamp|livejournal|carrd|deviantart|github|gitlab)\.(?:com|co|io)$/iu
/** Behind somebody's name more of theirs: a slot to book, something posted. */
const DEEP_PATH = /(?:^|\.)(?:calendly|cal)\.com\/(?!(?:blog|docs|help|features|pricing|about|integrations|resources|enterprise)\/)|(?:^|\.)(?:x|twitter)\.com\/\w{2,15}\/status\//i
/** Where work is kept under the name of whose it is: a firm's as often, so only what has a person's name in it. */
const WORK_HOST = /(?:^|\.)(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)$/i
const hasName = (segment: string): boolean => {
  const parts = segment.toLowerCase().split(/[^\p{L}]+/u)
  return parts.some(isGluedName) || (parts.length > 1 && parts.some((part) => part.length > 3 && isGivenName(part) && !isEverydayWord(part)))
}
/** Pages of such hosts that are nobody's. */
const COMMON_PAGES = /^\/(?:questions|about|login|signup|features|pricing|docs|help|search|explore|jobs|tags|topics|home|feed|settings|support|blog|news|terms|privacy)\/?$/i
const PROFILE_PATH = /^\/(?:@|~|in\/|u\/|user\/|users\/|people\/|profile\/|profiles\/|members?\/|author\/|athletes?\/|channel\/|c\/|artists?\/|creators?\/|pub\/|add\/|authors?\/)/i
const PROFILE_CUE = /(?:profile?|profil\w*|perfil|portfolio|personal (?:site|page|website)|(?:my|her|his|their) (?:site|page|website|blog|profile|github|linkedin))/g

/** "twitch dot tv slash foggy lantern": the second word of a handle that was said, where the clause ends with it or goes on with a small word. */
const SECOND_WORD = /^ ([\p{L}]{3,16})(?=[.,;!?\n]|$| (?:[\p{L}'’]{1,16}))/u
function moreOfHandle(view: View, at: number, { lang }: RecogniserContext): number {
  const word = SECOND_WORD.exec(view.text.slice(at, at + 40))?.[1] ?? ''
  const lower = word.toLowerCase()
  if (word === '' || isFunctionWord(lower, lang) || isFunctionWord(lower) || AFTER_ADDRESS.has(lower)) return 0
  const isLast = /^(?:[.,;!?\n]|$)/.test(view.text.slice(at + 1 + word.length))
  if (isEverGivenName(lower) || isGivenIn(lower, lang) || /^ge\p{L}+(?:t|en)$|.{3}(?:ed|ing|laden|stellt)$/u.test(lower)) return 0
  if (!isLast && (isListedAs(lower, 'verb') || isCommonEnglishWord(lower) || isCommonIn(lower, lang))) return 0
  return 1 + word.length
}
/** What people say behind an address. */
const AFTER_ADDRESS = new Set(('please thanks today tomorrow now here there page profile link site website account right okay yeah too again instead though first later bitte danke heute jetzt hier merci voilà ici maintenant ' +
  'gracias ahora aquí vale tack nu här slash dot dash underscore').split(' '))

/** Web addresses that carry a person's handle; public pages stay. */
export const urlRecogniser: Recogniser = {
  name: 'profile-url',
  *find(view, context) {
    if (!/\.(?<=[\p{L}\d].)\p{L}/u.test(view.text)) return
    for (const match of matchesOf(view.text, WEB)) {
      const [whole, host = '', rawPath = ''] = match
      const path = withoutEnd(rawPath, /[.!?:]/)
      const segments = path.split('/').filter((part) => part !== '').length
      const isProfile = PROFILE_PATH.test(path) || (segments === 1 && PROFILE_HOST.test(host) && !COMMON_PAGES.test(path)) ||
        OWN_HOST.test(host) || (segments > 1 && (DEEP_PATH.test(host + path) || (WORK_HOST.test(host) && hasName(path.split('/')[1] ?? ''))))
      const hasCue = segments >= 1 && endsNear(wordsBefore(view, match.index, context, 48), PROFILE_CUE, 24)
      const isNamed = !isProfile && !hasCue && host.toLowerCase().split('.').slice(0, -1).some(isGluedName)
      if (!isProfile && !hasCue && !isNamed) continue
      const more = view.kind === 'shadow' && segments > 0 && path === rawPath ? moreOfHandle(view, match.index + whole.length, context) : 0
      const end = match.index + whole.length - (rawPath.length - path.length) + more
      const cue = isProfile ? 'profile address' : isNamed ? 'name inside' : 'trigger word'
      yield { start: match.index, end, type: 'URL', score: isProfile ? 0.9 : 0.8, cue }
    }
  },
}

const MENTION = /(?<![\p{L}\d._%+/@-])@[\p{L}\d](?:[\p{L}\d._-]{0,38}[\p{L}\d_])?(?![\p{L}\d@])/gu
/** Who is called by these is everybody. */
const EVERYBODY = new Set(['@channel', '@here', '@everyone', '@all', '@team', '@room', '@alle', '@tous', '@todos', '@alla'])
/** "on GitHub I go by badger sixty-one": whatever follows is the name. */
const NAMED_LOGIN = /(?<![\p{L}\d])(?:I go by|(?:username|user name|benutzername|nom d['’]utilisateur|identifiant|nombre de usuario|användarnamnet|användarnamn)(?: is| ist| lautet| est| es| är|:)) (?:all |in )?(?:(?:lower ?case|caps|one word) )?((?:\p{L}{2,12} ){1,3}\d{1,4}|[\p{L}\d]+(?:[._-][\p{L}\d]+){0,4}(?: \d{1,4})?)(?![\p{L}\d@]|[._-][\p{L}\d])/giu
/** A login has something that ordinary words lack: a digit, an underscore, a dot or hyphen inside. */
const LOGIN = /[\p{L}\d]+(?:[._-][\p{L}\d]+){0,4}(?![\p{L}\d@/]|[._-][\p{L}\d])/uy
const ODD = /[\d_]|[.-](?<=\p{L}.)\p{L}/gu
/** From inside of what a login may be part of: what of that stands before and behind. */
const UNBROKEN = /(?<=([\p{L}\d@._/-]*))[\p{L}\d@._/-]*/uy

/** Most words are none, so what they lack is looked for, and then where the word begins that has it. */
function* loginsIn(text: string): Generator<RegExpExecArray> {
  let behind = 0
  for (const { index } of matchesOf(text, ODD)) {
    if (index < behind) continue
    UNBROKEN.lastIndex = index
    const before = UNBROKEN.exec(text)?.[1] ?? ''
    behind = UNBROKEN.lastIndex
    LOGIN.lastIndex = index - before.length
    const login = isTokenAt(text, LOGIN.lastIndex - 1) ? null : LOGIN.exec(text)
    if (login !== null) yield login
  }
}

/** A part of every way to say it. */
const NAMED_LOGIN_WORDS = stemsOf(['i go by', 'name', 'nom d', 'identifiant', 'nombre de', 'namn'])

const LOGIN_WORDS = stemsOf(['username', 'user name', 'handle', 'benutzername', 'pseudo', 'usuario', 'användarnamn', 'login'])
/** A part of every cue of a login that has a digit or a sign inside. */
const CUE_WORDS = stemsOf(['user', 'account', 'acct', 'a/c', 'nutzer', 'konto', 'compte', 'cuenta', 'usuari', 'utilisat', 'använd', 'inlogg', 'ssh', 'log',
  'sign', 'post', 'go by', 'goes by', 'screen name', 'nick', 'identif', 'pseudo', 'nom d', 'alias', 'unter dem', 'under the', 'sous le', 'bajo el', 'under nam',
  'slack', 'git', 'twitter', 'insta', 'reddit', 'discord', 'tiktok', 'twitch', 'mastodon', 'bluesky', 'strava', 'steam', 'telegram', 'gamertag'])
/** "mwangi880 is my handle", "she is sunniva-4, username with no spaces" */
const BEHIND_LOGIN = /(?<![\p{L}\d@._/-])(\p{L}[\p{L}\d]*(?:[._-][\p{L}\d]+){0,4}(?: \d{1,4})?),? (?:(?:is|ist|est|es|är) (?:my|her|his|their|the|mein|ihr|sein|mon|son|mi|su|mitt|hennes|hans) )?(?:username|user name|handle|login|benutzername|pseudo|usuario|användarnamn)(?!\p{L})/giu

const SSH = /\bssh\b/g
const SIGNED_IN = /\blog(?:ged)? ?in| signed in/g
const ACCOUNT = /\b(?:user|login|account|slack|github|twitter|insta(?:gram)?|reddit|discord|tiktok|twitch|mastodon|bluesky|strava|steam|telegram|handle|gamertag|git ?lab|bitbucket|member|contributor|maintainer|reviewer|assignee|invited?|portal|locked out|mitglied|zugang|membre|accès|miembro|acceso|medlem|åtkomst)\b/g

const IS_VERSION = /^v?\d{1,3}\.\d|^x\d+$/iu

/** What is said of a login instead of it. */
const REQUIRED = new Set('just still now simply noch jetzt einfach toujours encore siempre todavía bara fortfarande required optional missing invalid wrong taken unknown empty unique falsch ungültig vergeben erforderlich requis invalide incorrect oublié bloqué bloquée expiré gesperrt abgelaufen locked expired disabled broken bloqueado bloqueada caducado låst spärrat obligatorio incorrecto inválido obligatoriskt fel saknas'.split(' '))
/** "Konto waldkauz77 gesperrt", "la cuenta nutria_44": whose account it is. Numbers of accounts have no such letters. */
const OF_ACCOUNT = new RegExp('(?<!\\p{L})(?:accounts?|acct|a\\/c|(?:benutzer|nutzer)(?:konto)?|konto|kontot|compte|cuenta|' +
  'usuari[oa]|utilisat(?:eur|rice)|användar(?:e|en|konto|kontot)|inloggning(?:en)?|user)(?: ?:| (?:for|für|de|för|named|called|von|av))? ["\'“„«]?$', 'u')
const LIKE_A_LOGIN = /^\p{Ll}{3,20}(?:[._-]\p{Ll}{2,20}){0,2}(?:(?<=\p{L}[._]\p{L}{2,20})|\d{1,4})$/u

export const usernameRecogniser: Recogniser = {
  name: 'username',
  usesSmallNumbers: (isSaid) => [NAMED_LOGIN_WORDS, LOGIN_WORDS, CUE_WORDS].some(isSaid),
  *find(view, context) {
    if (view.text.includes('@')) {
      for (const match of matchesOf(view.text, MENTION)) {
        if (EVERYBODY.has(match[0].toLowerCase())) continue
        yield { start: match.index, end: match.index + match[0].length, type: 'USERNAME', score: 0.85, cue: 'mention' }
      }
    }
    for (const match of view.mentions(NAMED_LOGIN_WORDS) ? matchesOf(view.text, NAMED_LOGIN) : []) {
      const start = match.index + match[0].length - (match[1]?.length ?? 0)
      if (REQUIRED.has(match[1]?.toLowerCase() ?? '')) continue
      yield { start, end: match.index + match[0].length, type: 'USERNAME', score: 0.92, cue: 'trigger word' }
    }
    if (view.text.search(ODD) < 0) return
    for (const match of view.mentions(LOGIN_WORDS) ? matchesOf(view.text, BEHIND_LOGIN) : []) {
      const value = match[1] ?? ''
      if (/[\d_]|\p{L}[.-]\p{L}/u.test(value)) yield { start: match.index, end: match.index + value.length, type: 'USERNAME', score: 0.9, cue: 'trigger word' }
    }
    for (const match of loginsIn(view.text)) {
      const text = match[0]
      if (!/[\d_]|\p{L}[.-]\p{L}/u.test(text) || !/\p{L}/u.test(text) || IS_VERSION.test(text)) continue
      if (!/[\d_.]/.test(text) && text.split('-').some((part) => isWordIn(part.toLowerCase(), context.lang) || isFunctionWord(part.toLowerCase()))) continue
      const before = wordsBefore(view, match.index, context, 48)
      const cue = nearestCue(before)
      const isSaid = cue?.kind === 'username' && cue.distance < 28
      const isLogin = before.endsWith(' as ') && (endsNear(before, SSH, 44) || endsNear(before, SIGNED_IN, 4))
      const isOfAccount = LIKE_A_LOGIN.test(text) && OF_ACCOUNT.test(before)
      if (!isSaid && !isLogin && !isOfAccount && !(text.includes('_') && endsNear(before, ACCOUNT, 32))) continue
      yield { start: match.index, end: match.index + text.length, type: 'USERNAME', score: 0.91, cue: 'trigger word' }
    }
  },
}

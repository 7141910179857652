import { isEnglishWord } from '../names/english-words.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isWordIn, hasWordList } from '../names/words-by-language.ts'
import { isEverydayWord } from '../names/everyday.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { isFiller, LOWERED, symbolsOf } from '../shadow/vocabulary.ts'
import { stemsOf, type View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** What says that a login follows, within a few words. Plain alternations: none can be read in two ways. */
const ANNOUNCED = new RegExp(`(?<![\\p{L}\\d])(?:${[
  'user ?names?', 'gamer ?tag', 'user id', 'user', 'login', 'handle', 'screen name', 'nick ?name', 'goes by', 'go by', 'alias', 'under the name',
  'posts? as', 'posting as', '(?:stream|play|post|sell|tweet|write|publish|draw|blog)(?:s|ing)? (?:as|under)', 'streame unter', 'spiele (?:als|unter)',
  'poste unter',
  'joue sous', 'publie sous', 'diffuse sous', 'juego como', 'publico como', 'spelar som', 'streamar som', 'skriver som', 'known as', 'forum', 'forumet',
  'foro', 'slack', 'discord', 'reddit', 'schreibe ich als', 'heiße ich',
  'benutzername', 'nutzername', 'benutzer', 'nutzer', 'unter dem namen', 'nom d.utilisateur', 'identifiant', 'utilisateur', 'pseudo', 'sous le nom',
  'nombre de usuario', 'usuario', 'bajo el nombre', 'användarnamnet', 'användarnamn', 'användaren', 'användare', 'under namnet',
  'log in', 'logged in', 'log on', 'logged on', 'sign in', 'signed in', 'melde', 'anmelden', 'angemeldet', 'einloggen', 'eingeloggt', 'logg',
  'connecte', 'connecter', 'connecté', 'connectez', 'entra', 'entro', 'inicia sesión', 'conéctate',
  'logga in', 'loggar', 'entrar', 'me conecto', 'loggar in', 'loggade in', 'loggat in',
].join('|')})(?![\\p{L}\\d])`, 'giu')

/** Straight before the login. */
const LINKS = new Set('is was ist war lautet est es era är var as als comme como som with mit avec con med nom namen name namnet usuario alias pseudo handle heter jag am'.split(' '))

const REACH = 110
const MAX_BETWEEN = 5
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[._-][\p{L}\p{M}\p{N}]+)*/gu

interface Token {
  readonly start: number
  readonly end: number
  readonly lower: string
}

/** Logins that are read out ("log in as nguyen dot z eight") or stand without a sign of their own ("melde dich als torsten83 an"). */
/** A part of every announcement. */
const STEMS = stemsOf(['user', 'log', 'tag', 'handle', 'name', 'nick', 'go by', 'goes by', 'alias', 'nutzer', 'nom d',
  'identifiant', 'utilisateur', 'pseudo', 'le nom', 'usuario', 'nombre', 'namn', 'använd',
  'sign', 'posts as', 'post as', 'posting as', ' under ', ' as ', 'unter', 'sous', 'como', 'som', 'known as', 'forum', 'foro',
  'slack', 'discord', 'reddit', 'schreibe', 'heiße', 'melde', 'connect', 'entr', 'inicia', 'conéctate'])

export const loginRecogniser: Recogniser = {
  name: 'login',
  only: 'source',
  *find(view, context) {
    if (!view.mentions(STEMS)) return
    let behind = 0
    for (const match of matchesOf(view.lower, ANNOUNCED)) {
      if (match.index < behind) continue
      const found = loginAfter(view, match.index + match[0].length, context)
      if (found === null) continue
      behind = found.end
      yield found
    }
  },
}

/** In the words behind, or, where those were a question, in the answer. */
function loginAfter(view: View, at: number, context: RecogniserContext): Candidate | null {
  const reach = view.lower.slice(at, at + REACH)
  const end = CLAUSE_END.exec(reach)
  const found = loginIn(view, at, end === null ? reach : reach.slice(0, end.index), context)
  if (found !== null || end === null || !/[?\n]/.test(end[0])) return found
  const answer = reach.slice(end.index + end[0].length)
  return loginIn(view, at + end.index + end[0].length, answer.slice(0, CLAUSE_END.exec(answer)?.index), context)
}

/** Straight behind the word for a login and its "is": what no dictionary has is one. */
const NAMES_LOGIN = new RegExp("(?<!\\p{L})(?:user ?name|login(?: name)?|screen name|gamer ?tag|benutzername|nutzername|identifiant|pseudo|nom d['’]utilisateur|" +
  "(?:nombre de )?usuario|användarnamn(?:et)?)(?:['’]s| is| ist| lautet| est|,? c['’]est| es| är| ?[:=]) $", 'u')

/** Behind these a hyphen will do. */
const STRONG = / (?:as|under|unter|sous|como|som)$|username$|handle$|pseudo$|usuario$/u
const CLAUSE_END = /[\n?!;]+\s{0,3}|\. /

function loginIn(view: View, at: number, clause: string, context: RecogniserContext): Candidate | null {
  const line = clause.replace(/\[[^\]]*(?:\]|$)/g, (token) => '·'.repeat(token.length))
  const tokens = Array.from(matchesOf(line, TOKEN), ({ index, 0: text }): Token => ({ start: at + index, end: at + index + text.length, lower: text }))
  for (let first = 0; first < Math.min(tokens.length, MAX_BETWEEN + 1); first++) {
    const token = tokens[first]
    if (token === undefined) break
    const isLinked = first === 0 ? /^[:=, ]{0,3}$/.test(view.text.slice(at, token.start)) : LINKS.has(tokens[first - 1]?.lower ?? '')
    const last = lastOf(view, tokens, first, context)
    const isJoint = symbolsOf(context.lang).has(tokens[first + 1]?.lower ?? '') && last > first + 1
    if ((isFunctionWord(token.lower) && !isJoint) || LINKS.has(token.lower) || !/^\p{L}/u.test(token.lower)) continue
    const isHyphened = first === 0 && /\p{L}-\p{L}/u.test(token.lower) && STRONG.test(view.lower.slice(Math.max(0, at - 12), at))
    const isSign = isHyphened || /[\d_]/.test(token.lower) || /\p{L}\.\p{L}/u.test(token.lower)
    // "my gamertag is ToastedMarmot"
    const isOdd = token.lower.length > 4 && /\p{Ll}\p{Lu}/u.test(view.text.slice(token.start, token.end))
    const isNamed = first <= 1 && token.lower.length > 4 && NAMES_LOGIN.test(view.lower.slice(Math.max(0, token.start - 28), token.start)) &&
      !isWord(token.lower, context) && !isEnglishWord(token.lower)
    if (last === first && !isSign && !isOdd && !isNamed) continue
    const isSpelledOut = first < last && symbolsOf(context.lang).has(tokens[first + 1]?.lower ?? '')
    if (!isLinked || (first === 0 && !isSpelledOut && isWord(token.lower, context))) continue
    return { start: token.start, end: tokens[last]?.end ?? token.end, type: 'USERNAME', score: 0.9, cue: 'trigger word' }
  }
  return null
}

const isWord = (lower: string, { lang }: RecogniserContext): boolean =>
  !/[\d_.]/.test(lower) && (hasWordList(lang) ? isWordIn(lower, lang) : isEverydayWord(lower))

/** The label, and what is read out behind it: symbols with a label each, digits, single letters. */
function lastOf(view: View, tokens: readonly Token[], first: number, { lang }: RecogniserContext): number {
  const symbols = symbolsOf(lang)
  const { small } = numeralsOf(lang)
  let last = first
  for (let at = first + 1; at < tokens.length; at++) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    if (before === undefined || token === undefined || !/^[ ,]{1,2}$/.test(view.text.slice(before.end, token.start))) break
    const isSymbol = /^[._-]$/.test(symbols.get(token.lower) ?? '')
    if (isSymbol && next !== undefined) {
      at += LOWERED.get(token.lower) === next.lower ? 2 : 1
      if (at >= tokens.length) break
      last = at
      continue
    }
    if (isFiller(token.lower)) continue
    if (before.lower.length === 1 && token.lower.length === 1) {
      last = at
      continue
    }
    if (!small.has(token.lower) && !/^\d{1,4}$/.test(token.lower)) break
    last = at
  }
  return last
}

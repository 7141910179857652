import type { Summary } from '../../../src-shared/domain/summary.ts'
import { checkEvidence } from '../../../src-main/core/summary/evidence/index.ts'
import type { Noted } from './take-notes.ts'

/**
 * What a reader of notes would wince at, looked for apart from the engine's own rules, so that a hole in those shows here:
 * the patterns are written from the text on the page alone.
 */
export interface Wince {
  readonly what:
    | 'too long' | 'filler' | 'stutter' | 'dangling end' | 'joins on' | 'unresolved start' | 'not borne out' | 'said twice' | 'small talk'
    | 'leftover talk' | 'courtesy' | 'torn'
  readonly text: string
}

const FILLER = /\b(?:u[hm]+|e[hr]m?|hmm+|mm+|mm-hmm|uh-huh|you know,|i mean,|sort of like|kind of like|blah)\b|, like,/i
const STUTTER = /\b(\p{L}+(?:['’]\p{L}+)?) \1\b/iu
/** Said twice on purpose, or rightly. */
const DOUBLED = /\b(?:that that|had had|very very|really really|no no|many many|much much|bye bye|one one|two two|is is)\b/i
const DANGLING = /\b(?:and|but|or|so|because|the|a|an|of|with|if|which|than|as|my|your|our|their|his|its|am|were|i|we|he)[.,]?$/i
/** Whole with these before them: "how horrible it is", "it will be hard not to". */
const DANGLING_UNLESS = /(?<!\b(?:it|that|this|there|he|she|they|we|you|who|what|not|want|have|like|need)) (?:is|was|are|to|that)[.,]?$/i
const ENDS_POINTING = /\b(?:just|with|like|of|for|about|do|than|on|to|at|by|handle|know|think|say|said|all) that$/i
const JOINS = /^(?:and|but|or|so|because|cause|cos|then|plus|which|whereas|anyway|okay|ok|well|yeah|yes|no|right|oh|like)\b/i
const UNRESOLVED = /^(?:it|its|it['’]s|it['’]ll|he|he['’]s|he['’]ll|him|his|she|she['’]s|her|they|they['’]re|they['’]ll|them|their|that|that['’]s|that['’]ll|those|these|this|this['’]ll|there|such)\b/i
/** "That" and "this" before a noun that says what: "this quarter", "that report". A verb behind them leaves them hanging. */
const LEANING_VERB = /^(?:that|this|those|these|there) (?:is|was|are|were|will|would|can|could|should|has|have|had|does|do|did|means|makes|might|may|must|one|seems|sounds|looks|depends|gives|goes|in|i|we|you)\b/i
const POINTER = /^(?:that|this|those|these) \p{L}/iu
const CHAT = /\b(?:good morning|good afternoon|waiting for|hear me|on mute|see my screen|share my screen|how are you|have a nice|have a good|bye)\b/i

/** Spoken and not written, wherever it stands. */
const TALK = /\b(?:(?<!(?:\ban?|some|any|what|which|th[ai]t|this|these|those|all|every|of|the|other|same|new) )(?:kind|sort)s? of|kinda|sorta|you guys|dunno|tsk|and stuff|or whatever)\b|\byou know (?:it's|i|we|\p{L}+,)/iu
const COURTESY = /\b(?:thank (?:you|my|the)|(?:over|back) to you|turn now to|now turn to|pleased to (?:welcome|be here)|apologies for absence|let's go for lunch)\b/i
/** "All of these tasks, The reading": a capital that no name has. */
const TORN = /\p{Ll},? (?:The|A|An|What|You|He|She|My|Our|Just|First|Maybe|This|That|It|And|But) \p{Ll}/u

const LONGEST = 30

/** Every line a reader sees on the first page; possible ones are collapsed. */
export function shownLines({ overview, decisions, actions, questions }: Summary) {
  return [...overview, ...decisions, ...actions, ...questions].filter(({ possible }) => possible !== true)
}

export function wincesAt({ summary, segments }: Noted): Wince[] {
  const winces: Wince[] = []
  const seen = new Set<string>()
  for (const line of shownLines(summary)) {
    const { text } = line
    const bare = text.replace(/[.?!]["'”’)]*$/, '')
    const flags: readonly (readonly [Wince['what'], boolean])[] = [
      ['too long', text.split(/\s+/).length > LONGEST],
      ['filler', FILLER.test(text)],
      ['stutter', STUTTER.test(text) && !DOUBLED.test(text)],
      ['dangling end', (DANGLING.test(bare) || (DANGLING_UNLESS.test(bare) && !ENDS_POINTING.test(bare))) && !text.endsWith('?')],
      ['joins on', JOINS.test(text)],
      ['unresolved start', UNRESOLVED.test(text) && !(POINTER.test(text) && !LEANING_VERB.test(text))],
      ['not borne out', !checkEvidence(line, segments).supported],
      ['said twice', seen.has(bare.toLowerCase())],
      ['small talk', CHAT.test(text)],
      ['leftover talk', TALK.test(text)],
      ['courtesy', COURTESY.test(text)],
      ['torn', TORN.test(text)],
    ]
    // An action of two people stands once on the list of each.
    if (!summary.actions.some((action) => action.text === text)) seen.add(bare.toLowerCase())
    for (const [what, found] of flags) if (found) winces.push({ what, text })
  }
  return winces
}

import { brokenOff } from './cues.pure.ts'
import { cueText } from './cue-text.pure.ts'
import type { Line } from './line.pure.ts'
import { hasMainClause, isWholeSentence } from './whole-sentence.pure.ts'

/** Begins with a word for something that was named before: alone on a page nobody knows what. */
const UNRESOLVED = new RegExp(
  '^ (?:it|they|them|he|she|him|his|her|their|its|which|whose|whom|then|than|as well|too|both|one of (?:them|those|these)|the same|like|not|because|(?:mostly|mainly|only|especially|probably|maybe) because|since then|and|but|or|so|cause|cuz|\'cause|cos'
  + '|(?:that|this|these|those|there) (?:is|was|are|were|will|would|can|could|should|has|have|had|did|does|do|makes|means|might|may|looks?|sounds?|seems?|s|in|one|i|we|you|gives|goes|, )) ',
)
/** A clause that waits for another: without a comma there is none. */
const SUBORDINATE = /^ (?:if|when|whenever|while|unless|until|although|though|since|as soon as|whether|in case) /
/** Says who somebody is. */
const PRESENTS = /^ (?:i am [a-z]+ and i am the |my name is |i am @)/
/** A question whose mark got lost. */
const ASKS = /^ (?:do|does|did|is|are|was|can|could|should|would|will|shall|have|has) (?:we|you|i|they|he|she|it|there|this|that|the|a|any(?:one|body)?) /
/** Announces a matter and says nothing of it: "second thing, the launch date". */
const HEADING = /^ (?:let me (?:summarize|summarise|recap|start|begin|show|explain|tell) |(?:the )?(?:next|previous|last|first|this|these) slides? )|^ (?:and |the )?(?:first|second|third|fourth|next|last|final|other) (?:thing|point|item|topic|question|part|slide) (?:[,:]|is )/
/** Nothing ends with one of these. */
const HANGING = / (?:a|an|the|to|of|my|your|our|their|his|its|and|but|or|nor|because|with|for|from|into|than|that|which|if|is|are|was|were|am|be|i|we|they|he|she|as|at|by|very|just|also|about|will|would|should|could|can|a lot|kind|sort|[b-hj-z]) (?:[.,!?] )?$/

const known = new WeakMap<Line, { readonly text: string; readonly well: boolean }>()

/** Can stand on a page by itself: a whole sentence that names what it is about. English; other languages pass. Worked out once a line. */
export function readsWell(line: Line, text: string): boolean {
  const before = known.get(line)
  if (before?.text === text) return before.well
  const well = judge(line, text)
  known.set(line, { text, well })
  return well
}

function judge(line: Line, text: string): boolean {
  const { cue } = line
  if (UNRESOLVED.test(cue) || HEADING.test(cue) || PRESENTS.test(cue) || brokenOff(line)) return false
  if (SUBORDINATE.test(cue) && !hasMainClause(cue)) return false
  if (!line.question && ASKS.test(cue)) return false
  const shown = cueText(text, [])
  return !UNRESOLVED.test(shown) && !HANGING.test(shown) && isWholeSentence(shown, line.question)
}

/** Neither begins with a word for something in a line before, nor ends with one that asks for more. What is shown may be a part of a line. */
export const standsAlone = (text: string): boolean =>
  !leansBack(text) && (text.includes(',') || !SUBORDINATE.test(cueText(text, []))) && !HANGING.test(cueText(text.replace(/[.!?]+$/, ''), []))

export const leansBack = (text: string): boolean => UNRESOLVED.test(cueText(text, []))

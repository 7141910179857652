import { brokenOff } from './cues.pure.ts'
import { cueText } from './cue-text.pure.ts'
import type { Line } from './line.pure.ts'
import { workVerbs } from './verbs.pure.ts'

/** Begins with a word for something that was named before: alone on a page nobody knows what. */
const UNRESOLVED = new RegExp(
  '^ (?:it|they|them|he|she|him|his|her|their|its|which|whose|whom|then|than|as well|too|both|one of (?:them|those|these)|the same|like|not|because|(?:mostly|mainly|only|especially|probably|maybe) because|since then|and|but|or|so'
  + '|(?:that|this|these|those|there) (?:is|was|are|were|will|would|can|could|should|has|have|had|did|does|do|makes|means|might|may|looks?|sounds?|seems?|s|in|one|i|we|you|gives|goes|, )) ',
)
/** A clause that waits for another: without a comma there is none. */
const SUBORDINATE = /^ (?:if|when|whenever|while|unless|until|although|though|since|as soon as|whether|in case) /
/** Announces a matter and says nothing of it: "second thing, the launch date". */
const HEADING = /^ (?:and |the )?(?:first|second|third|fourth|next|last|final|other) (?:thing|point|item|topic|question|part|slide) (?:[,:]|is )/
/** Nothing ends with one of these. */
const HANGING = / (?:a|an|the|to|of|my|your|our|their|his|its|and|but|or|nor|because|with|for|from|into|than|that|which|if|is|are|was|were|am|be|i|we|they|he|she|as|at|by|very|just|also|about|will|would|should|could|can|a lot|kind|sort|[b-hj-z]) (?:[.,!?] )?$/

/** Who does, or that something is, was done or is to be. */
const PREDICATE = / (?:i|we|you|they|he|she|it|who|am|is|are|was|were|be|been|will|would|can|could|shall|should|must|may|might|have|has|had|do|does|did|[a-z]{2,20}ed|got|went|came|made|said|cost|costs|found|gave|took|saw|let|@[0-9x]) /
const ENGLISH = / (?:the|a|an|of|to|and|in|for|on|with|that|this) /

/** Can stand on a page by itself: a whole sentence that names what it is about. English; other languages pass. */
export function readsWell(line: Line, text: string): boolean {
  const { cue } = line
  if (UNRESOLVED.test(cue) || HEADING.test(cue) || brokenOff(line)) return false
  if (ENGLISH.test(cue) && !PREDICATE.test(cue) && !line.words.some((word) => isVerbForm(word))) return false
  if (SUBORDINATE.test(cue) && !text.includes(',')) return false
  return standsAlone(text)
}

/** Neither begins with a word for something in a line before, nor ends with one that asks for more. What is shown may be a part of a line. */
export const standsAlone = (text: string): boolean => !leansBack(text) && !HANGING.test(` ${text.toLowerCase().replace(/[.!?]$/, '')} `)

export const leansBack = (text: string): boolean => UNRESOLVED.test(cueText(text, []))

/** "send", "sends", "needs": many are nouns as well, so this errs towards a sentence. */
function isVerbForm(word: string): boolean {
  const key = word.toLowerCase().replace(/[^a-z-]/g, '')
  return workVerbs.has(key) || (key.endsWith('s') && (workVerbs.has(key.slice(0, -1)) || MORE_VERBS.has(key.slice(0, -1)))) || MORE_VERBS.has(key)
}
const MORE_VERBS = new Set('need want seem look mean become say go come know think like show help require lead depend include happen rise fall grow remain exist apply matter'.split(' '))

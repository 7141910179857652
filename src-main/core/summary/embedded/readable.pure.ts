import { brokenOff } from './cues.pure.ts'
import { cuePattern, CuePattern, type Said } from './cue-pattern.pure.ts'
import { cueText } from './cue-text.pure.ts'
import { isTorn, lineText } from './line-text.pure.ts'
import { onceALine } from './once.pure.ts'
import { hasMainClause, isWholeSentence } from './whole-sentence.pure.ts'

/** Begins with a word for something that was named before: alone on a page nobody knows what. */
const UNRESOLVED = cuePattern(
  '^ (?:it(?! is (?:on|up to|down to) (?:\\S+ ){1,3}to )|they|them|he|she|him|his|her|their|its|which|whose|whom|then|than|as well|too|both|one of (?:them|those|these)|the same|like|not|because|(?:mostly|mainly|only|especially|probably|maybe) because|since then|and|but|or|so|cause|cuz|\'cause|cos'
  + '|(?:that|this|these|those|there) (?:is|was|are|were|will|would|can|could|should|has|have|had|did|does|do|makes|means|might|may|looks?|sounds?|seems?|s|in|one|i|we|you|gives|goes|, )) ',
)
/** A clause that waits for another: without a comma there is none. */
const SUBORDINATE = new CuePattern(/^ (?:if|when|whenever|while|unless|until|although|though|since|as soon as|whether|in case) /)
/** Says who somebody is. */
const PRESENTS = new CuePattern(/^ (?:i am [a-z]+ and i am the |my name is |i am @)/)
/** A question whose mark got lost. */
const ASKS = new CuePattern(/^ (?:do|does|did|is|are|was|can|could|should|would|will|shall|have|has) (?:we|you|i|they|he|she|it|there|this|that|the|a|any(?:one|body)?) /)
/** Announces a matter and says nothing of it: "second thing, the launch date". */
const HEADING = new CuePattern(/^ (?:let me (?:summarize|summarise|recap|start|begin|show|explain|tell) |(?:the )?(?:next|previous|last|first|this|these) slides? )|^ (?:and |the )?(?:first|second|third|fourth|next|last|final|other) (?:thing|point|item|topic|question|part|slide) (?:[,:]|is )/)
/** Nothing ends with one of these. */
const HANGING = new CuePattern(/ (?:a|an|the|to|of|my|your|our|their|his|its|and|but|or|nor|because|with|for|from|into|than|that|which|if|is|are|was|were|am|be|i|we|they|he|she|as|at|by|very|just|also|about|will|would|should|could|can|a lot|kind|sort|more recently|for example|for instance|such as|in particular|most importantly|including|between|through|not|[b-hj-z]) (?:[.,!?] )?$/)

/** Leans on a line before although it begins with another word: "I think it's", "is that why", "and as I said, they". */
const LEANS = cuePattern(
  '^ (?:i (?:think|guess|believe|suppose|mean|would say|feel like|hope|know)|we think|maybe|perhaps|probably|of course|sometimes|then|now|well|so|yeah) (?:that |, )?'
  + '(?:it(?! (?:is|was|would be|will be|might be) (?:[a-z]+ ){1,4}(?:to|that|for|if) )|they|them|he|she|those|these|(?:that|this) (?:is|was|will|would|can|could|should|has|had|one|might|means|makes|,|[.])) '
  + '|^ (?:(?:why|how|what|when|where|which) )?(?:is|was|are|were|do|does|did|can|could|would|will|should|has|have|had) '
  + '(?:it(?! (?:the|a|an|[a-z]+) (?:[a-z]+ ){0,5}(?:to|that|for|if) )|he|she|those|these|(?:that|this) (?:be|is|have|mean|make|work|a|an|the|just|like|more|not|too|going|really|possible|right|okay|true|why|what|how)) ',
)
/** Talk that is left over: nobody would write it. */
const SPOKEN = new CuePattern(
  / (?:(?<! (?:a|an|some|any|what|which|this|that|these|those|all|every|one|of|the|two|three|new|same|other) )(?:kind|sort|kinds|sorts) of|(?<! (?:as|if|do|did|let|that|what|than|all|things|people|because) )you know (?!what|how|that|why|where|who|if|the|about|it|this)|i mean (?!that|it|the|to)|and everything|or anything|you guys|i dunno|dunno|gonna gonna|tsk|blah|etcetera and|or whatever|and stuff|like , ) /,
)
/** Two beginnings run into one: "we will, it's a", "I wanna and from", "is will be", "the different the". */
const RESTARTS = cuePattern(
  ' (?:i|we|they|he|she|there|you) (?:will|would|could|should|am|are|was|were|have to|want to|going to|need to) , (?:i|we|it|that|they|he|she|you|there|the|this) '
  + '| (?:want to|going to|need to|have to|try to|trying to) (?:and|or|but|so|because|i|we|they|the|a|an|it|is|are|of) '
  + '| (?:is|was|are|were) (?:will|would|can|could|should|are|was|were) | will (?:is|are|was|were|will) '
  + '| (?:different|new|same|other|good|own|main|big|small) (?:the|a|an|is|are) | (?:would|could|should|can|will|must) (?:just |then |also )?(?:ask|have|make|get|take|put|use) (?:have|make|get|put|use|do|be|is) ',
)
/** A capital in the middle opens another sentence: "all of these tasks, The reading". */
const SECOND_START = /\p{Ll},? (?:The|A|An|What|You|He|She|My|Our|Just|First|Maybe|Any|How|Why|Well|Now)[ ,]/u

const COURTESY = cuePattern(
  ' (?:i (?:would like|want|wish|have|am going|will|just want|would just like) (?:to )?(?:also |just |first |again |now )?(?:thank|welcome|congratulate|acknowledge|commend|remind members|turn to|hand over|pass (?:it |over )|bring in|come back to|move to|call on|recognize)'
  + '|let me (?:now |just |first )?(?:thank|welcome|turn to|start by|begin by|say|tell you|be clear|repeat|quote|challenge|finish|come back|bring in|point out|remind|answer)'
  + '|(?:received|have had|note) (?:any )?apologies|apologies for absence|pleased to welcome|everyone , and welcome|welcome to the|over to you|thank you for (?:your|the)|i look forward to|go for lunch|for lunch then|lunch break|coffee break'
  + '|the (?:bells|house|sitting|committee) (?:will|is|stands) (?:be )?(?:rung|adjourned|suspended|now|resume)|proceed to (?:the )?(?:next|questions)|ask (?:you )?(?:a|one|my|the) (?:\\S+ )?question|like to ask) ',
)

/** Can stand on a page by itself: a whole sentence that names what it is about. English; other languages pass. */
export const readsWell = onceALine((line): boolean => {
  if (UNRESOLVED.test(line) || HEADING.test(line) || PRESENTS.test(line) || brokenOff(line)) return false
  if (SUBORDINATE.test(line) && !hasMainClause(line)) return false
  if (!line.question && ASKS.test(line)) return false
  if (isTorn(line) || LEANS.test(line) || COURTESY.test(line)) return false
  const shown = shownCue(line)
  return !UNRESOLVED.test(shown) && !HANGING.test(shown) && soundsWritten(shown, lineText(line).text) && isWholeSentence(shown, line.question)
})

/** A line as it stands in the notes, to be read by itself: whoever is named in it is a word as others are. */
const shownCue = onceALine((line): Said => {
  const { text } = lineText(line)
  return text === line.text && !line.cue.includes('@') ? line : cueText(text)
})

/** No talk is left in it, and no second beginning: what any line of the notes has to be. English; other languages pass. */
export const isSound = (text: string): boolean => soundsWritten(cueText(text), text)

const soundsWritten = (shown: Said, text: string): boolean => !LEANS.test(shown) && !SPOKEN.test(shown) && !RESTARTS.test(shown) && !SECOND_START.test(text)

/** Runs the meeting or is polite, and is neither work nor a decision: "I'd like to thank", "over to you", "I will now turn to". */
export const isCourtesy = (text: string): boolean => COURTESY.test(cueText(text))

const SEVERAL_MARKS = /\P{L}[.!?]$/u
/** Neither begins with a word for something in a line before, nor ends with one that asks for more. What is shown may be a part of a line. */
export function standsAlone(text: string, shown = cueText(text)): boolean {
  if (UNRESOLVED.test(shown) || (!text.includes(',') && SUBORDINATE.test(shown))) return false
  // Behind several marks nothing seems to hang.
  return !HANGING.test(SEVERAL_MARKS.test(text) ? cueText(text.replace(/[.!?]+$/, '')) : shown)
}

/** The same of a line as it stands in the notes. */
export const lineStandsAlone = onceALine((line): boolean => standsAlone(lineText(line).text, shownCue(line)))

export const leansBack = (text: string): boolean => UNRESOLVED.test(cueText(text))

import { CuePattern, cuesOf } from './cue-pattern.pure.ts'
import type { Line } from './line.pure.ts'
import { onceALine } from './once.pure.ts'
import { Features } from './scoring.pure.ts'
import { lastingVerbs } from './verbs.pure.ts'

/**
 * Words of closed classes, whatever stands between them: who is spoken of, what is to be, which kind of matter. A recogniser that
 * mishears one word in five breaks every longer pattern; of these most are left. None of them holds a subject.
 */
const WORDS = cuesOf(
  ['says I', / i /],
  ['says you', / you /],
  ['says your', / your /],
  ['says we', / we /],
  ['says it or they', / (?:they|it|them) /],
  ['says he or she', / (?:he|she|him|her) /],
  ['says will', / (?:will|shall|going to) /],
  ['says can', / (?:can|could|may|might) /],
  ['says must', / (?:should|must|need|needs|have to|has to|got to|supposed to) /],
  ['says want', / (?:want|like to|would like) /],
  ["says let's", / let us /],
  ['says please', / please /],
  ['says for', / for /],
  ['says who', / who /],
  ['says next', / next /],
  ['says meeting', / (?:meetings?|session) /],
  ['says when', / (?:next|before|after|by|until|till|then|later|tomorrow|now|minutes|hour|lunch) /],
  ['says whose work', / (?:actions?|tasks?|job|work|working|assignments?|individually|homework|instructions|responsible|department) /],
  ['names a paper', / (?:report|minutes|presentation|documents?|list|plan|e-?mail|mail|folder|slides|draft|notes) /],
  ['says find out', / (?:find out|look into|look up|look at|come up with|work on|think about|check|research|prepare|ask|send|put|write|get back) /],
  ['and somebody', / (?:and|for|so) (?:you|@[0-9x]+) /],
  ['gives grounds', / (?:because|if|but|when|that is why) /],
  ['tells the past', / (?:was|were|did|had|been|thought|said) /],
)
/** What nobody does in the room. */
const OUTLASTS = new CuePattern(/ (?:look into|find out|check|ask|contact|call|consult|negotiate|e-?mail|send|look at|look up|talk to|speak to|get back|write|prepare|come up with|work on|investigate|research|discuss with|see if|inquire|arrange|organi[sz]e) /)
const MOST_VERBS = 3
const LONG = 30

const lastingVerbsIn = onceALine(({ cueWords }): number => {
  let found = 0
  for (let at = 0; at < cueWords.length; at++) if (lastingVerbs.has(cueWords[at] ?? '')) found++
  return found
})

/** What single words of a line say of what it does. */
export const wordFeatures = onceALine((line): Features => {
  const features = new Features()
  features.setPresent(WORDS.featuresOf(line))
  if (features.has('says find out')) {
    const willOrCan = features.has('says will') || features.has('says can')
    if (features.has('says I') && willOrCan) features.set('promises to find out', 1)
    if (features.has('says you') && (willOrCan || features.has('says must'))) features.set('told to find out', 1)
    if (features.has('says we') && (willOrCan || features.has('says must'))) features.set('we find out', 1)
  }
  if (OUTLASTS.test(line)) features.set('outlasts the meeting', 1)
  features.set('verbs of work', Math.min(lastingVerbsIn(line), MOST_VERBS) / MOST_VERBS)
  features.set('words', Math.min(line.words.length, LONG) / LONG)
  return features
})

const CONCERNS_WORK = new CuePattern(/ (?:@[0-9x]+|actions?|tasks?|job|work|working|assignments?|individually|homework|instructions|responsible|department|find out|look into|look up|look at|look and see|look how|figure out|come up with|think about|get back) /)
const FEWEST_WORDS = 4

/** A line nobody's cue fits, and that may still hand out work: it names somebody, or what there is to do. */
export const mayHandOut = (line: Line): boolean =>
  line.words.length >= FEWEST_WORDS && line.stems.length > 0
  && (CONCERNS_WORK.test(line) || lastingVerbsIn(line) > 0)

import { cuePattern, CuePattern, type Said } from './cue-pattern.pure.ts'
import { workVerbs } from './verbs.pure.ts'

/**
 * Whether a line says something of something, judged by its cue text: in English, where one can tell. "One particular set of
 * digits", "mostly by looking at diagrams" and "takes too long" do not; notes full of them read like torn paper.
 */
export function isWholeSentence(shown: Said, question: boolean): boolean {
  const { cue, cueWords: words } = shown
  if (!ENGLISH.test(shown)) return true
  if (!question && HEADLESS.test(shown)) return false
  if (!question && ABOUT.has(words[0] ?? '') && verbsBeforeComma(words) < 2) return false
  // "To add some features, like we said": why, and not what.
  if (words[0] === 'to' && !LATER_CLAUSE.test(shown)) return false
  if (ING.test(words[0] ?? '') && !question) {
    // "Attending a hub, then the authority can": a verb without its subject; "Testing it takes a day" has one.
    const subject = words.findIndex((word, at) => at > 0 && SUBJECTS.has(word) && words[at - 1] !== ',')
    const verb = words.findIndex((word, at) => at > 0 && FINITE.has(word))
    if (verb === -1 || cue.includes(' , then ') || (subject !== -1 && subject < verb && !words.slice(0, subject).includes(','))) return false
  }
  const from = words.findIndex((word, at) => at > 1 && OPENS_CLAUSE.has(word))
  const head = from === -1 ? words : words.slice(0, from)
  // "If we ship it, the price falls": what is said stands behind the comma.
  return saysSomething(head) || (from !== -1 && LATER_CLAUSE.test(shown))
}

/** "What the good ideas are" is a question told; "what we need is a list" says something. */
const ABOUT = new Set(['what', 'why', 'where', 'who', 'whatever'])
function verbsBeforeComma(words: readonly string[]): number {
  const comma = words.indexOf(',')
  const head = comma === -1 ? words : words.slice(0, comma)
  return head.filter((word, at) => FINITE.has(word) || (SUBJECTS.has(head[at - 1] ?? '') && isBase(word)) || (at > 1 && ED.test(word))).length
}

/** Behind an opening "if …," or "when …," something is said of something. English; true for what is not. */
export const hasMainClause = (shown: Said): boolean => !ENGLISH.test(shown) || LATER_CLAUSE.test(shown)

const ENGLISH = new CuePattern(/ (?:the|a|an|of|to|and|in|for|on|with|that|this) /)
/** Begins without its subject. */
const HEADLESS = cuePattern(
  '^ (?:found|think|thought|guess|means|said|meaning|takes|makes|means|looks|seems|depends|gets|goes|comes|helps|says|needs|wants|has|have|had|is|are|was|were|would|could|can (?:either|also|just|use|do|get|have|make)|need (?:a|an|the|to|some)|due|depending|especially|including|except'
  + '|how|mostly (?:by|in|with|for|from|on)|mainly (?:by|in|with|for|from|on)|just to|such as|to (?:do|have|make|get|lose|see|try|be|go)|about [a-z]+ing|also (?:go|have|make|get|use|take|put|need)) ',
)
const OPENS_CLAUSE = new Set('which that who whom whose where when if because since as while unless until than'.split(' '))
const LATER_CLAUSE = new CuePattern(/ , (?:and |so |but |then )?(?:i|we|you|they|he|she|it|there|this|that|the|a|an|our|your|my|people|everyone|@[0-9x]+|\[[A-Z_]+_[0-9]+\]) (?:[a-z-]+ ){0,4}(?:am|is|are|was|were|will|would|can|could|should|must|may|might|have|has|had|do|does|did|[a-z]{2,20}ed|[a-z]{2,20}s) /)

const SUBJECTS = new Set('i we you they he she it there this these those everyone everybody somebody nobody who what'.split(' '))
const FINITE = new Set(
  ('am is are was were will would can could shall should must may might have has had do does did got went came made said found gave took saw let put kept left lost ran sent '
    + 'showed spent stood told thought wrote began became brought built bought chose drew felt fell grew held knew led meant paid rose sat sold won').split(' '),
)
/** Verbs beside those of work. */
const OTHER_VERBS = new Set(
  'need want seem look mean become say go come know think like show help require lead depend include happen rise fall grow remain exist apply matter tend cost consist contain appear cause belong allow support like prefer'.split(' '),
)
const isBase = (word: string): boolean => workVerbs.has(word) || OTHER_VERBS.has(word)

function saysSomething(head: readonly string[]): boolean {
  return head.some((word, at) => {
    const before = head[at - 1] ?? ''
    if (word.startsWith('@') || word.startsWith('[PERSON')) return true
    // "The rounds of it": an object.
    if (SUBJECTS.has(word) && at < head.length - 1 && !OBJECT_OF.has(before)) return true
    // "A set of", "the cost": a noun.
    const noun = AFTER.has(before)
    if (FINITE.has(word) && !(noun && NOUNS_TOO.has(word)) && !PASSIVE_BEHIND.has(before)) return true
    if (ED.test(word) && !noun && at > 0) return true
    // "The drivers need", "people open"; "it depends", "this requires"; an order: "Talk to Ines".
    if (isBase(word)) return at === 0 || (PLURAL.test(before) && !noun) || before === 'people'
    return word.endsWith('s') && at > 0 && !noun && (isBase(word.slice(0, -1)) || isBase(word.slice(0, -2))) && GOES_ON.test(head[at + 1] ?? '')
  })
}
const ING = /^[a-z]{2,20}ing$/
const ED = /^[a-z]{2,20}ed$/
const PLURAL = /[^'s]s$/
/** A word, somebody or a token: no mark. */
const GOES_ON = /^[a-z@[]/
const OBJECT_OF = new Set('of with from by about without behind'.split(' '))
/** "Being lost", "to be found": no verb of a sentence. */
const PASSIVE_BEHIND = new Set('being be been to of'.split(' '))
const NOUNS_TOO = new Set('can will might must may left found'.split(' '))
const AFTER = new Set('the a an my your our their his its this that these those of in for with no some any each every one two three first second next last other main new particular same and or to by from on at'.split(' '))

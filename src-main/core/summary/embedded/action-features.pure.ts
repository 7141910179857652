import type { Due } from '../due/find.pure.ts'
import { isRunning, isWork, type Handing } from './action-cues.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import { brokenOff, weakStart } from './cues.pure.ts'
import { chairOf } from './surroundings.pure.ts'
import type { Line } from './line.pure.ts'
import { MAX_WORDS } from './line-text.pure.ts'
import type { Answer } from './owner.pure.ts'
import { Features } from './scoring.pure.ts'

const NEIGHBOURHOOD = 6
const NEXT_MEETING = new CuePattern(/ (?:next meeting|before the next|for next time|next time|by then|after this meeting|after the meeting|next session|in the meantime|until then|this afternoon|homework|next one) /)
export const SAYS_ACTION = new CuePattern(/ (?:action|action item|action point|to do :|to dos|next steps?|task|takeaway|homework|follow-up|follow up|deadline|due|assigned?|responsible) /)

const YOU_IN_GENERAL = new CuePattern(/ you (?:have to|need to|must|can|could|should|want to|might) /)
const ASKS_FOR_IT = new CuePattern(/ (?:please|make sure|do not forget|remember) /)
const HERE_AND_NOW = new CuePattern(/ (?:now|right now|quick|quickly|this time|first|right here|here|on the board|this slide|in a minute|in a second) /)
const I_WILL = new CuePattern(/ i (?:will|am going to) /)
const I_PROMISE = new CuePattern(/ i (?:will|shall|am going to|have to|need to|can|promised) /)
const MAY_OR_CAN = new CuePattern(/ (?:i|we|you) (?:might|could|would(?! better)|can|should|want to|would like to) /)
const HEDGES = new CuePattern(/ (?:maybe|perhaps|probably|i guess|i think|not sure|if we|if you|if i|or something|whatever|i mean|i suppose|kind of|sort of|or so) /)
const UP_TO = new CuePattern(/^ (?:it|that) is (?:on|up to|down to) /)
const PRODUCT = new CuePattern(/ (?:it|they|users?|people|customers?|button|buttons) /)
const GIVES_WORD = new CuePattern(/ (?:promised?|volunteer(?:ed)?|offered|agreed to|on the hook|in charge|responsible|down for|owe|up to me|leave (?:it|that) (?:with|to) me) /)
const SEVERAL = new CuePattern(/ (?:you (?:guys|two|all|both|each)|(?:all|both|each|two|one|some) of you) /)
const UNDER_WAY = new CuePattern(/ be (?:just |both |all |mainly )?[a-z]+ing /)
const YOU_WILL = new CuePattern(/ you (?:will|are going to|are to|are supposed to)(?: all| both| each)? /)
const YOU_MUST = new CuePattern(/ you (?:need to|have to|should|must|have got to|got to)(?: all| both| each)? /)
const YOU_CAN = new CuePattern(/ you (?:can|could|might|may|would|want)(?: all| both| each)? /)
const WE_WILL = new CuePattern(/ we (?:will|are going to|shall) /)

export interface Task {
  readonly task: Line
  readonly handing: Handing
  readonly answers: readonly Answer[]
  readonly due: Due | null
  readonly takesUp: boolean
}

/** What speaks for and against a line's handing out work, as far as the line itself shows. */
export function featuresOf(line: Line, { task, handing, answers, due, takesUp }: Task): Features {
  const content = task.stems.length
  // "I could write it if you want." – "Yes, please." is a promise.
  const offered = handing.kind === 'commits' && answers.some(({ says }) => says === 'agrees')
  const features = new Features()
  const set = (name: string, present: boolean): void => {
    if (present) features.set(name, 1)
  }
  set(handing.kind, true)
  set('handed over', handing.points)
  set('takes it up', takesUp)
  set('plan with a date', handing.kind === 'plans' && due !== null)
  set('names somebody', line.cue.includes(' @'))
  set('speaks to somebody', handing.owner === 'addressee')
  set('verb of work', isWork(handing.verb) && !isRunning(handing.verb))
  set('verb of work or talk', isWork(handing.verb) && isRunning(handing.verb))
  set('has a date', due !== null)
  set('generic you', due === null && handing.owner === 'addressee' && line.named.length === 0 && YOU_IN_GENERAL.test(line))
  set('bare imperative', due === null && handing.kind === 'calls for' && handing.owner === 'addressee' && line.named.length === 0 && !ASKS_FOR_IT.test(line))
  set('in this meeting', due === null && HERE_AND_NOW.test(line))
  set('next meeting', NEXT_MEETING.test(line))
  set('first will', I_WILL.test(line))
  set('promise with a date', due !== null && (handing.kind === 'assigns' || handing.kind === 'asks' || (handing.kind === 'commits' && I_PROMISE.test(line))))
  set('call with a date', handing.kind === 'calls for' && due !== null)
  set('weak will', !offered && !(handing.kind === 'commits' && due !== null) && MAY_OR_CAN.test(line))
  set('says action', SAYS_ACTION.test(line))
  set('agreed to', answers.some(({ says }) => says === 'agrees'))
  set('taken on', answers.some(({ says }) => says === 'volunteers'))
  set('question', line.question && handing.kind !== 'asks' && handing.kind !== 'assigns' && handing.owner !== 'open')
  set('hedged', !offered && HEDGES.test(line))
  set('starts unresolved', weakStart(line) && !UP_TO.test(line))
  set('broken off', brokenOff(line))
  set('other verb', handing.verb !== null && !isWork(handing.verb))
  set('talks of the product', PRODUCT.test(line))
  set('too short', content < 2)
  set('long', line.words.length > MAX_WORDS)
  set('word given', GIVES_WORD.test(line))
  set('several of you', SEVERAL.test(line))
  set('under way', UNDER_WAY.test(line))
  set('you will', YOU_WILL.test(line))
  set('you must', YOU_MUST.test(line))
  set('you can', YOU_CAN.test(line))
  set('we will', handing.kind === 'plans' && WE_WILL.test(line))
  features.set('late', Math.max(0, (line.place - 0.7) / 0.3))
  features.set('last tenth', Math.max(0, (line.place - 0.9) / 0.1))
  features.set('content', Math.min(content, 8) / 8)
  return features
}

/** Talk that ends a meeting or a part of it. */
const ENDING = new CuePattern(/ (?:next meeting|next time|that is it|see you|wrap up|wrap this up|thank you|thanks|bye|lunch|minutes left|half an hour|thirty minutes|forty minutes|finished|end of the meeting|meet again|come back|back here|instructions|personal coach|e-mail|email) /)
/** In lines, to either side. */
const CLOSE = 3
const FAR = 12

/** Work is handed out in runs, at the end of a matter or of the meeting, mostly by one person: puts that among a line's features. */
export function surroundings(lines: readonly Line[], handings: readonly (Handing | null)[]): (at: number, features: Features) => void {
  const count = (test: (line: Line, at: number) => number): ((at: number, reach: number) => number) => {
    const upTo = new Uint32Array(lines.length + 1)
    lines.forEach((line, at) => (upTo[at + 1] = (upTo[at] ?? 0) + test(line, at)))
    const up = (to: number): number => upTo[Math.max(0, Math.min(lines.length, to))] ?? 0
    return (at, reach) => up(at + reach + 1) - up(at - reach) - (up(at + 1) - up(at))
  }
  const others = count((_, at) => (handings[at] === null ? 0 : 1))
  const orders = count((_, at) => (handings[at]?.kind === 'assigns' || isPromise(handings[at]) ? 1 : 0))
  const meetings = count((line) => (NEXT_MEETING.test(line) ? 1 : 0))
  const actions = count((line) => (SAYS_ACTION.test(line) ? 1 : 0))
  const endings = count((line) => (ENDING.test(line) ? 1 : 0))
  const named = count(({ cue }) => (cue.includes(' @') ? 1 : 0))
  const chair = chairOf(lines)
  return (at, features) => {
    features.set('among others', Math.min(others(at, NEIGHBOURHOOD), 5) / 5)
    features.set('among orders', Math.min(orders(at, NEIGHBOURHOOD), 3) / 3)
    features.set('next meeting near', meetings(at, NEIGHBOURHOOD) > 0 ? 1 : 0)
    features.set('action near', actions(at, NEIGHBOURHOOD) > 0 ? 1 : 0)
    features.set('orders around', Math.min(orders(at, FAR), 5) / 5)
    features.set('ends near', Math.min(endings(at, FAR), 3) / 3)
    features.set('names near', Math.min(named(at, CLOSE), 3) / 3)
    features.set('by the chair', chair !== null && lines[at]?.speaker === chair ? 1 : 0)
  }
}
const isPromise = (handing: Handing | null | undefined): boolean => handing?.kind === 'commits' && isWork(handing.verb)

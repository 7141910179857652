import type { Due } from '../due/find.pure.ts'
import { isRunning, isWork, type Handing } from './action-cues.pure.ts'
import { brokenOff, weakStart } from './cues.pure.ts'
import { chairOf } from './surroundings.pure.ts'
import type { Line } from './line.pure.ts'
import { MAX_WORDS } from './line-text.pure.ts'
import type { Answer } from './owner.pure.ts'

const NEIGHBOURHOOD = 6
const NEXT_MEETING = / (?:next meeting|before the next|for next time|next time|by then|after this meeting|after the meeting|next session|in the meantime|until then|this afternoon|homework|next one) /
export const SAYS_ACTION = / (?:action|action item|action point|to do :|to dos|next steps?|task|takeaway|homework|follow-up|follow up|deadline|due|assigned?|responsible) /

export interface Task {
  readonly task: Line
  readonly handing: Handing
  readonly answers: readonly Answer[]
  readonly due: Due | null
}

/** What speaks for and against a line's handing out work, as far as the line itself shows. */
export function featuresOf(line: Line, { task, handing, answers, due }: Task): Map<string, number> {
  const content = task.stems.length
  // "I could write it if you want." – "Yes, please." is a promise.
  const offered = handing.kind === 'commits' && answers.some(({ says }) => says === 'agrees')
  const flags: Record<string, boolean> = {
    [handing.kind]: true,
    'handed over': handing.points,
    'plan with a date': handing.kind === 'plans' && due !== null,
    'names somebody': line.cue.includes(' @'),
    'speaks to somebody': handing.owner === 'addressee',
    'verb of work': isWork(handing.verb) && !isRunning(handing.verb),
    'verb of work or talk': isWork(handing.verb) && isRunning(handing.verb),
    'has a date': due !== null,
    'generic you': due === null && handing.owner === 'addressee' && line.named.length === 0 && / you (?:have to|need to|must|can|could|should|want to|might) /.test(line.cue),
    'bare imperative':
      due === null && handing.kind === 'calls for' && handing.owner === 'addressee' && line.named.length === 0 && !/ (?:please|make sure|do not forget|remember) /.test(line.cue),
    'in this meeting': due === null && / (?:now|right now|quick|quickly|this time|first|right here|here|on the board|this slide|in a minute|in a second) /.test(line.cue),
    'next meeting': NEXT_MEETING.test(line.cue),
    'first will': / i (?:will|am going to) /.test(line.cue),
    'promise with a date': due !== null && (handing.kind === 'assigns' || handing.kind === 'asks' || (handing.kind === 'commits' && / i (?:will|shall|am going to|have to|need to|can|promised) /.test(line.cue))),
    'call with a date': handing.kind === 'calls for' && due !== null,
    'weak will': !offered && !(handing.kind === 'commits' && due !== null) && / (?:i|we|you) (?:might|could|would(?! better)|can|should|want to|would like to) /.test(line.cue),
    'says action': SAYS_ACTION.test(line.cue),
    'agreed to': answers.some(({ says }) => says === 'agrees'),
    'taken on': answers.some(({ says }) => says === 'volunteers'),
    question: line.question && handing.kind !== 'asks' && handing.kind !== 'assigns' && handing.owner !== 'open',
    hedged: !offered && / (?:maybe|perhaps|probably|i guess|i think|not sure|if we|if you|if i|or something|whatever|i mean|i suppose|kind of|sort of|or so) /.test(line.cue),
    'starts unresolved': weakStart(line) && !/^ (?:it|that) is (?:on|up to|down to) /.test(line.cue),
    'broken off': brokenOff(line),
    'other verb': handing.verb !== null && !isWork(handing.verb),
    'talks of the product': / (?:it|they|users?|people|customers?|button|buttons) /.test(line.cue),
    'too short': content < 2,
    'long': line.words.length > MAX_WORDS,
    'word given': / (?:promised?|volunteer(?:ed)?|offered|agreed to|on the hook|in charge|responsible|down for|owe|up to me|leave (?:it|that) (?:with|to) me) /.test(line.cue),
    'several of you': / (?:you (?:guys|two|all|both|each)|(?:all|both|each|two|one|some) of you) /.test(line.cue),
    'under way': / be (?:just |both |all |mainly )?[a-z]+ing /.test(line.cue),
    'you will': / you (?:will|are going to|are to|are supposed to)(?: all| both| each)? /.test(line.cue),
    'you must': / you (?:need to|have to|should|must|have got to|got to)(?: all| both| each)? /.test(line.cue),
    'you can': / you (?:can|could|might|may|would|want)(?: all| both| each)? /.test(line.cue),
    'we will': handing.kind === 'plans' && / we (?:will|are going to|shall) /.test(line.cue),
  }
  const features = new Map<string, number>(Object.entries(flags).filter(([, present]) => present).map(([name]) => [name, 1]))
  features.set('late', Math.max(0, (line.place - 0.7) / 0.3))
  features.set('last tenth', Math.max(0, (line.place - 0.9) / 0.1))
  features.set('content', Math.min(content, 8) / 8)
  return features
}

/** Talk that ends a meeting or a part of it. */
const ENDING = / (?:next meeting|next time|that is it|see you|wrap up|wrap this up|thank you|thanks|bye|lunch|minutes left|half an hour|thirty minutes|forty minutes|finished|end of the meeting|meet again|come back|back here|instructions|personal coach|e-mail|email) /
/** In lines, to either side. */
const CLOSE = 3
const FAR = 12

/** Work is handed out in runs, at the end of a matter or of the meeting, mostly by one person. */
export function surroundings(lines: readonly Line[], handings: readonly (Handing | null)[]): (at: number) => [string, number][] {
  const count = (test: (line: Line, at: number) => number): ((at: number, reach: number) => number) => {
    const upTo = [0]
    lines.forEach((line, at) => upTo.push((upTo[at] ?? 0) + test(line, at)))
    const up = (to: number): number => upTo[Math.max(0, Math.min(lines.length, to))] ?? 0
    return (at, reach) => up(at + reach + 1) - up(at - reach) - (up(at + 1) - up(at))
  }
  const others = count((_, at) => (handings[at] === null ? 0 : 1))
  const orders = count((_, at) => (handings[at]?.kind === 'assigns' || isPromise(handings[at]) ? 1 : 0))
  const meetings = count(({ cue }) => (NEXT_MEETING.test(cue) ? 1 : 0))
  const actions = count(({ cue }) => (SAYS_ACTION.test(cue) ? 1 : 0))
  const endings = count(({ cue }) => (ENDING.test(cue) ? 1 : 0))
  const named = count(({ cue }) => (cue.includes(' @') ? 1 : 0))
  const chair = chairOf(lines)
  return (at) => [
    ['among others', Math.min(others(at, NEIGHBOURHOOD), 5) / 5],
    ['among orders', Math.min(orders(at, NEIGHBOURHOOD), 3) / 3],
    ['next meeting near', meetings(at, NEIGHBOURHOOD) > 0 ? 1 : 0],
    ['action near', actions(at, NEIGHBOURHOOD) > 0 ? 1 : 0],
    ['orders around', Math.min(orders(at, FAR), 5) / 5],
    ['ends near', Math.min(endings(at, FAR), 3) / 3],
    ['names near', Math.min(named(at, CLOSE), 3) / 3],
    ['by the chair', chair !== null && lines[at]?.speaker === chair ? 1 : 0],
  ]
}
const isPromise = (handing: Handing | null | undefined): boolean => handing?.kind === 'commits' && isWork(handing.verb)

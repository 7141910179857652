import type { Line } from './line.pure.ts'
import { operatingVerbs, runningVerbs, SOFT, workVerbs } from './verbs.pure.ts'

/**
 * How a line hands out work. `verb` is the word that says what is to be done, where the pattern finds it; `owner` says
 * where to look for whose it is.
 */
export interface Handing {
  readonly kind: 'commits' | 'asks' | 'assigns' | 'calls for' | 'plans'
  readonly owner: 'speaker' | 'named' | 'addressee' | 'open'
  readonly verb: string | null
  /** Participant the pattern itself names. */
  readonly person: number | null
  /** The work is in the line before ("Daniel, that's you", "assign that to Priya"). */
  readonly points: boolean
}

type Rule = readonly [kind: Handing['kind'], owner: Handing['owner'], pattern: RegExp, points: boolean]

const V = '(?<verb>[a-z][a-z-]*)'
const P = '@(?<person>[0-9]+)'
/** "and Priya" behind the first name. */
const AND = '(?: and @[0-9]+| and i| and you)?'

const rule = (kind: Handing['kind'], owner: Handing['owner'], source: string, points = false): Rule => [kind, owner, new RegExp(source), points]

/** Most telling first: the first that fits describes the line. */
const RULES: readonly Rule[] = [
  rule('assigns', 'named', `${P} , (?:that is you|that one is yours|this is yours|that is yours|this one is yours|you take (?:that|this)|over to you|can you take (?:that|this|it))`, true),
  rule('assigns', 'named', ` (?:assign|give|hand|leave|pass) (?:that|this|it)(?: one)? (?:to|with) ${P}`, true),
  rule('assigns', 'named', ` (?:action|actions|action item|action point|task|to do|homework|job|next step)s? (?:item |point )?(?:is |goes )?(?:for|on|to) ${P}`),
  rule('assigns', 'named', ` ${P}${AND} (?:is|are) (?:on the hook|responsible|in charge|on point|down) (?:for|of|to)`),
  rule('assigns', 'named', ` ${P}${AND} (?:is|are) (?:going to|supposed to|meant to|due to) (?!be [a-z]+ing )${SOFT}${V}`),
  rule('assigns', 'named', ` (?:let us |we will |we |i will |i would like to |can we |we should |maybe |please )?(?:have|get|ask|let|want|need|would like) ${P}${AND} (?:to )?${SOFT}${V}`),
  rule('assigns', 'named', ` ${P}${AND} (?:will|shall|should|must|can|to|has to|have to|needs to|need to|is to|are to|takes|owns) ${SOFT}${V}`),
  rule('assigns', 'named', ` (?:next steps?|actions?|action items?|to do|to dos|tasks?) (?:is |are |: )?(?:for |that )?${P} (?:: |to |will )?${V}`),
  rule('assigns', 'addressee', ` your (?:next |first |main )?(?:actions?|action items?|tasks?|job|homework|to do|next step) (?:is|are|will be|:) (?:to )?${V}`),
  rule('asks', 'addressee', ' (?:can|could|will|would) you (?:both |all |and @[0-9]+ )?(?:mind )?' + SOFT + V),
  rule('asks', 'addressee', ' (?:would|do) you mind ' + V),
  rule('assigns', 'addressee', ` i (?:want|need|would like|would love) you (?:both |all |guys )?to ${SOFT}${V}`),
  rule('assigns', 'addressee', ` you (?:two |guys |both |all )?(?:will|are going to|should|have to|need to|must|can|could|might want to|want to|ought to) (?!be [a-z]+ing )${SOFT}${V}`),
  rule('assigns', 'addressee', ` you (?:two |guys |both |all )?(?:will|are going to|are) (?:all |both |then |also )?be ${V}ing `),
  rule('assigns', 'named', ` ${P} (?:, [a-z ,]{1,40})?(?:will|is going to) be ${V}ing `),
  rule('assigns', 'open', ` (?:the two|both|all|some|one) of you (?:will|should|have to|need to|must|are going to) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:will|shall) (?:take|have|own) (?:an|the|that|this) (?:action|task|to do)`),
  rule('commits', 'speaker', ' (?:remind me to|my (?:takeaway|action|action item|task|next step|to do|homework|job) (?:is|was|:)) ?(?:to )?' + `${SOFT}(?:${V})?`),
  rule('commits', 'speaker', ' (?:i owe (?:you|them|him|her)|give me until|i am on the hook for|i am responsible for|put me down) '),
  rule('commits', 'speaker', ` i (?:will|shall|am going to|would) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:need to|have to|have got to|got to|should|must|want to|plan to|intend to|am supposed to|am planning to|am happy to|would be happy to|might|can|could|would like to) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:have |just )?(?:promised|agreed|volunteered|offered) to ${V}`),
  rule('commits', 'speaker', ` let me ${SOFT}${V}`),
  rule('calls for', 'open', ` (?:someone|somebody|anyone|anybody|one of us|who) (?:should|needs to|has to|must|could|can|will|to) ${SOFT}${V}`),
  rule('calls for', 'open', ` (?:can|could|will|would) (?:someone|somebody|anyone|anybody|one of you)(?: (?:from|in|on) (?:the )?[a-z]+)? ${SOFT}${V}`),
  rule('calls for', 'open', ` (?:everyone|everybody|all of us|each of us|all of you|each of you|we all|you all) (?:should|needs to|need to|has to|have to|must|will|to|please) ${SOFT}${V}`),
  rule('calls for', 'addressee', ` (?:make sure|be sure|do not forget|remember|try) (?:to ${SOFT}${V}|that |the |you )`),
  rule('calls for', 'open', ` (?:action item|action point|to do|action|next steps?|homework|task) (?::|is to|are to|:? is) ${SOFT}${V}`),
  rule('calls for', 'addressee', ` please ${SOFT}${V}`),
  rule('plans', 'open', ' we (?:will )?need (?:the|a|an|your|their) [a-z -]{1,40} (?:back|by|before|done|ready|signed) '),
  rule('plans', 'open', ` we (?:will|will all|would) (?:need to|have to|want to) ${SOFT}${V}`),
  rule('plans', 'open', ` we (?:need to|have to|have got to|must|should|ought to|are going to|are supposed to|will|want to|need|still need to) ${SOFT}${V}`),
  rule('plans', 'open', ` let us ${SOFT}${V}`),
  rule('plans', 'open', ` (?:needs|need) to be ${V}`),
]
const IMPERATIVE = new RegExp(`^ (?:(?:@(?<person>[0-9]+) |@[0-9]+ and @[0-9]+ ),? ?)?(?:please |so |just |then |first )?${V} `)
const IMPERATIVE_LATE = new RegExp(`[,:;] (?:so |please |just |and )?${V} (?:[a-z]+ing|the|a|an|my|our|your|it|her|him|them|with|out|up|in|@)`)

/** Tails that name who is meant: "…, Priya." */
const ADDRESSED_LATE = /, @(?<person>[0-9]+) (?:,|\.|\?|!|when|if|by|please|so)/

/** How the line hands out work; null when it does not look like it. */
export function handingIn({ cue, named }: Line): Handing | null {
  for (const [kind, owner, pattern, points] of RULES) {
    const groups = pattern.exec(cue)?.groups
    if (groups === undefined && !pattern.test(cue)) continue
    const person = groups?.['person'] === undefined ? null : Number(groups['person'])
    return { kind, owner: person === null ? owner : 'named', verb: baseForm(groups?.['verb'] ?? null), person, points }
  }
  const imperative = IMPERATIVE.exec(cue)?.groups
  const base = imperative?.['verb'] ?? null
  if (base !== null && base !== 'do' && base !== 'have' && base !== 'think' && workVerbs.has(base) && (named.length > 0 || !runningVerbs.has(base))) {
    const person = imperative?.['person'] ?? ADDRESSED_LATE.exec(cue)?.groups?.['person']
    if (person !== undefined) return { kind: 'assigns', owner: 'named', verb: base, person: Number(person), points: false }
    return { kind: 'calls for', owner: 'addressee', verb: base, person: null, points: false }
  }
  const late = named.length > 0 ? (IMPERATIVE_LATE.exec(cue)?.groups?.['verb'] ?? null) : null
  return late !== null && workVerbs.has(late) ? { kind: 'assigns', owner: 'addressee', verb: late, person: null, points: false } : null
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ing$/, ''], [/ing$/, 'e'], [/(.)\1ing$/, '$1'], [/s$/, ''], [/es$/, ''], [/e?d$/, ''], [/d$/, ''],
]

/** "sending" and "sends" → "send", as far as the list of verbs knows them. */
function baseForm(verb: string | null): string | null {
  if (verb === null || workVerbs.has(verb) || runningVerbs.has(verb)) return verb
  return ENDINGS.map(([ending, base]) => verb.replace(ending, base)).find((base) => workVerbs.has(base)) ?? verb
}

/** What makes a look-alike: each pattern with the reason why such a line is no action item. */
const LOOKALIKES: readonly (readonly [string, RegExp])[] = [
  ['negated', / (?:not need|no need|need not|not have to|not going to|will not|would not|should not|can not|could not|never|must not|not want|not be able|not allowed|nobody) /],
  ['missed or past', / (?:should|would|could|might|must) (?:not )?have (?!the|a|an|it|that|some|to|two|three|one|more|another|you|@|your|our|them)| (?:had to|was going to|were going to|was supposed to|were supposed to|used to|already|last week|last month|last year|yesterday|last time|earlier today) /],
  ['conditional', /^ (?:if|unless|suppose|supposing|imagine|when|whenever|once) .* would /],
  ['conditional', / if (?:i|you|we|they|he|she|it|@[0-9x]+|there) (?:had|were|could|would|wanted) /],
  ['opinion or courtesy', / (?:i|you|we) (?:will|would|can|could|should|must|have to|need to|just|only|might|want to)(?: just| only| probably| also)? (?:see|say|admit|be honest|agree|argue|guess|imagine|think|know|mean|understand|appreciate|remember|believe|assume|hope|wonder|love(?! you to)|like(?! you| @| someone)|hate|prefer|tell you|be|bet|rather|hear|want(?! you| @| someone)|enjoy|feel) /],
  ['runs the meeting', / (?:let us|we will|i will|we should|we can|let me|i am going to|we are going to|we need to|we have to|shall we|can we|can you|could you|would you|will you|you can|you want to|i would like to|i want to|please|we could|i can)(?: just| now| all| quickly| first| then| probably| maybe| please| also)? (?:move on|move to|go on|go to|go back|go over|go through|go around|go ahead|come back|get back to (?:the|our|that|this|where)|get started|get going|get to|start|begin|continue|proceed|skip|wrap up|stop|finish|end|pause|take a break|have a break|break|see|look at|hear|talk|speak|discuss|introduce|share (?:my|the|your) screen|show|read|turn to|return|say|repeat|explain|tell|describe|elaborate|summarize|summarise|recap|run through|walk|hand over|hand it|pass|call on|turn it|jump|give you|give it|give the floor|wait|hold|remind|recognize|remember|take you|take questions|take a (?:look|minute|second|moment|vote)|bring up|touch|switch|click|leave|use this|mute|unmute|hear me|note|address my|address the|direct my|ask (?:my|the|a|this) question|put (?:my|the) question|answer (?:that|the|this)) /],
  ['runs the meeting', / (?:next slide|next item|next topic|next question|next point|your screen|my screen|on mute|hear me|see me|point of order|the floor|repeat that|say that again|say again|grab a coffee|a coffee|have lunch|the microphone|your mic) /],
  ['goodbye', / (?:see you|talk to you|talk next|speak to you|speak soon|talk soon|thank you|thanks|good bye|goodbye|bye|have a good|have a nice|have a great|catch up later|will be in touch) /],
  ['how it works', new RegExp(` (?:you|you just|they|users?|people|one|it|customers?|someone) (?:just |only |can |could |will |would |should |need to |have to |must |want to |might |then |simply )+(?:${[...operatingVerbs].join('|')}) `)],
  ['somebody outside', /^ (?:and |but |so |well )?(?:they|he|she|it|users?|people|customers?|the (?:customers?|users?|system|government|server|product|people|client|public|market|consumers?|minister|company)|everything|everyone else|which|that|this|there|these|those) (?:will|would|should|have to|has to|need to|needs to|must|can|could|may|might|is going to|are going to) /],
  ['asks for facts', /^ (?:what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|should|shall|will (?:it|they|he|she|there|that|this|we|the)|would (?:it|they|that|this|we|the|i)|could (?:it|they|we|that|i)|can (?:it|they|we|i)|may i|might) .*\?/],
  ['estimate', / (?:it|that|this|which|they) (?:will|would|should|could|might|is going to)(?: only| probably| just)? (?:take|cost|last) (?:about|around|roughly|at least|up to|maybe|a|an|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]) /],
  ['reminiscence', /^ (?:remember|do you remember) (?:last|when|that|how|the time)/],
  ['asks for facts', /^ (?:do|did|does|have|are|is) (?:you|we|they|i|it) /],
  ['runs the meeting', / (?:make (?:this|it) quick|keep (?:this|it) (?:short|quick|brief)|review what we|recap what|what i am going to|just have a look|use the whiteboard) /],
  ['wish', / (?:users?|customers?|people|they|he|she) (?:would like|want|wants|would want|need|needs|like) to /],
]

export const lookalikesIn = ({ cue }: Line): string[] => [...new Set(LOOKALIKES.filter(([, pattern]) => pattern.test(cue)).map(([name]) => name))]

export const isWork = (verb: string | null): boolean => verb !== null && workVerbs.has(verb)
export const isRunning = (verb: string | null): boolean => verb !== null && runningVerbs.has(verb)
/** Verbs about knowing and feeling: no work, whoever says them. */
const MENTAL = new Set('be see think know mean guess say want like love hope feel agree understand believe assume imagine remember prefer wonder admit hate seem look need have'.split(' '))
export const isMental = (verb: string | null): boolean => verb !== null && MENTAL.has(verb) && verb !== 'look' && verb !== 'have'

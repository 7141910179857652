import { cuePattern, CuePattern, cuesOf, said, type Said } from './cue-pattern.pure.ts'
import { foreignHandingIn } from './foreign-cues.pure.ts'
import type { Line } from './line.pure.ts'
import { onceALine } from './once.pure.ts'
import { operatingVerbs, runningVerbs, SOFT, workVerbs } from './verbs.pure.ts'

/**
 * How a line hands out work. `verb` is the word that says what is to be done, where the pattern finds it; `owner` says
 * where to look for whose it is.
 */
export interface Handing {
  readonly kind: 'commits' | 'asks' | 'assigns' | 'calls for' | 'plans' | 'hints' | 'unannounced'
  readonly owner: 'speaker' | 'named' | 'addressee' | 'open'
  readonly verb: string | null
  /** Participant the pattern itself names. */
  readonly person: number | null
  /** The work is in the line before ("Daniel, that's you", "assign that to Priya"). */
  readonly points: boolean
  /** Where in the line it stands, 0 to 1. */
  readonly about: number
}

type Rule = readonly [kind: Handing['kind'], owner: Handing['owner'], pattern: CuePattern, points: boolean]

const V = '(?<verb>[a-z][a-z-]*)'
/** A participant, or somebody who only a name was heard of. */
const P = '@(?<person>[0-9]+|x)'
/** "and Priya" behind the first name. */
const AND = '(?: and @[0-9x]+| and i| and you)?'
/** A person by what they do: "the industrial designer", "our legal department". */
const ROLE = '(?:the|our|your|both|my) (?:[a-z-]+ ){0,3}(?:managers?|designers?|experts?|developers?|engineers?|specialists?|executives?|leads?|team|department|group|person|assistant|secretary|director|officer|analysts?|coach|architects?|researchers?|interns?|students?)'

const rule = (kind: Handing['kind'], owner: Handing['owner'], source: string, points = false): Rule => [kind, owner, cuePattern(source), points]

/** Work asked for by what is to be there at its end: "I want the venue confirmed", "we'll need your numbers by Friday". */
const RESULT = '(?:the|your|those|these|all|this|that|our|my|a|an) (?:[a-z-]+ ){1,6}(?:by|before|back|from you|confirmed|done|finished|signed|sorted|ready|fixed|finalised|finalized|sent|checked|printed|cleaned|updated|booked|paid)'

/** Most telling first: the first that fits describes the line. */
const RULES: readonly Rule[] = [
  rule('commits', 'speaker', ' you (?:will|are going to|should|can) (?:have|get|hear|receive) (?:[a-z-]+ ){0,6}from me '),
  rule('assigns', 'named', ` ${P} (?:has |have )?(?:said|promised|agreed|offered|volunteered|says) (?:that )?(?:to |(?:she|he|they) (?:would|will|can|could) )${SOFT}${V}`),
  rule('assigns', 'named', ` ${P} (?:was|is|has been|were) (?:kind|nice|good) enough to (?:offer to )?${SOFT}${V}`),
  rule('assigns', 'addressee', ' you (?:are|will be|will all be) (?:in charge of|responsible for|on the hook for|looking after|down for) '),
  rule('assigns', 'named', `${P} , (?:that is you|that one is yours|this is yours|that is yours|this one is yours|you take (?:that|this)|over to you|can you take (?:that|this|it))`, true),
  rule('assigns', 'named', ` (?:that|this)(?: one)? is (?:yours|for you) , ${P} , (?:the|our|your|a) `),
  rule('assigns', 'named', ` (?:that|this)(?: one)? is (?:yours|for you) , ${P}`, true),
  rule('assigns', 'named', `${P} , (?:can|could|would|will) you (?:please )?(?:take|handle|do|own|look after|look into|deal with|see to|sort)(?: out)? (?:that|this|it)(?: one)? [?.]`, true),
  rule('assigns', 'named', `${P} , (?:you |please )?(?:do|take|handle|own) (?:that|it|this)(?: one)?(?: please)? [.!]`, true),
  rule('assigns', 'named', ` (?:it|that) is (?:on|up to|down to) ${P} to ${SOFT}${V}`),
  rule('assigns', 'named', `[,:;–—] (?:and |but |so )?(?:that|this|it|which)(?: one)? (?:is|stays|goes|sits) (?:with|to) ${P} `),
  rule('assigns', 'named', `^ (?:and |so )?(?:that|this)(?: one)? (?:is|stays|goes|sits) (?:with|to) ${P} [.!]`, true),
  rule('assigns', 'named', ` ${P} (?:job|task|action|homework|next step|to do) (?:is|will be) (?:to )?${SOFT}${V}`),
  rule('assigns', 'named', ` (?:assign|give|hand|leave|pass) (?:that|this|it)(?: one)? (?:to|with) ${P}`, true),
  rule('assigns', 'named', ` (?:action|actions|action item|action point|task|to do|homework|job|next step)s? (?:item |point )?(?:is |goes )?(?:for|on|to) ${P}`),
  rule('assigns', 'named', ` ${P}${AND} (?:is|are) (?:on the hook|responsible|in charge|on point|down) (?:for|of|to)`),
  rule('assigns', 'named', ` ${P}${AND} (?:(?:is|are) )?(?:going to|supposed to|meant to|due to) (?!be [a-z]+ing )${SOFT}${V}`),
  rule('assigns', 'named', ` (?:let us |we will |we |i will |i would like to |can we |we should |maybe |please )?(?:have|get|let|want|need|would like) ${P}${AND} (?:to )?${SOFT}${V}`),
  // "I'll ask Jonas to draw it" is work for Jonas; "I'll ask Jonas from the platform team" is not.
  rule('assigns', 'named', ` ask ${P}${AND} to ${SOFT}${V}`),
  rule('assigns', 'named', ` ${P}${AND} (?:will|shall|should|must|can|to|has to|have to|needs to|need to|is to|are to|takes|owns) ${SOFT}${V}`),
  rule('assigns', 'named', ` (?:next steps?|actions?|action items?|to do|to dos|tasks?) (?:is |are |: )?(?:for |that )?${P} (?:: |to |will )?${V}`),
  rule('assigns', 'addressee', ` your (?:next |first |main )?(?:actions?|action items?|tasks?|job|homework|to do|next step) (?:is|are|will be|:) (?:to )?${V}`),
  rule('assigns', 'open', ` ${ROLE} (?:will|shall|should|must|is going to|are going to|has to|have to|need to|needs to|is to|are to) (?!be [a-z]+ed )(?:be )?${SOFT}${V}`),
  rule('assigns', 'named', ` ${P} , you (?!are |were |had |said |know |see |mean |did |have |do |was |want |like |think )${SOFT}${V} `),
  rule('assigns', 'named', ` ${P} ${V.replace('[a-z-]*', '[a-z-]+s')} (?:the|a|an|our|up|out) `),
  rule('assigns', 'named', ` ${P}${AND} (?:gets?|does|do|takes?|has|have) (?:the|to) `),
  rule('assigns', 'open', ` (?:the two|both|all|each|some|one) of you (?:get|gets|have|has) to ${V}`),
  rule('asks', 'addressee', ' (?:can|could|will|would) you (?:both |all |two |guys |and @[0-9]+ )?(?:mind )?' + SOFT + V),
  rule('asks', 'addressee', ' (?:would|do) you mind ' + V),
  rule('assigns', 'addressee', ' i (?:will|am) (?:put|putting) you down (?:for|to) '),
  rule('asks', 'addressee', ` (?:can|could|may) i (?:just )?ask you (?:both |all )?to ${SOFT}${V}`),
  rule('assigns', 'addressee', ` i (?:will |would |am )?(?:still )?(?:need|expect|want|would like|waiting for) (?:the|your|a|an|those|that|these|all) [a-z -]{1,40} (?:from you|back)`),
  rule('assigns', 'addressee', ` i (?:want|need|would like|would love) you (?:both |all |guys )?to ${SOFT}${V}`),
  rule('assigns', 'addressee', ` you (?:two |guys |both |all |each )?(?:will|are going to|should|have to|need to|must|can|could|might want to|want to|ought to|are supposed to) (?!be [a-z]+ing |(?:get|have|receive|hear|see|find) (?:it|them|this|that|the|a|an|more|from) )${SOFT}${V}`),
  rule('assigns', 'addressee', ` you (?:two |guys |both |all |each )?(?:will|are going to) (?:all |both |then |also |just )?be (?:just )?${V}ing `),
  rule('assigns', 'named', ` ${P}${AND} (?:, [a-z ,]{1,40})?(?:will|is going to|are going to|going to) be ${V}ing `),
  rule('asks', 'addressee', ` if you (?:could|can|would) ${SOFT}${V} .{1,120} (?:that|it) would be `),
  rule('asks', 'addressee', ` (?:i|we) (?:will |would |do )?(?:need|want|expect|would like|must have) ${RESULT} `),
  rule('calls for', 'open', ` who (?:is|will be) (?:going to be )?${V}ing (?:the|a|an|our|your|up|out|to|for|with) `),
  rule('asks', 'addressee', ` (?:good|great|nice|helpful|interesting|useful|lovely|appreciate it) if you (?:could|can|would) ${SOFT}${V}`),
  rule('assigns', 'addressee', ` you (?:two |guys |both |all )?(?:will|are going to) (?:all |both |then |also |just )?be (?:together |both |mainly |just )?(?:getting|${V}ing) `),
  rule('asks', 'speaker', ` (?:do|would) you (?:want|like) me to ${SOFT}${V}`),
  rule('assigns', 'open', ` (?:the two|both|all|some|one) of you (?:will|should|have to|need to|must|are going to) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:will|shall) (?:take|have|own) (?:an|the|that|this) (?:action|task|to do)`),
  rule('commits', 'speaker', ' (?:remind me to|my (?:takeaway|action|action item|task|next step|to do|homework|job) (?:is|was|:)) ?(?:to )?' + `${SOFT}(?:${V})?`),
  rule('commits', 'speaker', ` (?:action|actions|action item|action point|task|to do|job|next step)s? (?:item |point )?(?:is |goes )?(?:for|on|to) me (?:: |, |is |to ){0,2}(?:${V})?`),
  rule('commits', 'speaker', ` (?:it|that) is (?:on|up to|down to) me to ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:have |just )?promised (?:the|you|them|him|her|our|my|@[0-9x]+) `),
  rule('commits', 'speaker', ` i (?:would|had) better ${SOFT}${V}`),
  rule('commits', 'speaker', ' (?:i owe (?:you|them|him|her)|give me (?:until|till)|i am on the hook for|i am responsible for|put me down) '),
  rule('commits', 'speaker', ` i (?:will|shall|am going to|would) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:need to|have to|have got to|got to|should|must|want to|plan to|intend to|am supposed to|am planning to|am happy to|would be happy to|might|can|could|would like to) ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:have |just )?(?:promised|agreed|volunteered|offered) to ${V}`),
  rule('commits', 'speaker', ` let me ${SOFT}${V}`),
  rule('commits', 'speaker', ` i (?:have|have got|have only|have about) (?:[a-z0-9-]+ ){1,3}(?:minutes?|hours?|days?|weeks?|time) (?:left |more )?to ${SOFT}${V}`),
  rule('commits', 'speaker', ' (?:is|are|falls|fall) (?:in|on|under|within|with) my (?:department|side|plate|list|responsibility|job|area|part|desk) '),
  rule('calls for', 'open', ` (?:need|want|looking for) (?:someone|somebody|anyone|anybody) to ${SOFT}${V}`),
  rule('calls for', 'open', ` would (?:someone|somebody|anyone|anybody|one of you) mind ${V}`),
  rule('calls for', 'open', ` (?:someone|somebody|anyone|anybody|one of us|who) (?:should|ought to|needs to|has to|must|could|can|will|to|is going to|wants to) ${SOFT}${V}`),
  rule('calls for', 'open', ` (?:can|could|will|would) (?:someone|somebody|anyone|anybody|one of you)(?: (?:from|in|on) (?:the )?[a-z]+)? ${SOFT}${V}`),
  rule('calls for', 'open', ` (?:everyone|everybody|all of us|each of us|all of you|each of you|we all|you all) (?:should|needs to|need to|has to|have to|must|will|please) ${SOFT}${V}`),
  rule('calls for', 'addressee', ` (?:make sure|be sure|do not forget|remember|try) (?:to ${SOFT}${V}|that |the |you )`),
  rule('calls for', 'open', ` (?:action item|action point|to do|action|next steps?|homework|task) (?::|is to|are to|:? is) ${SOFT}${V}`),
  rule('calls for', 'addressee', ` please ${SOFT}${V}`),
  rule('plans', 'open', ' we (?:will )?need (?:the|a|an|your|their) [a-z -]{1,40} (?:back|by|before|done|ready|signed) '),
  rule('plans', 'open', ` we (?:will|will all|would) (?:need to|have to|want to) ${SOFT}${V}`),
  rule('plans', 'open', ` we (?:need to|have to|have got to|must|should|ought to|are going to|are supposed to|will|want to|need|still need to) ${SOFT}${V}`),
  rule('plans', 'open', ` let us ${SOFT}${V}`),
  rule('plans', 'open', ` (?:needs to|need to|has to|have to|ought to|must) be (?:with |at |in |on |out |back |ready |done |up )?(?:${V})?`),
]
/** "Plan b" is no order. */
const IMPERATIVE = new RegExp(`^ (?:(?:@(?<person>[0-9]+) |@[0-9]+ and @[0-9]+ ),? ?)?(?:please |so |just |then |first )?${V} (?![b-hj-z] )`)
const IMPERATIVE_LATE = new RegExp(`[,:;] (?:so |please |just |and )?${V} (?:[a-z]+ing|the|a|an|my|our|your|it|her|him|them|with|out|up|in|@)`)

/** Tails that name who is meant: "…, Priya." */
const ADDRESSED_LATE = /, @(?<person>[0-9]+) (?:,|\.|\?|!|when|if|by|please|so)/

/** Where another clause with a subject of its own begins; what makes one clause a look-alike says nothing of the next. */
const CLAUSE = / (?:(?<! @[0-9x]{1,3} )[,;:.?!–—] (?:(?:and|but|so|or|because|then|cause) )?(?=(?:i|you|we|they|he|she|it|let us|please|there|everyone|everybody|@[0-9x]+ (?:will|can|could|should|is|has|needs|to)) )|(?:and|but|so) (?=(?:i|you|we|they|he|she|it) (?:will|would|can|could|should|need|have|are|am|is|must) ))/
/** False for what is negated, past, conditional, asks for facts or runs the meeting. */
export const looksLikeWork = (line: Line): boolean => !LINE_LOOKALIKES.some(line) && (!CLAUSE_LOOKALIKES.some(line) || SENDS_IT.test(line))

const KINDS: readonly Handing['kind'][] = ['assigns', 'commits', 'asks', 'calls for', 'plans', 'hints']

/** How the line hands out work; null when it does not look like it, or only looks like it. */
export const handingIn = onceALine((line): Handing | null => {
  if (LINE_LOOKALIKES.some(line)) return null
  let from = 0
  const found: Handing[] = []
  const clauses = line.cue.split(CLAUSE)
  for (const clause of clauses) {
    const part = clauses.length === 1 ? line : said(clause.trim().split(' '))
    const about = (line.cue.indexOf(clause, from) + clause.length / 2) / line.cue.length
    from += clause.length
    const handing = CLAUSE_LOOKALIKES.some(part) && !SENDS_IT.test(part) ? null : handingOf(part, line.named)
    if (handing !== null) found.push({ ...handing, about })
  }
  const place = ({ kind, verb }: Handing): number => KINDS.indexOf(kind) + (isWork(verb) && !isRunning(verb) ? 0 : 0.5)
  return found.toSorted((a, b) => place(a) - place(b))[0] ?? foreignHandingIn(line)
})

const numberOf = (person: string | undefined): number | null => (person === undefined || person === 'x' ? null : Number(person))

/** Said between a pronoun and its verb; without them the same rules fit. */
const BETWEEN = /(?<= (?:i|you|we|will|have|need|@[0-9x]{1,3}) )(?:still|also|really|just|then|now|probably|definitely|certainly|always|simply|quickly) /g
const HAS_BETWEEN = new CuePattern(/ (?:still|also|really|just|then|now|probably|definitely|certainly|always|simply|quickly) /)

function handingOf(part: Said, named: readonly number[]): Omit<Handing, 'about'> | null {
  const cue = HAS_BETWEEN.test(part) ? part.cue.replace(BETWEEN, '') : part.cue
  const bare = cue === part.cue ? part : said(cue.trim().split(' '))
  for (const [kind, owner, pattern, points] of RULES) {
    const found = pattern.exec(bare)
    if (found === null) continue
    const { groups } = found
    const person = numberOf(groups?.['person'])
    return { kind, owner: person !== null ? 'named' : owner === 'named' ? 'open' : owner, verb: baseForm(groups?.['verb'] ?? null), person, points }
  }
  const imperative = IMPERATIVE.exec(cue)?.groups
  const base = imperative?.['verb'] ?? null
  if (base !== null && base !== 'do' && base !== 'have' && base !== 'think' && workVerbs.has(base) && (named.length > 0 || !runningVerbs.has(base))) {
    const person = numberOf(imperative?.['person'] ?? ADDRESSED_LATE.exec(cue)?.groups?.['person'])
    if (person !== null) return { kind: 'assigns', owner: 'named', verb: base, person, points: false }
    return { kind: 'calls for', owner: 'addressee', verb: base, person: null, points: false }
  }
  const late = named.length > 0 ? (IMPERATIVE_LATE.exec(cue)?.groups?.['verb'] ?? null) : null
  if (late !== null && workVerbs.has(late)) return { kind: 'assigns', owner: 'addressee', verb: late, person: null, points: false }
  return hintIn(bare.cueWords)
}

const MARKERS = new Set('will shall must should need needs would could can might may to please'.split(' '))
const OPENS_INFINITIVE = new Set('have has going got need needs supposed meant want wants like better ought try trying able happy plan job task next step action'.split(' '))
const OTHERS = new Set('they he she it that this there people users user which who these those customers everything something nothing what not'.split(' '))
/** A verb stands so close behind what announces it. */
const HINT_REACH = 4

/** No known way to hand out work, but something is to be done, and by none of the others. */
function hintIn(words: readonly string[]): Omit<Handing, 'about'> | null {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!MARKERS.has(word) || (word === 'to' && !OPENS_INFINITIVE.has(words[at - 1] ?? '') && at > 0)) continue
    const before = words.slice(Math.max(0, at - 4), at)
    if (before.some((one) => OTHERS.has(one))) continue
    const verb = words.slice(at + 1, at + 1 + HINT_REACH).map(baseForm).find((one) => isWork(one) && !isRunning(one)) ?? null
    if (verb === null) continue
    const subject = before.findLast((one) => one === 'i' || one === 'you' || /^@[0-9]/.test(one))
    const owner = subject === 'i' ? 'speaker' : subject === 'you' ? 'addressee' : subject === undefined ? 'open' : 'named'
    return { kind: 'hints', owner, verb, person: owner === 'named' ? numberOf(subject?.slice(1)) : null, points: false }
  }
  return null
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ing$/, ''], [/ing$/, 'e'], [/(.)\1ing$/, '$1'], [/s$/, ''], [/es$/, ''], [/e?d$/, ''], [/d$/, ''],
  // A pattern that ends in "ing" leaves "prepar" and "gett".
  [/$/, 'e'], [/(.)\1$/, '$1'],
]

/** "sending" and "sends" → "send", as far as the list of verbs knows them. */
function baseForm(verb: string | null): string | null {
  if (verb === null || workVerbs.has(verb) || runningVerbs.has(verb)) return verb
  return ENDINGS.map(([ending, base]) => verb.replace(ending, base)).find((base) => workVerbs.has(base)) ?? verb
}

/** What makes a look-alike: each pattern with the reason why such a clause is no action item. */
const CLAUSE_LOOKALIKES = cuesOf(
  ['negated', / (?:not need|no need|need not|not have to|not going to|will not|would not|should not|can not|could not|never|must not|not want|not be able|not allowed|nobody) /],
  ['missed or past', / (?:should|would|could|might|must) (?:not )?have (?!the|a|an|it|that|some|to|two|three|one|more|another|you|@|your|our|them)| (?:had to|was going to|were going to|was supposed to|were supposed to|used to|already|last week|last month|last year|yesterday|last time|earlier today) /],
  ['opinion or courtesy', / (?:i|you|we) (?:will|would|can|could|should|must|have to|need to|just|only|might|want to)(?: just| only| probably| also)? (?:see|say|admit|be honest|agree|argue|guess|imagine|think|know|mean|understand|appreciate|remember|believe|assume|hope|wonder|love(?! you to)|like(?! you| @| someone)|hate|prefer|tell you|be(?! [a-z]+ing | able to )|bet|rather|hear|want(?! you| @| someone)|enjoy|feel) /],
  ['runs the meeting', / (?:let us|we will|i will|we should|we can|let me|i am going to|we are going to|we need to|we have to|shall we|can we|can you|could you|would you|will you|you can|you want to|i would like to|i want to|please|we could|i can)(?: just| now| all| quickly| first| then| probably| maybe| please| also)? (?:move on|move to|go on|go to|go back|go over|go through|go around|go ahead|come back|get back to (?:the|our|that|this|where)|get started|get going|get to|start|begin|continue|proceed|skip|wrap up|stop|finish|end|pause|take a break|have a break|break|see|look at|hear|talk(?! (?:to|with) @)|speak(?! (?:to|with) @)|discuss|introduce|share (?:my|the|your) screen|show|read|turn to|return|say|repeat|explain|tell(?! (?:the|our|my|them|him|her|his|everyone|everybody|all|both|@))|describe|elaborate|summarize|summarise|recap|run through|walk|hand over|hand it|pass|call on|turn it|jump|give you|give it|give the floor|wait|hold|remind|recognize|remember|take you|take questions|take a (?:look (?:at (?:the|this|that) (?:slide|agenda|screen|next|board)|here|now)|minute|second|moment|vote)|bring up|touch|switch|click|leave|use this|mute|unmute|hear me|note|address my|address the|direct my|ask (?:my|the|a|this) question|put (?:my|the) question|answer (?:that|the|this)) /],
  ['runs the meeting', / (?:next slide|next item|next topic|next question|next point|your screen|my screen|on mute|hear me|see me|point of order|(?:have|has|give|take|yield) the floor|repeat that|say that again|say again|grab a coffee|a coffee|have lunch|the microphone|your mic) /],
  ['how it works', new RegExp(` (?:you|you just|they|users?|people|one|it|customers?|someone) (?:just |only |can |could |will |would |should |need to |have to |must |want to |might |then |simply )+(?:${[...operatingVerbs].join('|')}) `)],
  ['somebody outside', /^ (?:and |but |so |well )?(?:they|he|she|it|users?|people|customers?|the (?:customers?|users?|system|government|server|product|people|client|public|market|consumers?|minister|company)|everything|everyone else|which|that|this|there|these|those) (?:will|would|should|have to|has to|need to|needs to|must|can|could|may|might|is going to|are going to) /],
  ['estimate', / (?:it|that|this|which|they) (?:will|would|should|could|might|is going to)(?: only| probably| just)? (?:take|cost|last) (?:about|around|roughly|at least|up to|maybe|a|an|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]) /],
  ['runs the meeting', / (?:make (?:this|it) quick|keep (?:this|it) (?:short|quick|brief)|review what we|recap what|what i am going to|just have a look|use the whiteboard|(?:ask|take|put) (?:her|his|your|their|my|our|the|some|any)(?: next| first| last)? questions?|(?:one|a|another) last (?:chance|question|word)|time for questions|(?:a|one|another) (?:short |quick |brief |last )?question) /],
  ['wish', / (?:users?|customers?|people|they|he|she) (?:would like|want|wants|would want|need|needs|like) to /],
)
/** These make a look-alike of the whole sentence. */
const LINE_LOOKALIKES = cuesOf(
  ['put off', / (?:let us|we will|we can|we should|we could) (?:just |then )?(?:decide|discuss|talk|see|park|leave|revisit)(?: about| on| to)? (?:that|it|this|these|those)(?: one)? (?:for )?(?:next time|later|another time|another day|next week|some other time|tomorrow|in the next) /],
  ['conditional', /^ (?:if|unless|suppose|supposing|imagine|when|whenever|once) .* would /],
  ['conditional', /^ (?:suppose|supposing|imagine|let us say|let us assume|assume|picture) /],
  ['conditional', /(?<! (?:good|great|nice|helpful|interesting|useful|lovely|appreciate it|maybe|and)) if (?:i|you|we|they|he|she|it|@[0-9x]+|there) (?:had|were|could|would|wanted) (?!.{1,120} (?:that|it) would be (?:great|good|nice|helpful|useful|lovely|perfect|brilliant|appreciated|wonderful|amazing|fantastic|kind) )/],
  ['goodbye', / (?:see you|talk to you|talk next|speak to you|speak soon|talk soon|thank you|thanks|good bye|goodbye|bye|have a good|have a nice|have a great|catch up later|will be in touch) /],
  ['asks for facts', /^ (?:what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|should|shall|will (?:it|they|he|she|there|that|this|we|the)|would (?:it|they|that|this|we|the|i)|could (?:it|they|we|that|i)|can (?:it|they|we|i(?! (?:just )?ask you to))|may i(?! ask you to)|might) .*\?/],
  ['reminiscence', /^ (?:remember|do you remember) (?:last|when|that|how|the time)/],
  ['asks for facts', /^ (?:do|did|does|have|are|is) (?:you|we|they|i|it) /],
)

/** "Let me summarise that and send it around": what is done here leaves the room. */
const SENDS_IT = new CuePattern(/ (?:let me|i will|i am going to) .* and (?:then )?(?:send|share|circulate|e-?mail|forward|distribute|publish|post|mail) (?:it|that|them|this|the|you|a|my|our) /)

export const isWork = (verb: string | null): boolean => verb !== null && workVerbs.has(verb)
export const isRunning = (verb: string | null): boolean => verb !== null && runningVerbs.has(verb)
/** Verbs about knowing and feeling: no work, whoever says them. */
const MENTAL = new Set('be see think know mean guess say want like love hope feel agree understand believe assume imagine remember prefer wonder admit hate seem look need have'.split(' '))
export const isMental = (verb: string | null): boolean => verb !== null && MENTAL.has(verb) && verb !== 'look' && verb !== 'have'

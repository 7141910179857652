import type { TemplateSection } from '../../../../src-shared/domain/template.ts'
import { contentStems } from '../evidence/words.pure.ts'

/** What speaks for a line's place in a section: patterns over the cue text, and stems it may share with the section's own words. */
export interface SectionCues {
  readonly patterns: readonly RegExp[]
  readonly stems: ReadonlySet<string>
  readonly questions: boolean
  /** A line with this is never of the section. */
  readonly never?: RegExp | undefined
}

const BLOCKED = / (?:blocked|blockers?|blocking|waiting (?:for|on)|stuck|can not|depends? on|need (?:help|access|input|approval)|broken|fails?|failing|delayed|missing|in the way|slows? (?:me|us)|held up|problems?|issues?) /
const WILL = / (?:i will|we will|i am going to|we are going to|next steps?|follow up|send (?:you|me|us|over|the)|schedule|trial|pilot|set up|get back to|let us (?:meet|set|book|start)|next week|tomorrow) /

/** By heading, in lower case; a custom section borrows from the one whose heading shares a word with its own. */
const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  'how it is going': [/ (?:feel|feeling|happy|tired|stressed|stressful|excited|frustrated|overwhelmed|workload|morale|enjoy|enjoying|enjoyed|going well|went well|balance|has been (?:good|hard|busy|great|difficult|rough)|too much|busy) /],
  progress: [/ (?:finished|completed|shipped|delivered|launched|released|progress|achieved|closed|signed|done with|is done|are done) /],
  obstacles: [BLOCKED],
  feedback: [/ (?:feedback|well done|good job|great job|great work|good work|appreciate|appreciated|proud|could be better|could have been|would like you to|keep doing|impressed|you did|helped (?:me|us) a lot|improve) /],
  'growth and goals': [/ (?:goals?|career|promotion|promoted|learn|learning|training|course|grow|growth|skills?|mentor|responsibility|responsibilities|objectives?|certificate|certification|conference|want to become|lead role) /],
  done: [/ (?:yesterday|finished|completed|merged|fixed|deployed|released|shipped|reviewed|closed|is done|are done|worked on|wrote|tested|migrated|last week|i did (?!not)|we did (?!not)) ?/],
  next: [/ (?:today i|today we|i will|we will|i am going to|next i|next up|plan to|planning to|am working on|continue|will start|tomorrow) /],
  blockers: [BLOCKED],
  'background and experience': [/ (?:i worked|i have worked|years? (?:of|as|at|in)|experience|my (?:last|previous|current) (?:job|role|company|team)|i studied|degree|graduated|university|i led|i managed|i built|responsible for|i joined|i ran|worked (?:as|at|for)) /],
  strengths: [/ (?:good at|strengths?|skilled|expert|fluent|proficient|familiar with|certified|proud of|comfortable with|i enjoy|i love|successfully) /],
  concerns: [/ (?:weakness|weaknesses|struggle|struggled|difficult|never (?:used|done|worked)|no experience|have not (?:used|done|worked)|not familiar|gaps?|lack|worried|concern|concerns|hard for me|risks?) /],
  'wishes and terms': [/ (?:looking for|interested in|would like to|i want to|salary|notice period|start (?:in|on|from)|remote|full-time|part-time|hope to|move to|relocate|expect) /],
  'questions asked': [],
  needs: [/ (?:need|needs|looking for|we want|problem|problems|pain|struggle|struggling|currently|right now we|today we|challenge|requirements?|by hand|manual|manually|too slow|takes us|wish) /],
  'budget and timing': [/ (?:budget|price|prices|pricing|costs?|quote|euros?|dollars?|pounds?|discount|per (?:month|year|seat|user)|quarter|deadline|timeline|go live|renewal|by the end of|invoice) /],
  objections: [/ (?:concern|concerns|concerned|worried|too expensive|not sure|however|risk|risks|security|compliance|competitors?|already (?:use|have)|hesitant|lock-in|not convinced|doubt) /],
  'who decides': [/ (?:decides?|decision|approve|approval|approves|sign off|signs|board|procurement|legal|my boss|cfo|cto|ceo|director|management) /],
  'next steps': [WILL],
  'key ideas': [/ (?:important|importantly|key|main|idea|ideas|means that|the point|principles?|theorem|law|rule|therefore|conclusion|remember|in short|essentially|result|always|because) /],
  terms: [/ (?:is called|are called|is defined|are defined|definition|we define|refers to|known as|stands for|this means|by definition|the term|is the (?:name|word)) /],
  examples: [/ (?:for example|for instance|such as|imagine|suppose|example|examples|think of|in the case of|consider) /],
  questions: [],
  'to read or do': [/ (?:read|reading|chapter|homework|exercise|exercises|assignment|paper|exam|textbook|hand in|next lecture|problem set|due|prepare) /],
  risks: [/ (?:risks?|danger|worst case|if (?:it|this|that) fails|might fail|concern|worried) /],
  decisions: [/ (?:decided|agreed|going with|decision|we will go with|settled) /],
}
/** What is still to come is not done. */
const FUTURE = / (?:i will|we will|i am going to|we are going to|let us|should|could|would) /
const PRAISE = / (?:i will|nice|good|great|funny) /
const NEVER: Readonly<Record<string, RegExp>> = { done: FUTURE, progress: FUTURE, obstacles: PRAISE, blockers: PRAISE }
const ASKING = new Set(['questions asked', 'questions'])

/** @param section built in, or typed by a person */
export function cuesOf({ heading, ask }: TemplateSection, custom: boolean): SectionCues {
  const name = heading.toLowerCase()
  if (!custom) return { patterns: PATTERNS[name] ?? [], stems: new Set(), questions: ASKING.has(name), never: NEVER[name] }
  const stems = new Set(contentStems(`${heading} ${ask}`))
  const ofHeading = new Set(contentStems(heading))
  const borrowed = Object.keys(PATTERNS).filter((known) => contentStems(known).some((stem) => ofHeading.has(stem)))
  return { patterns: borrowed.flatMap((known) => PATTERNS[known] ?? []), stems, questions: borrowed.some((known) => ASKING.has(known)) }
}

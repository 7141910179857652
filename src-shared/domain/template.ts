import { z } from 'zod'

/** The kinds of notes there are: which named sections stand beside overview, decisions, action items and open questions. */
export const TEMPLATE_NAMES = ['general', 'one-to-one', 'stand-up', 'interview', 'sales-call', 'lecture', 'custom'] as const
export const templateNameSchema = z.enum(TEMPLATE_NAMES)
export type TemplateName = z.infer<typeof templateNameSchema>

export const MAX_CUSTOM_CHARACTERS = 1200
export const MAX_CUSTOM_SECTIONS = 6

export const LENGTHS = ['short', 'usual', 'long'] as const
export const TONES = ['plain', 'formal', 'friendly'] as const
/** How notes are written, whatever sections they have. The built-in engine quotes, so of these only the length is its own. */
export const mannerSchema = z.object({
  length: z.enum(LENGTHS).optional(),
  tone: z.enum(TONES).optional(),
  /** A language tag such as `de` or `pt-BR`; the transcript's own where nothing is said. */
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/).optional(),
})
export type Manner = z.infer<typeof mannerSchema>

/** `custom` is what the person typed: a section a line, "Heading" or "Heading: what belongs there". */
export const templateChoiceSchema = z
  .object({ name: templateNameSchema, custom: z.string().max(MAX_CUSTOM_CHARACTERS).optional(), manner: mannerSchema.optional() })
  .refine(({ name, custom }) => name !== 'custom' || customSections(custom ?? '').length > 0, 'a custom template has at least one section')
export type TemplateChoice = z.infer<typeof templateChoiceSchema>

/** A named section; `ask` says what belongs there, in words for a model. */
export interface TemplateSection {
  readonly heading: string
  readonly ask: string
}

const BUILT_IN: Record<Exclude<TemplateName, 'custom'>, readonly TemplateSection[]> = {
  general: [],
  'one-to-one': [
    { heading: 'How it is going', ask: 'how the person feels about work, workload and the team' },
    { heading: 'Progress', ask: 'what has been achieved or finished' },
    { heading: 'Obstacles', ask: 'what is in the way, and what help is needed' },
    { heading: 'Feedback', ask: 'praise and criticism, in either direction' },
    { heading: 'Growth and goals', ask: 'goals, learning, role and career' },
  ],
  'stand-up': [
    { heading: 'Done', ask: 'what was finished since the last time, saying by whom' },
    { heading: 'Next', ask: 'what will be worked on now, saying by whom' },
    { heading: 'Blockers', ask: 'what keeps somebody from going on' },
  ],
  interview: [
    { heading: 'Background and experience', ask: 'what the candidate has done and learnt' },
    { heading: 'Strengths', ask: 'what the candidate is good at' },
    { heading: 'Concerns', ask: 'gaps, difficulties and doubts that were spoken of' },
    { heading: 'Wishes and terms', ask: 'what the candidate wants: role, pay, place, start' },
    { heading: 'Questions asked', ask: 'what was asked of the other side' },
  ],
  'sales-call': [
    { heading: 'Needs', ask: 'what the customer needs and what is wrong today' },
    { heading: 'Budget and timing', ask: 'money, dates and deadlines' },
    { heading: 'Objections', ask: 'doubts, risks and competitors the customer speaks of' },
    { heading: 'Who decides', ask: 'who decides and how' },
    { heading: 'Next steps', ask: 'what was agreed to happen next' },
  ],
  lecture: [
    { heading: 'Key ideas', ask: 'the main statements' },
    { heading: 'Terms', ask: 'terms that were defined, with their definition' },
    { heading: 'Examples', ask: 'examples that were given' },
    { heading: 'Questions', ask: 'questions that were raised' },
    { heading: 'To read or do', ask: 'reading, exercises and dates' },
  ],
}

const LONGEST_HEADING = 60

/** The sections a person typed; what has no words is left out, and so is what goes beyond the most there can be. */
export function customSections(typed: string): TemplateSection[] {
  return typed
    .split(/\r?\n/)
    .map((line) => {
      const [heading = '', ...rest] = line.replace(/^[\s#*•–-]+/, '').split(':')
      const name = heading.trim().slice(0, LONGEST_HEADING)
      return { heading: name, ask: rest.join(':').trim() || name }
    })
    .filter(({ heading }) => /\p{L}/u.test(heading))
    .slice(0, MAX_CUSTOM_SECTIONS)
}

/** The sections of a choice, in order; none for the general one. */
export function sectionsOf({ name, custom }: TemplateChoice): readonly TemplateSection[] {
  return name === 'custom' ? customSections(custom ?? '') : BUILT_IN[name]
}

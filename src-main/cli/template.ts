import { TextDecoder } from 'node:util'
import { mannerSchema, templateChoiceSchema, type Manner, type TemplateChoice, type TemplateName } from '../../src-shared/domain/template.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import { readBytes } from './store.ts'

export interface TemplateOptions {
  readonly template?: TemplateName
  /** A file with sections of one's own. */
  readonly sections?: string
  readonly length?: Manner['length']
  readonly tone?: Manner['tone']
  readonly notesLanguage?: string
}

/** The kind of notes a command line asks for. @throws Failure BAD_USAGE */
export function templateOf({ template, sections, length, tone, notesLanguage }: TemplateOptions): { template?: TemplateChoice } {
  const parts = Object.entries({ length, tone, language: notesLanguage }).filter(([, value]) => value !== undefined)
  const manner = mannerSchema.safeParse(Object.fromEntries(parts))
  if (!manner.success) throw new Failure('BAD_USAGE', { detail: '--notes-language takes a language tag such as de or pt-BR.' })
  const given = parts.length === 0 ? {} : { manner: manner.data }
  if (template === undefined && sections === undefined) return parts.length === 0 ? {} : { template: { name: 'general', ...given } }
  if ((template ?? 'custom') !== 'custom' && sections !== undefined) {
    throw new Failure('BAD_USAGE', { detail: '--sections goes with "--template custom" alone.' })
  }
  const name = template ?? 'custom'
  const typed = sections === undefined ? {} : { custom: new TextDecoder().decode(readBytes(sections)) }
  const parsed = templateChoiceSchema.safeParse({ name, ...typed, ...given })
  if (parsed.success) return { template: parsed.data }
  throw new Failure('BAD_USAGE', { detail: 'Sections of your own take a file with one to six lines, 1,200 characters at most: "Heading: what belongs there".' })
}

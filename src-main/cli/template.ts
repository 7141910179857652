import { TextDecoder } from 'node:util'
import { templateChoiceSchema, type TemplateChoice, type TemplateName } from '../../src-shared/domain/template.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import { readBytes } from './store.ts'

export interface TemplateOptions {
  readonly template?: TemplateName
  /** A file with sections of one's own. */
  readonly sections?: string
}

/** The kind of notes a command line asks for. @throws Failure BAD_USAGE */
export function templateOf({ template, sections }: TemplateOptions): { template?: TemplateChoice } {
  if (template === undefined && sections === undefined) return {}
  if ((template ?? 'custom') !== 'custom' && sections !== undefined) {
    throw new Failure('BAD_USAGE', { detail: '--sections goes with "--template custom" alone.' })
  }
  const name = template ?? 'custom'
  const given = sections === undefined ? { name } : { name, custom: new TextDecoder().decode(readBytes(sections)) }
  const parsed = templateChoiceSchema.safeParse(given)
  if (parsed.success) return { template: parsed.data }
  throw new Failure('BAD_USAGE', { detail: 'Sections of your own take a file with one to six lines, 1,200 characters at most: "Heading: what belongs there".' })
}

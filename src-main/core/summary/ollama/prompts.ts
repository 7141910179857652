import { readFileSync } from 'node:fs'

/** A prompt as a file of its own: its first line names its version, which is stored with every summary made with it. */
export interface Prompt {
  readonly version: string
  /** @throws Error when the text names a field that is not given: a bug in this repository */
  text(fields: Readonly<Record<string, string | number>>): string
}

const FOLDER = new URL('../../../../resources/prompts/', import.meta.url)

export const loadPrompts = (): { notes: Prompt; merge: Prompt } => ({ notes: loadPrompt('notes'), merge: loadPrompt('merge') })

/** @param name a file of resources/prompts */
export function loadPrompt(name: 'notes' | 'merge' | 'detect' | 'answer' | 'own' | 'interest'): Prompt {
  const [head = '', ...lines] = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').replaceAll('\r\n', '\n').split('\n')
  const version = head.replace(/^version: /, '')
  if (version === head) throw new Error('the first line of a prompt names its version')
  const template = lines.join('\n').trim()
  return {
    version,
    text: (fields) =>
      template.replace(/\{\{(\w{1,20})\}\}/g, (_, field: string) => {
        const value = Object.hasOwn(fields, field) ? fields[field] : undefined
        if (value === undefined) throw new Error(`the prompt asks for ${field}`)
        return String(value)
      }),
  }
}

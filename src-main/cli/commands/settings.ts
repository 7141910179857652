import { z } from 'zod'
import { settingsChangeSchema, settingsSchema, type Settings } from '../../../src-shared/domain/settings.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { withStore } from '../store.ts'

/** `sotto settings list` */
export function list({ terminal, ...invocation }: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>({ terminal, ...invocation }, async (client) => {
    const settings = await client.settings.get({})
    terminal.result({ settings }, () => linesOf(settings))
    return 0
  })
}

/** `sotto settings set NAME VALUE`; `none` where there may be nothing. */
export function set(invocation: Invocation, name: string, value: string): Promise<ExitCode> {
  const change = settingsChangeSchema.safeParse({ [nameOf(name)]: valueOf(value) })
  if (!change.success) throw new Failure('BAD_USAGE', { detail: `${name} cannot be that. ${allowed(nameOf(name))}` })
  return withStore<ExitCode>(invocation, async (client) => {
    const settings = await client.settings.set(change.data)
    invocation.terminal.result({ settings }, () => linesOf(settings).filter((line) => line.startsWith(`${name} `)))
    return 0
  })
}

/** Names are spelled as options of a command line are. */
const spelled = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const NAMES = settingsSchema.keyof().options
const WIDTH = Math.max(...NAMES.map((name) => spelled(name).length))

const linesOf = (settings: Settings): string[] => NAMES.map((name) => `${spelled(name).padEnd(WIDTH)} ${shown(settings[name])}`)

const shown = (value: Settings[keyof Settings]): string => (value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : value)

const FIXED: Readonly<Record<string, boolean | null>> = { none: null, yes: true, no: false }
const valueOf = (value: string): string | boolean | null => FIXED[value] ?? (value === 'none' ? null : value)

function nameOf(given: string): keyof Settings {
  const name = NAMES.find((known) => spelled(known) === given)
  if (name === undefined) throw new Failure('BAD_USAGE', { detail: `A setting is one of ${NAMES.map(spelled).join(', ')}.` })
  return name
}

function allowed(name: keyof Settings): string {
  const schema = settingsSchema.shape[name]
  if (schema instanceof z.ZodEnum) return `It is one of ${schema.options.join(', ')}.`
  return schema instanceof z.ZodBoolean ? 'It is yes or no.' : 'It is a text that is not too long, or none.'
}

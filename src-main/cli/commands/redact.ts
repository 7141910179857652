import { createInterface } from 'node:readline'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { createLooking, redactPlainWith } from '../../core/redaction/index.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { lookingOf } from '../looking.ts'
import { readStdin } from '../stdin.ts'
import { readBytes } from '../store.ts'
import { participantsOf } from './import.ts'

export interface RedactOptions {
  readonly lang?: string
  readonly participants?: string
  readonly format: 'text' | 'jsonl'
  /** False: the recognisers alone, though a model was added. */
  readonly model: boolean
  readonly explain?: boolean
  /** Kinds that are hidden beside what always is, divided by commas. */
  readonly also?: string
}

const lineSchema = z.object({ id: z.string(), text: z.string(), lang: z.string().optional(), participants: z.array(z.string()).optional() })

/** `sotto redact [FILE|-]`: shows what would be hidden; stores nothing. */
export async function redact(invocation: Invocation, file: string | undefined, options: RedactOptions): Promise<ExitCode> {
  const fromStdin = file === undefined || file === '-'
  const participants = participantsOf(options.participants)
  const alsoTypes = alsoTypesIn(options.also)
  const base = { participants, alsoTypes, ...(options.lang === undefined ? {} : { lang: options.lang }) }
  const looking = options.model ? await lookingOf(invocation) : createLooking(() => performance.now())
  if (options.format === 'text') {
    const text = new TextDecoder().decode(fromStdin ? await readStdin() : readBytes(file))
    const { redacted, entities } = await redactPlainWith(looking, text, base)
    invocation.terminal.result({ redacted, entities }, () => [
      redacted.replace(/\n$/, ''),
      ...(options.explain === true ? ['', ...explainedSpans(entities)] : []),
    ])
    return 0
  }
  if (!fromStdin) readBytes(file) // a missing file is said before anything is printed
  const lines = createInterface({ input: fromStdin ? process.stdin : createReadStream(file), crlfDelay: Infinity })
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const item = parseLine(line, number)
    const known = [...participants, ...(item.participants ?? [])]
    const result = await redactPlainWith(looking, item.text, { participants: known, alsoTypes, ...langOf(item.lang ?? options.lang) })
    const out = JSON.stringify({ id: item.id, redacted: result.redacted, entities: result.entities })
    if (!process.stdout.write(`${out}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  return 0
}

/** Why each thing is hidden, without saying what it is. */
export const explainedSpans = (entities: readonly { token: string; score: number; recognizer: string; cue?: string | undefined }[]): string[] =>
  entities.map(({ token, score, recognizer, cue }) => `${token.padEnd(18)} ${score.toFixed(2)}  ${recognizer}${cue === undefined ? '' : `: ${cue}`}`)

const ALSO: Readonly<Record<string, OptionalType>> = { organisations: 'ORG', places: 'LOCATION' }

function alsoTypesIn(given = ''): OptionalType[] {
  return given.split(',').flatMap((name) => {
    const type = ALSO[name.trim()]
    if (type === undefined && name.trim() !== '') throw new Failure('BAD_USAGE', { detail: `--also takes ${Object.keys(ALSO).join(', ')}, divided by commas.` })
    return type === undefined ? [] : [type]
  })
}

const langOf = (lang: string | undefined): { lang?: string } => (lang === undefined ? {} : { lang })

function parseLine(line: string, number: number): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new Failure('BAD_TRANSCRIPT', { format: 'JSON lines', line: number, expected: 'an object with "id" and "text"' }, { cause })
  }
}

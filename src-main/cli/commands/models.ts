import { resolve } from 'node:path'
import type { ModelState } from '../../../src-shared/contract/models.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { reachStore, withStore, type Client } from '../store.ts'

const MEGA = 1_000_000

/** Models are no personal data: looking, checking and removing need no passphrase. */
async function withModels<T>(invocation: Invocation, work: (client: Client) => Promise<T>): Promise<T> {
  const access = await reachStore(invocation, { create: true })
  try {
    return await work(access.client)
  } finally {
    await access.close()
  }
}

export async function modelsList(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation
  const { models, pii } = await withModels(invocation, async (client) => ({ models: await client.models.list(), pii: await client.models.listPii() }))
  terminal.result({ models, pii }, () => [
    ...models.map((model) =>
      [
        terminal.style(model.verified ? 'green' : 'dim', model.installed ? '●' : '○'),
        model.name.padEnd(20),
        sizeOf(model.bytes).padStart(8),
        model.license.padEnd(4),
        (model.languages === 'en' ? 'English' : 'many languages').padEnd(15),
        stateOf(model),
      ]
        .join(' ')
        .trimEnd(),
    ),
    ...pii.map((model) =>
      [
        terminal.style(model.verified ? 'green' : 'dim', '●'),
        model.name.padEnd(20),
        sizeOf(model.bytes).padStart(8),
        model.license.padEnd(4),
        'finds names',
        model.verified ? 'here, verified' : 'here, checked before it is used',
      ].join(' '),
    ),
    'Get one with "sotto models pull NAME"; small is a good start, large-v3-turbo-q5_0 hears better.',
  ])
  return 0
}

/** `sotto models add FOLDER`: a model that finds names, which redaction uses from then on. */
export async function modelsAdd(invocation: Invocation, folder: string, key: string | undefined): Promise<ExitCode> {
  const { terminal, signal } = invocation
  terminal.progress('Reading and hashing', null)
  const asked = { folder: resolve(folder), ...(key === undefined ? {} : { key }) }
  const added = await orCancelled(
    invocation,
    withModels(invocation, (client) => client.models.addPii(asked, { signal })),
  )
  terminal.result({ added }, () => [`${added.name} is here and is what was signed. What is redacted from now on is looked at by it, too.`])
  return 0
}

function stateOf({ installed, verified, partialBytes, bytes }: ModelState): string {
  if (installed) return verified ? 'here, verified' : 'here, checked before it is used'
  return partialBytes > 0 ? `${Math.floor((partialBytes / bytes) * 100)} % here` : ''
}

/** Needs the unlocked store, because every request is entered in its ledger. */
export async function modelsPull(invocation: Invocation, name: string): Promise<ExitCode> {
  const { terminal, signal } = invocation
  const pulling = withStore(invocation, async (client) => {
    for await (const { step, bytes, totalBytes } of await client.models.pull({ name }, { signal })) {
      const label = step === 'checking' ? `Checking ${name}` : `Downloading ${name}, ${sizeOf(totalBytes)}`
      if (step !== 'done') terminal.progress(label, bytes / totalBytes)
    }
  })
  await orCancelled(invocation, pulling)
  terminal.result({ pulled: name }, () => [`${name} is here and is the file that was published.`])
  return 0
}

/** An iteration that was left looks like one that ended, and a call that was given up fails in the words of its wire. */
async function orCancelled<T>({ signal, terminal }: Invocation, work: Promise<T>): Promise<T> {
  try {
    const result = await work
    if (!signal.aborted) return result
  } catch (thrown) {
    if (!signal.aborted) throw thrown
  } finally {
    terminal.endProgress()
  }
  throw new Failure('CANCELLED', {})
}

export async function modelsVerify(invocation: Invocation, name: string | undefined): Promise<ExitCode> {
  const { terminal, signal } = invocation
  terminal.progress('Reading and hashing', null)
  const asked = name === undefined ? {} : { name }
  const checks = await orCancelled(
    invocation,
    withModels(invocation, (client) => client.models.verify(asked, { signal })),
  )
  const ok = checks.every((check) => check.ok)
  terminal.result({ ok, models: checks }, () => [
    ...checks.map((check) =>
      check.problem === null
        ? `${terminal.style('green', '✓')} ${check.name.padEnd(20)} is what was published`
        : `${terminal.style('red', '✗')} ${check.name.padEnd(20)} ${WRONG[check.problem]}; it will not be used. Get it again: sotto models pull ${check.name}`,
    ),
    ...(checks.length === 0 ? ['No model is here yet. "sotto models list" shows what there is.'] : []),
  ])
  return ok ? 0 : 1
}

const WRONG = { size: 'has another size', format: 'is no Whisper model in ggml format', hash: 'has other bytes than it should' } as const

export async function modelsRemove(invocation: Invocation, name: string): Promise<ExitCode> {
  const { removed } = await withModels(invocation, (client) => client.models.remove({ name }))
  invocation.terminal.result({ removed: removed ? [name] : [] }, () => [removed ? `${name} was removed.` : `${name} was not here.`])
  return 0
}

function sizeOf(bytes: number): string {
  if (bytes < MEGA) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return bytes < 1000 * MEGA ? `${Math.round(bytes / MEGA)} MB` : `${(bytes / (1000 * MEGA)).toFixed(1)} GB`
}

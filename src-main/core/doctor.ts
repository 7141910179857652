import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import type { DoctorCheck } from '../../src-shared/contract/app.ts'
import { toFailure } from '../../src-shared/errors/failure.ts'
import { verifyChain } from './audit/index.ts'
import { engineInfo } from './speech/index.ts'
import { keysState } from './keys/index.ts'
import type { Models } from './models/index.ts'
import type { Session } from './session.ts'
import { listOllamaModels } from './summary/ollama/index.ts'

const LOW_DISK_BYTES = 1024 ** 3

interface Patient {
  readonly dir: string
  readonly session: Session | null
  readonly version: string
  readonly models: Models
  readonly speechModel: string | undefined
}

/** Looks at everything that could be wrong, in the order in which one thing depends on another. Changes nothing. */
export async function runDoctor({ dir, session, version, models, speechModel }: Patient): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = [
    { name: 'program', state: 'ok', detail: `Sotto ${version} on Node ${process.versions.node}, ${process.platform} ${process.arch}` },
    await looked('data directory', () => directory(dir)),
    await looked('disk', () => disk(dir)),
    await looked('keys', () => keyFile(dir)),
    await looked('speech engine', speechEngine),
    await looked('speech model', () => speechModelOf(models, speechModel)),
    await looked('name model', () => nameModelOf(models)),
  ]
  if (session === null) {
    return [
      ...checks,
      { name: 'store', state: 'warning', detail: 'Locked: what is inside was not looked at.', fix: 'Unlock it, then run doctor again.' },
    ]
  }
  return [
    ...checks,
    await looked('database', () => database(session)),
    await looked('audit log', () => auditLog(session)),
    await looked('names', () => names(session)),
    await looked('jobs', () => jobs(session)),
    await looked('ollama', () => ollama(session)),
  ]
}

/** What cannot even be looked at is a finding like any other: the rest is looked at all the same. */
async function looked(name: string, look: () => DoctorCheck | Promise<DoctorCheck>): Promise<DoctorCheck> {
  try {
    return await look()
  } catch (thrown) {
    const { message, fix } = toFailure(thrown).explanation
    return { name, state: 'failed', detail: message, ...(fix === undefined ? {} : { fix }) }
  }
}

async function speechModelOf(models: Models, fromEnvironment: string | undefined): Promise<DoctorCheck> {
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    await models.resolve({ fromEnvironment })
    return { name: 'speech model', state: 'ok', detail: 'The file that SOTTO_WHISPER_MODEL names.' }
  }
  const here = (await models.list()).filter((model) => model.installed)
  return here.length > 0
    ? { name: 'speech model', state: 'ok', detail: `${here.map(({ name }) => name).join(', ')}.` }
    : { name: 'speech model', state: 'ok', detail: 'None yet: transcripts can be imported, recordings not.', fix: 'Get one with "sotto models pull small".' }
}

async function nameModelOf({ pii }: Models): Promise<DoctorCheck> {
  const model = await pii.ready()
  const detail = model === null ? 'None: the recognisers find names by themselves.' : `${model.name} ${model.version}, as it was signed.`
  return { name: 'name model', state: 'ok', detail }
}

function speechEngine(): DoctorCheck {
  try {
    if (engineInfo().build === 'avx2') return { name: 'speech engine', state: 'ok', detail: 'The fast build (AVX2).' }
    if (process.arch !== 'x64') return { name: 'speech engine', state: 'ok', detail: 'The ready-made build.' }
    const detail = 'The ready-made build, which does not use what this processor can do: several times slower, same result.'
    return { name: 'speech engine', state: 'ok', detail, fix: 'In a checkout, "npm run engine:build" makes the fast one.' }
  } catch (thrown) {
    const { message, fix } = toFailure(thrown).explanation
    return { name: 'speech engine', state: 'warning', detail: message, ...(fix === undefined ? {} : { fix }) }
  }
}

function directory(dir: string): DoctorCheck {
  try {
    accessSync(dir, constants.R_OK | constants.W_OK)
  } catch {
    return { name: 'data directory', state: 'failed', detail: 'It cannot be read and written.', fix: 'Check its owner and permissions.' }
  }
  const others = process.platform === 'win32' ? 0 : statSync(dir).mode & 0o077
  return others === 0
    ? { name: 'data directory', state: 'ok', detail: 'Yours alone.' }
    : {
        name: 'data directory',
        state: 'warning',
        detail: 'Other users of this computer may look into it. What is inside is encrypted.',
        fix: 'chmod 700 on the directory.',
      }
}

function disk(dir: string): DoctorCheck {
  const { bavail, bsize } = statfsSync(dir)
  const free = bavail * bsize
  const gigabytes = (free / 1024 ** 3).toFixed(1)
  return free >= LOW_DISK_BYTES
    ? { name: 'disk', state: 'ok', detail: `${gigabytes} GB free.` }
    : { name: 'disk', state: 'warning', detail: `Only ${gigabytes} GB free.`, fix: 'Free some space before the next long meeting.' }
}

function keyFile(dir: string): DoctorCheck {
  const { exists, recoveryAcknowledged } = keysState(dir)
  if (!exists) return { name: 'keys', state: 'warning', detail: 'There is no store here yet.', fix: 'Create one with "sotto init".' }
  return recoveryAcknowledged
    ? { name: 'keys', state: 'ok', detail: 'Passphrase and recovery key are set.' }
    : {
        name: 'keys',
        state: 'warning',
        detail: 'You have not confirmed that your 24 recovery words are written down.',
        fix: 'Run "sotto recovery confirm".',
      }
}

async function database({ store }: Session): Promise<DoctorCheck> {
  const { ok, schemaVersion, notes } = await store.read.checkIntegrity({})
  return ok
    ? { name: 'database', state: 'ok', detail: `${notes} note${notes === 1 ? '' : 's'}, schema ${schemaVersion}, SQLCipher, sound.` }
    : { name: 'database', state: 'failed', detail: 'The database is damaged.', fix: 'Restore a backup; keep the damaged file until that worked.' }
}

async function auditLog({ store, device }: Session): Promise<DoctorCheck> {
  const { seq } = await store.read.auditHead({})
  const entries = await store.read.auditPage({ after: -1, limit: seq + 1 || 1 })
  const result = verifyChain(entries, await store.read.checkpoints({}), device.publicJwk)
  return result.ok
    ? { name: 'audit log', state: 'ok', detail: `${result.entries} entries, unbroken.` }
    : { name: 'audit log', state: 'failed', detail: `Entry ${result.firstBad} does not fit.`, fix: 'See SECURITY.md, "If the audit log is broken".' }
}

async function jobs({ store }: Session): Promise<DoctorCheck> {
  const failed = await store.read.listJobs({ states: ['failed'] })
  return failed.length === 0
    ? { name: 'jobs', state: 'ok', detail: 'Nothing failed.' }
    : { name: 'jobs', state: 'warning', detail: `${failed.length} failed.`, fix: 'Run "sotto list" to see which notes, then "sotto retry ID".' }
}

/** Nobody shall be surprised by names that went. */
async function names({ store }: Session): Promise<DoctorCheck> {
  const [soonest, ...others] = await store.read.listNamesExpiry({})
  if (soonest === undefined) return { name: 'names', state: 'ok', detail: 'Kept as long as their notes.' }
  const notes = others.length === 0 ? 'One note loses its names' : `${others.length + 1} notes lose their names`
  const detail = `${notes}, the first on ${new Date(soonest.expiresAt).toISOString().slice(0, 10)}.`
  return { name: 'names', state: 'warning', detail, fix: 'To keep them: "sotto names keep ID".' }
}

async function ollama({ egress, ollamaHost }: Session): Promise<DoctorCheck> {
  const models = await listOllamaModels({ egress, host: ollamaHost }).catch(() => null)
  if (models === null) return { name: 'ollama', state: 'ok', detail: 'Not running. The built-in engine needs no model.' }
  return { name: 'ollama', state: 'ok', detail: models.length === 0 ? 'Running, without models.' : `Running, ${models.length} local models.` }
}

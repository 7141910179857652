import { join, resolve } from 'node:path'
import type { ModelCheck, ModelProgress, ModelState } from '../../../src-shared/contract/models.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Egress } from '../egress/index.ts'
import { addFile, createFingerprint } from './fingerprint.ts'
import { allOf, filesOf, forget, isVerified, noteVerified, sizeOf } from './folder.ts'
import { headerOfFile } from './ggml.ts'
import { shippedManifest, type Manifest, type Model } from './manifest.ts'
import { createPiiModels, type PiiModels } from './pii-models.ts'
import { pullModel, realWorld, type World } from './pull.ts'

export { headerOfFile, type GgmlHeader } from './ggml.ts'
export { progressOf } from './progress.ts'

/** A model the speech engine may load: a Whisper model in ggml format. */
export interface SpeechModel {
  readonly path: string
  /** Its name in the manifest; null for a file the person named. */
  readonly name: string | null
  /** The published hash its bytes were compared with; null for a file the person named. */
  readonly sha256: string | null
  /** Whether it knows languages other than English. */
  readonly multilingual: boolean
}

export interface ModelChoice {
  /** A name of the manifest, or a file (whatever contains a slash or a backslash, or ends in `.bin`). */
  readonly model?: string | undefined
  /** `SOTTO_WHISPER_MODEL`: a file, for machines without network. Counts where `model` is not given. */
  readonly fromEnvironment?: string | undefined
  /** The language spoken, where it is known. */
  readonly language?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Models {
  list(): Promise<ModelState[]>
  /** See `pullModel` for what it throws; BAD_USAGE for a name the manifest does not have. */
  pull(name: string, options: PullOptions): Promise<void>
  /** Hashes one model, or all installed ones, again. @throws Failure BAD_USAGE (unknown name, or not installed), CANCELLED */
  verify(name: string | undefined, options?: Listening): Promise<ModelCheck[]>
  /** The model that finds personal data in text, if a person added one. */
  readonly pii: PiiModels
  /** @returns whether anything of it was there */
  remove(name: string): Promise<boolean>
  /**
   * The model to listen with: the one asked for, else the environment's, else the most thorough one installed that knows the
   * language (one for many languages before an English one, unless English is spoken). A file of the manifest is hashed
   * before its first use and whenever it has changed.
   * @throws Failure SPEECH_MODEL_MISSING, BAD_SPEECH_MODEL (unreadable, not-ggml, damaged), BAD_USAGE (unknown name), CANCELLED
   */
  resolve(choice: ModelChoice): Promise<SpeechModel>
}

interface Listening {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined
}
export interface PullOptions extends Listening {
  readonly egress: Egress
}

export interface ModelsOptions {
  /** The models folder; made when something is pulled. Models are no personal data, so they are not encrypted. */
  readonly dir: string
  readonly manifest?: Manifest
  readonly world?: World
}

export const modelsFolder = (dataDir: string): string => join(dataDir, 'models')

/** One object a folder and process: the owner of the data directory is the only one that pulls into it. */
export function createModels({ dir, manifest = shippedManifest(), world = realWorld }: ModelsOptions): Models {
  const pulling = new Set<string>()
  const pii = createPiiModels(dir, (name) => manifest.models.some((model) => model.name === name))

  const known = (name: string): Model => {
    const model = manifest.models.find((each) => each.name === name)
    if (model === undefined) throw new Failure('BAD_USAGE', { detail: 'There is no model of that name..' })
    return model
  }

  /** Hashes the file that is there, and notes that it is good or forgets that it was. */
  async function check(model: Model, { signal, onProgress }: Listening): Promise<ModelCheck> {
    const files = filesOf(dir, model)
    const print = createFingerprint()
    const report = onProgress === undefined ? undefined : progressReport(model, 'checking', onProgress)
    try {
      await addFile(print, files.file, { signal, onBytes: report })
    } catch (thrown) {
      if (signal?.aborted === true) throw new Failure('CANCELLED', {}, { cause: thrown })
      throw new Failure('BAD_SPEECH_MODEL', { reason: 'unreadable' }, { cause: thrown })
    }
    const result = print.compare(model)
    if ('problem' in result) {
      await forget([files.verified])
      return { name: model.name, ok: false, problem: result.problem }
    }
    await noteVerified(files, model)
    return { name: model.name, ok: true, problem: null }
  }

  const isInstalled = async (model: Model): Promise<boolean> => (await sizeOf(filesOf(dir, model).file)) !== null

  /** Good as it lies there, hashing it only where it has changed. */
  const isGood = async (model: Model, listening: Listening): Promise<boolean> =>
    (await isVerified(filesOf(dir, model), model)) || (await check(model, listening)).ok

  async function use(model: Model): Promise<SpeechModel> {
    const { file } = filesOf(dir, model)
    const header = await headerOfFile(file)
    if (header === null) throw new Failure('BAD_SPEECH_MODEL', { reason: 'damaged' })
    return { path: file, name: model.name, sha256: model.sha256.value, multilingual: header.multilingual }
  }

  return {
    pii,
    list: () =>
      Promise.all(
        manifest.models.map(async (model) => {
          const files = filesOf(dir, model)
          return {
            name: model.name,
            bytes: model.bytes,
            license: manifest.license,
            languages: model.languages,
            installed: await isInstalled(model),
            verified: await isVerified(files, model),
            partialBytes: (await sizeOf(files.part)) ?? 0,
          }
        }),
      ),

    async pull(name, { egress, signal, onProgress }) {
      const model = known(name)
      if (pulling.has(name)) throw new Failure('DOWNLOAD_FAILED', { reason: 'under-way' })
      pulling.add(name)
      try {
        if (!(await isInstalled(model)) || !(await isGood(model, { signal, onProgress }))) {
          const reports = { checking: progressReport(model, 'checking', onProgress), downloading: progressReport(model, 'downloading', onProgress) }
          await pullModel({
            model,
            files: filesOf(dir, model),
            fetch: egress.fetchFor('model-download', { maxResponseBytes: model.bytes }),
            signal,
            world,
            onProgress: (step, bytes) => reports[step](bytes),
          })
        }
        onProgress?.({ name, step: 'done', bytes: model.bytes, totalBytes: model.bytes })
      } finally {
        pulling.delete(name)
      }
    },

    async verify(name, listening = {}) {
      const ofText = await pii.verify(name)
      if (name !== undefined && ofText.length > 0) return ofText
      const asked = name === undefined ? manifest.models : [known(name)]
      const checks: ModelCheck[] = []
      for (const model of asked) if (await isInstalled(model)) checks.push(await check(model, listening))
      if (name !== undefined && checks.length === 0) throw new Failure('BAD_USAGE', { detail: 'That model is not installed.' })
      return [...checks, ...ofText]
    },

    async remove(name) {
      if (await pii.remove(name)) return true
      const paths = allOf(filesOf(dir, known(name)))
      const there = (await Promise.all(paths.map(sizeOf))).some((size) => size !== null)
      await forget(paths)
      return there
    },

    async resolve({ model: asked, fromEnvironment, language, signal }) {
      if (asked !== undefined && asked !== '') {
        if (isPath(asked)) return fileOfPerson(asked)
        const model = known(asked)
        if (!(await isInstalled(model))) throw new Failure('SPEECH_MODEL_MISSING', {})
        if (!(await isGood(model, { signal }))) throw new Failure('BAD_SPEECH_MODEL', { reason: 'damaged' })
        return use(model)
      }
      if (fromEnvironment !== undefined && fromEnvironment !== '') return fileOfPerson(fromEnvironment)
      let damaged = false
      for (const model of byPreference(manifest.models, language)) {
        if (!(await isInstalled(model))) continue
        if (await isGood(model, { signal })) return use(model)
        damaged = true
      }
      throw damaged ? new Failure('BAD_SPEECH_MODEL', { reason: 'damaged' }) : new Failure('SPEECH_MODEL_MISSING', {})
    },
  }
}

const isPath = (text: string): boolean => /[/\\]/.test(text) || text.endsWith('.bin')

async function fileOfPerson(given: string): Promise<SpeechModel> {
  const path = resolve(given)
  const header = await headerOfFile(path).catch((cause: unknown) => {
    throw new Failure('BAD_SPEECH_MODEL', { reason: 'unreadable' }, { cause })
  })
  if (header === null) throw new Failure('BAD_SPEECH_MODEL', { reason: 'not-ggml' })
  return { path, name: null, sha256: null, multilingual: header.multilingual }
}

/** The manifest goes from quick to thorough. English models are better at English than their size suggests, and deaf to the rest. */
function byPreference(models: readonly Model[], language: string | undefined): Model[] {
  const thorough = models.toReversed()
  if (language === 'en') return thorough
  const many = thorough.filter(({ languages }) => languages === 'many')
  return language === undefined ? [...many, ...thorough.filter(({ languages }) => languages === 'en')] : many
}

/** At most a thousand reports a file. */
function progressReport(model: Model, step: 'checking' | 'downloading', onProgress: Listening['onProgress']): (bytes: number) => void {
  let told = -Infinity
  return (bytes) => {
    if (Math.abs(bytes - told) < model.bytes / 1000 && bytes !== model.bytes) return
    told = bytes
    onProgress?.({ name: model.name, step, bytes, totalBytes: model.bytes })
  }
}

import { Failure } from '../../../../src-shared/errors/failure.ts'
import type { ListedModel, ModelServer, ShownModel } from './server.ts'
import { ENGINE } from './trouble.ts'

export interface ChosenModel {
  readonly name: string
  readonly digest: string | null
  /** Tokens it can read at once. */
  readonly contextLength: number
  /** The server told that itself: a full-grown Ollama, which also counts what it reads. */
  readonly saysContext: boolean
}

/** Named to a person whose server has no model that can write: small, permissive enough, known to Ollama and to hailo-ollama. */
const SUGGESTED_MODEL = 'llama3.2:3b'
/** The smallest window in the field (models compiled for an AI HAT); assumed where a server does not say. */
const SMALLEST_CONTEXT = 2048
/** A model should leave half the memory to its context, to us and to the rest. */
const SHARE_OF_MEMORY = 0.5

/** `glm-4.6:cloud`, `gpt-oss:120b-cloud`: run by the server's maker. Known by name alone, before anything is asked. */
const isCloudName = (name: string): boolean => /[:-]cloud$/i.test(name)
const isCloud = (model: Pick<ListedModel, 'remote_host' | 'remote_model'>): boolean => model.remote_host || model.remote_model

/** The models of a server that run on this machine. */
export async function localModels(server: ModelServer): Promise<ListedModel[]> {
  return (await server.list()).filter((model) => !isCloud(model) && !isCloudName(model.name))
}

/**
 * The wanted model, or else the largest that fits comfortably into memory (the smallest if none does; the name decides a tie).
 * @throws Failure MODEL_REFUSED for one that runs elsewhere, MODEL_MISSING, and what the server's calls throw
 */
export async function chooseModel(server: ModelServer, wanted: string | undefined, memoryBytes: number): Promise<ChosenModel> {
  if (wanted !== undefined) {
    if (isCloudName(wanted)) throw refused()
    const listed = (await server.list()).find(({ name }) => withTag(name) === withTag(wanted))
    if (listed !== undefined && isCloud(listed)) throw refused()
    return described(wanted, listed?.digest, await server.show(wanted))
  }
  const limit = memoryBytes * SHARE_OF_MEMORY
  const models = (await localModels(server)).toSorted((a, b) => {
    const [aFits, bFits] = [a.size <= limit, b.size <= limit]
    if (aFits !== bFits) return aFits ? -1 : 1
    return (aFits ? b.size - a.size : a.size - b.size) || (a.name < b.name ? -1 : 1)
  })
  for (const { name, digest } of models) {
    const shown = await server.show(name)
    if (!isCloud(shown) && canWrite(shown)) return described(name, digest, shown)
  }
  throw new Failure('MODEL_MISSING', { engine: ENGINE, model: SUGGESTED_MODEL })
}

function described(name: string, digest: string | undefined, shown: ShownModel): ChosenModel {
  if (isCloud(shown)) throw refused()
  if (!canWrite(shown)) throw new Failure('MODEL_MISSING', { engine: ENGINE, model: SUGGESTED_MODEL })
  return { name, digest: digest ?? null, contextLength: contextLength(shown) ?? SMALLEST_CONTEXT, saysContext: contextLength(shown) !== null }
}

/** Servers that list no capabilities (hailo-ollama) serve nothing but language models. */
const canWrite = ({ capabilities }: ShownModel): boolean => capabilities === null || capabilities === undefined || capabilities.includes('completion')

/** `model_info["<architecture>.context_length"]` of /api/show. */
function contextLength({ model_info: info }: ShownModel): number | null {
  const architecture = info?.['general.architecture']
  const value = typeof architecture === 'string' ? info?.[`${architecture}.context_length`] : undefined
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
}

const withTag = (name: string): string => (name.includes(':') ? name : `${name}:latest`)
const refused = (): Failure => new Failure('MODEL_REFUSED', { engine: ENGINE, reason: 'cloud' })

const GIB = 1024 ** 3
/** Window by memory: the cache of one grows with the other, and a window that does not fit makes the server swap or fail. */
const CONTEXT_BY_MEMORY = [
  { belowBytes: 6 * GIB, numCtx: 4096 },
  { belowBytes: 24 * GIB, numCtx: 8192 },
  { belowBytes: 48 * GIB, numCtx: 16_384 },
  { belowBytes: Infinity, numCtx: 32_768 },
] as const

/** `num_ctx` for a job: one value for all its calls, since another value makes the server load the model again. */
export function chooseContext(model: ChosenModel, memoryBytes: number, asked: number | undefined): number {
  const affordable = CONTEXT_BY_MEMORY.find(({ belowBytes }) => memoryBytes < belowBytes)?.numCtx ?? SMALLEST_CONTEXT
  return Math.min(model.contextLength, asked ?? affordable)
}

import type { EgressPurpose } from '../../../src-shared/domain/egress.ts'

const MIB = 1024 * 1024
const SECOND = 1000
const MINUTE = 60 * SECOND

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly firstByteMs: number
  /** The only hosts that are asked this; every host of the rules where it is left out. */
  readonly hosts?: readonly string[]
  /** An address with a query is refused unless this is set. */
  readonly query?: true
}

export interface EgressRules {
  readonly scheme: 'http:' | 'https:'
  /** `loopback`: this machine and nothing else. Otherwise names, each meant exactly, with a port only where it is not the scheme's own. */
  readonly hosts: 'loopback' | readonly string[]
  /** Every path that may be asked; one that ends in `/` stands for all below it. Anything else is refused. */
  readonly endpoints: Readonly<Record<string, Endpoint>>
  readonly maxRequestBytes: number
  readonly maxResponseBytes: number
  /** Longest silence inside an answer, also when it is the caller who stops reading. */
  readonly idleMs: number
}

/** Questions about the server itself. */
const QUICK = 15 * SECOND
/** A model may have to be loaded and must read the whole prompt before its first word: minutes on a machine without a GPU. */
const GENERATES = 15 * MINUTE

/** Who publishes the speech models of resources/models.json. */
const MODEL_HUB = 'huggingface.co'
/**
 * Where the hub sends a download on to: `cdnDomains` and `lfsDomains` of https://huggingface.co/.well-known/meta.json, and the
 * bridge it used before them. Names only, no wildcard; a host missing here is a refusal, never a wrong file.
 */
const MODEL_STORES = [
  'aws.cdn.hf.co', 'us.aws.cdn.hf.co', 'us-east-1.aws.cdn.hf.co', 'us-west-2.aws.cdn.hf.co', 'eu-west-3.aws.cdn.hf.co',
  'ap-southeast-1.aws.cdn.hf.co', 'us.gcp.cdn.hf.co', 'us-east1.us.gcp.cdn.hf.co', 'us-central1.us.gcp.cdn.hf.co',
  'us-west4.us.gcp.cdn.hf.co', 'europe-west4.us.gcp.cdn.hf.co', 'asia-southeast1.us.gcp.cdn.hf.co',
  'cdn-lfs.hf.co', 'cdn-lfs-us-1.hf.co', 'cdn-lfs-eu-1.hf.co', 'transfer.xethub.hf.co', 'transfer.xethub-eu.hf.co', 'cas-bridge.xethub.hf.co',
] as const

/** What may leave, by purpose. Everything that is not written here is refused. */
export const EGRESS_RULES = {
  ollama: {
    scheme: 'http:',
    hosts: 'loopback',
    // Ollama's native endpoints; the OpenAI-compatible ones cannot set the context length and would cut prompts silently.
    endpoints: {
      '/api/version': { method: 'GET', firstByteMs: QUICK },
      '/api/tags': { method: 'GET', firstByteMs: QUICK },
      // hailo-ollama answers this only after a running generation has ended.
      '/api/ps': { method: 'GET', firstByteMs: QUICK },
      '/api/show': { method: 'POST', firstByteMs: QUICK },
      '/api/chat': { method: 'POST', firstByteMs: GENERATES },
      '/api/generate': { method: 'POST', firstByteMs: GENERATES },
      '/api/embed': { method: 'POST', firstByteMs: GENERATES },
      '/api/pull': { method: 'POST', firstByteMs: MINUTE },
      '/api/delete': { method: 'DELETE', firstByteMs: MINUTE },
    },
    maxRequestBytes: 16 * MIB,
    // A list of a few hundred models is below 1 MiB; so is any answer of a language model.
    maxResponseBytes: 32 * MIB,
    idleMs: 5 * MINUTE,
  },
  'model-download': {
    scheme: 'https:',
    hosts: [MODEL_HUB, ...MODEL_STORES],
    endpoints: {
      '/ggerganov/whisper.cpp/resolve/': { method: 'GET', firstByteMs: 30 * SECOND, hosts: [MODEL_HUB] },
      // Their addresses are signed and hold for minutes, so the path is any and the query is part of it.
      '/': { method: 'GET', firstByteMs: 30 * SECOND, hosts: MODEL_STORES, query: true },
    },
    maxRequestBytes: 0,
    // The largest model is 3.1 GB; each download is held to its own size of the manifest besides.
    maxResponseBytes: 4096 * MIB,
    // On silence, not on length: a slow line may take hours.
    idleMs: MINUTE,
  },
} as const satisfies Record<EgressPurpose, EgressRules>

/** Redirects followed per request; each one is decided and entered in the ledger like a request of its own. */
export const MAX_REDIRECTS = 3

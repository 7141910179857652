import type { EgressPurpose } from '../../../src-shared/domain/egress.ts'

const MIB = 1024 * 1024
const SECOND = 1000
const MINUTE = 60 * SECOND

export interface EgressRules {
  readonly scheme: 'http:'
  /** `loopback`: this machine and nothing else. */
  readonly hosts: 'loopback'
  /** Every endpoint that may be asked, with its method and its time to first byte. Anything else is refused. */
  readonly endpoints: Readonly<Record<string, { readonly method: 'GET' | 'POST' | 'DELETE'; readonly firstByteMs: number }>>
  readonly maxRequestBytes: number
  readonly maxResponseBytes: number
  /** Longest silence inside an answer, also when it is the caller who stops reading. */
  readonly idleMs: number
}

/** Questions about the server itself. */
const QUICK = 15 * SECOND
/** A model may have to be loaded and must read the whole prompt before its first word: minutes on a machine without a GPU. */
const GENERATES = 15 * MINUTE

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
} as const satisfies Record<EgressPurpose, EgressRules>

/** Redirects followed per request; each one is decided and entered in the ledger like a request of its own. */
export const MAX_REDIRECTS = 3

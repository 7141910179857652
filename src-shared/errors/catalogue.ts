import { z } from 'zod'

/**
 * Every failure a person can meet, once. `retry` says when trying again makes sense; `exit` is the command line's
 * status (0 done · 1 failed · 2 usage or bad input · 3 locked or wrong passphrase · 4 engine or model missing).
 * Parameters are numbers, ids and fixed words: never content, names, paths, keys or prompts.
 * Words for each code: `messages.en.ts`.
 */
const entry = <Params extends z.ZodObject>(exit: 1 | 2 | 3 | 4, retry: 'now' | 'later' | 'after-fix' | 'never', params: Params) => ({
  exit,
  retry,
  params,
})

const none = z.object({})

export const catalogue = {
  // input
  BAD_TRANSCRIPT: entry(2, 'after-fix', z.object({ format: z.string(), line: z.number().int().positive().optional(), expected: z.string() })),
  UNKNOWN_FORMAT: entry(2, 'after-fix', none),
  EMPTY_TRANSCRIPT: entry(2, 'after-fix', z.object({ format: z.string() })),
  BAD_AUDIO: entry(
    2,
    'after-fix',
    z.object({ format: z.string(), reason: z.enum(['not-audio', 'damaged', 'truncated', 'encrypted', 'no-sound', 'codec']), codec: z.string().optional() }),
  ),
  EMPTY_AUDIO: entry(2, 'after-fix', z.object({ format: z.string() })),
  FILE_UNREADABLE: entry(2, 'after-fix', z.object({ reason: z.enum(['missing', 'denied', 'directory', 'other']) })),
  FILE_TOO_LARGE: entry(2, 'after-fix', z.object({ limitMb: z.number(), sizeMb: z.number() })),
  INPUT_TOOK_TOO_LONG: entry(2, 'never', z.object({ seconds: z.number() })),
  BAD_USAGE: entry(2, 'after-fix', z.object({ detail: z.string() })),
  NOT_FOUND: entry(2, 'never', z.object({ what: z.enum(['note', 'job', 'segment', 'correction']) })),
  CONFIRMATION_NEEDED: entry(2, 'after-fix', z.object({ flag: z.string() })),
  // store and keys
  STORE_MISSING: entry(3, 'after-fix', none),
  STORE_EXISTS: entry(2, 'never', none),
  LOCKED: entry(3, 'after-fix', none),
  WRONG_PASSPHRASE: entry(3, 'after-fix', z.object({ waitSeconds: z.number() })),
  TOO_MANY_ATTEMPTS: entry(3, 'later', z.object({ waitSeconds: z.number() })),
  WRONG_RECOVERY_KEY: entry(3, 'after-fix', z.object({ reason: z.enum(['words', 'checksum', 'mismatch']) })),
  WEAK_PASSPHRASE: entry(2, 'after-fix', z.object({ minLength: z.number() })),
  VAULT_CLOSED: entry(3, 'after-fix', none),
  NAMES_EXPIRED: entry(1, 'never', none),
  STORE_IN_USE: entry(1, 'later', none),
  STORE_TOO_NEW: entry(1, 'after-fix', z.object({ found: z.number(), known: z.number() })),
  STORE_DAMAGED: entry(1, 'after-fix', z.object({ part: z.enum(['database', 'keys', 'vault', 'staging', 'audio']) })),
  DISK_FULL: entry(1, 'after-fix', none),
  // work
  CANCELLED: entry(1, 'now', none),
  WORKER_DIED: entry(1, 'now', z.object({ worker: z.enum(['text', 'store-read', 'store-write', 'speech', 'audio', 'core']) })),
  ENGINE_UNAVAILABLE: entry(4, 'after-fix', z.object({ engine: z.string(), reason: z.enum(['not-running', 'refused', 'timeout', 'protocol', 'memory']) })),
  MODEL_MISSING: entry(4, 'after-fix', z.object({ engine: z.string(), model: z.string() })),
  MODEL_REFUSED: entry(4, 'never', z.object({ engine: z.string(), reason: z.enum(['cloud']) })),
  SPEECH_MODEL_MISSING: entry(4, 'after-fix', none),
  BAD_SPEECH_MODEL: entry(4, 'after-fix', z.object({ reason: z.enum(['unreadable', 'not-ggml', 'damaged']) })),
  BAD_PII_MODEL: entry(
    4,
    'after-fix',
    z.object({ reason: z.enum(['unreadable', 'unsigned', 'unknown-key', 'damaged', 'unsupported']), key: z.string().optional() }),
  ),
  NOTHING_HEARD: entry(1, 'after-fix', z.object({ seconds: z.number() })),
  NO_RECORDING: entry(2, 'never', none),
  RECORDING_UNDER_WAY: entry(2, 'later', none),
  SPEECH_ENGINE_MISSING: entry(4, 'after-fix', none),
  CONTEXT_TOO_SMALL: entry(1, 'after-fix', z.object({ neededTokens: z.number(), availableTokens: z.number() })),
  MODEL_OUTPUT_INVALID: entry(1, 'now', z.object({ reason: z.enum(['json', 'schema', 'cut', 'empty', 'server-error', 'prompt-cut']) })),
  DOWNLOAD_FAILED: entry(
    1,
    'later',
    z.object({
      reason: z.enum(['unreachable', 'silent', 'dropped', 'server', 'refused', 'wrong-file', 'under-way']),
      status: z.number().int().optional(),
    }),
  ),
  // the window
  NOT_CONNECTED: entry(1, 'after-fix', z.object({ reason: z.enum(['no-token', 'token-used', 'gone']) })),
  // egress and audit
  EGRESS_DENIED: entry(1, 'never', z.object({ purpose: z.string(), reason: z.enum(['host', 'method', 'scheme', 'size', 'redirects', 'path']) })),
  AUDIT_BROKEN: entry(1, 'never', z.object({ firstBad: z.number().int() })),
  BAD_AUDIT_FILE: entry(2, 'after-fix', z.object({ line: z.number().int().positive(), expected: z.string() })),
  INTERNAL: entry(1, 'now', none),
} as const

export type ErrorCode = keyof typeof catalogue
export type ErrorParams<Code extends ErrorCode> = z.infer<(typeof catalogue)[Code]['params']>
export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && Object.hasOwn(catalogue, value)

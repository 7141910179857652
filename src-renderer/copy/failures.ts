import type { ErrorCode, ErrorParams } from '../../src-shared/errors/catalogue.ts'
import { toFailure, type Failure } from '../../src-shared/errors/failure.ts'

export interface ExplainedHere {
  readonly message: string
  readonly fix: string | undefined
  /** Whether the screen where speech models are got should be offered. */
  readonly offersModels: boolean
}

/** What to do now, in the window's terms, where the catalogue names a command of the terminal; null: nothing to add. */
const FIXES: { readonly [Code in ErrorCode]?: (params: ErrorParams<Code>) => string | null } = {
  BAD_USAGE: () => null,
  NOT_FOUND: () => 'Look for it in the library.',
  CONFIRMATION_NEEDED: () => null,
  STORE_MISSING: () => 'Start Sotto again to create one.',
  STORE_EXISTS: () => 'Unlock it with its passphrase.',
  LOCKED: () => 'Unlock them with your passphrase.',
  WRONG_PASSPHRASE: () => 'Try again, or choose “Forgot it?” to use your 24 recovery words.',
  TOO_MANY_ATTEMPTS: () => 'Wait, then try again, or choose “Forgot it?” to use your 24 recovery words.',
  VAULT_CLOSED: () => 'Turn on “Show names”, then try again.',
  STORE_DAMAGED: ({ part }) => (part === 'staging' ? 'Import the file again.' : 'Restore a backup, or look at Settings, “Health”, for details.'),
  ENGINE_UNAVAILABLE: ({ engine }) => `Start ${engine} and try again, or choose the built-in engine.`,
  MODEL_MISSING: ({ engine }) => `Get it in ${engine}, choose another model, or the built-in engine.`,
  MODEL_REFUSED: () => 'Choose a model of this computer, or the built-in engine.',
  SPEECH_MODEL_MISSING: () => 'Choose a speech model under Models. The recording is kept until then.',
  BAD_SPEECH_MODEL: () => 'Remove it under Models and get it again, or choose another. The recording is kept until then.',
  BAD_PII_MODEL: ({ reason }) =>
    reason === 'unsigned' || reason === 'unknown-key'
      ? 'Get the whole folder from its maker, and compare its key with what they publish.'
      : 'Add the model again or remove it, on the command line. The note is kept until then.',
  SPEECH_ENGINE_MISSING: () => 'Install Sotto again.',
  CONTEXT_TOO_SMALL: () => 'Choose a model with a larger context, or the built-in engine.',
  MODEL_OUTPUT_INVALID: () => 'Try again, choose another model, or the built-in engine.',
  DOWNLOAD_FAILED: ({ reason }) =>
    reason === 'under-way'
      ? 'Wait for it to finish.'
      : reason === 'refused' || reason === 'wrong-file'
        ? 'Try again later, or get the file by other means and choose it under Models.'
        : 'Press “Get” again to go on from there.',
  EGRESS_DENIED: ({ reason, purpose }) => (reason === 'host' && purpose === 'ollama' ? 'Use a server on this computer.' : 'Privacy shows what may leave.'),
  AUDIT_BROKEN: () => 'Export the log under Privacy and keep it, with a copy of the store.',
  BAD_AUDIT_FILE: () => 'Export the log again under Privacy.',
  INTERNAL: () => 'Try again. If it stays, please report it with what Settings, “Health”, shows.',
}
const ABOUT_MODELS: ReadonlySet<ErrorCode> = new Set(['SPEECH_MODEL_MISSING', 'BAD_SPEECH_MODEL'])

/** What a call threw, in a sentence; undefined where it threw nothing. */
export const messageOf = (thrown: unknown): string | undefined => (thrown === null ? undefined : explainHere(toFailure(thrown)).message)

/** A failure in the words of this window. */
export function explainHere(failure: Failure): ExplainedHere {
  const { message, fix } = failure.explanation
  const here = fixHere(failure.code, failure.params)
  return { message, fix: here === undefined ? fix : (here ?? undefined), offersModels: ABOUT_MODELS.has(failure.code) }
}

function fixHere<Code extends ErrorCode>(code: Code, params: ErrorParams<Code>): string | null | undefined {
  return FIXES[code]?.(params)
}

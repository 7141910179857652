import type { Terminal } from './terminal.ts'

/** What every command is given: the global options, resolved. */
export interface Invocation {
  readonly dataDir: string
  readonly passphraseFile: string | undefined
  readonly version: string
  readonly env: NodeJS.ProcessEnv
  readonly terminal: Terminal
  /** Aborts when the person presses Ctrl-C. */
  readonly signal: AbortSignal
}

/** A command's outcome: the process's exit status. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

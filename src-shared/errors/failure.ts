import { catalogue, type ErrorCode, type ErrorParams } from './catalogue.ts'
import { messages, type Explanation } from './messages.en.ts'

/**
 * An expected failure: a code of the catalogue with its parameters. Thrown, because it crosses oRPC as a declared
 * error anyway; anything else thrown is a bug and reaches the person as INTERNAL.
 */
export class Failure<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'Failure'
  readonly code: Code
  readonly params: ErrorParams<Code>

  constructor(code: Code, params: ErrorParams<Code>, options?: { cause?: unknown }) {
    super(explain(code, params).message, options)
    this.code = code
    this.params = params
  }

  get exitCode(): number {
    return catalogue[this.code].exit
  }

  get explanation(): Explanation {
    return explain(this.code, this.params)
  }
}

/** The words for a code; screens and terminal share them. */
export function explain<Code extends ErrorCode>(code: Code, params: ErrorParams<Code>): Explanation {
  return messages[code](params)
}

export const isFailure = (value: unknown): value is Failure => value instanceof Failure

/** Narrows to one code: `if (failedWith(error, 'LOCKED')) …`. */
export const failedWith = <Code extends ErrorCode>(value: unknown, code: Code): value is Failure<Code> => isFailure(value) && value.code === code

/** Turns anything thrown into a Failure; what is not one becomes INTERNAL with the original as cause. */
export const toFailure = (thrown: unknown): Failure => (isFailure(thrown) ? thrown : new Failure('INTERNAL', {}, { cause: thrown }))

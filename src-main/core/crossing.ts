import { ORPCError, os } from '@orpc/server'
import { isFailure } from '../../src-shared/errors/failure.ts'

/** Middleware: our failures become the contract's declared errors; anything else is a bug and reaches the caller as INTERNAL. */
export const crossing = os.middleware(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    if (isFailure(thrown)) throw new ORPCError(thrown.code, { data: thrown.params, message: thrown.message })
    throw thrown
  }
})

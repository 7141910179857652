import { os } from '@orpc/server'
import { withDeclaredErrors } from '../../src-shared/contract/failing.ts'

/** Middleware: our failures become the contract's declared errors; anything else is a bug and reaches the caller as INTERNAL. */
export const crossing = os.middleware(async ({ next }) => {
  const result = await withDeclaredErrors(async () => next())
  return { ...result, output: await withDeclaredErrors(async () => result.output) }
})

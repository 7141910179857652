import type { ExitCode, Invocation } from '../invocation.ts'
import { passphraseOf, reachStore } from '../store.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

/**
 * `sotto serve`: owns the store and works off its jobs until Ctrl-C; other commands speak to it meanwhile. Being locked ends
 * it too, since only the end of a process takes what it knew out of the memory.
 */
export async function serve(invocation: Invocation): Promise<ExitCode> {
  const { terminal, signal, dataDir } = invocation
  const access = await reachStore(invocation)
  try {
    if (access.isRemote) throw new Failure('STORE_IN_USE', {})
    if ((await access.client.system.status({})).state === 'absent') throw new Failure('STORE_MISSING', {})
    await access.client.system.unlock({ passphrase: await passphraseOf(invocation) })
    terminal.result({ serving: dataDir }, () => [`Serving the store in ${dataDir} to commands of yours on this computer. Ctrl-C ends it.`])
    const interrupted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    await Promise.race([interrupted, access.locked])
    if (!signal.aborted) terminal.note('The store was locked, so this ends. Start it again to unlock it.')
    return 0
  } finally {
    await access.close()
  }
}

import type { DoctorCheck } from '../../../src-shared/contract/app.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { passphraseOf, reachStore } from '../store.ts'

const MARK: Record<DoctorCheck['state'], string> = { ok: '✓', warning: '!', failed: '✗' }

/** `sotto doctor`: looks inside too when a passphrase is at hand; never asks for one. */
export async function doctor(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation
  const access = await reachStore(invocation)
  try {
    const checks: DoctorCheck[] = []
    if (!access.isRemote && hasPassphrase(invocation)) {
      try {
        const { state } = await access.client.system.status({})
        if (state === 'locked') await access.client.system.unlock({ passphrase: await passphraseOf(invocation) })
      } catch (thrown) {
        const { message, fix } = toFailure(thrown).explanation
        checks.push({ name: 'unlock', state: 'failed', detail: message, ...(fix === undefined ? {} : { fix }) })
      }
    }
    checks.unshift(...(await access.client.system.doctor({})))
    terminal.result({ ok: checks.every(({ state }) => state !== 'failed'), checks }, () =>
      checks.flatMap(({ name, state, detail, fix }) => [
        `${terminal.style(state === 'ok' ? 'green' : state === 'warning' ? 'yellow' : 'red', MARK[state])} ${name.padEnd(15)} ${detail}`,
        ...(fix === undefined ? [] : [`  ${' '.repeat(15)} ${fix}`]),
      ]),
    )
    return checks.some(({ state }) => state === 'failed') ? 1 : 0
  } finally {
    await access.close()
  }
}

const hasPassphrase = ({ passphraseFile, env }: Invocation): boolean => passphraseFile !== undefined || (env['SOTTO_PASSPHRASE'] ?? '') !== ''

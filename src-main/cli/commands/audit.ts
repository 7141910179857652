import { verifyExport } from '../../core/audit/index.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { readText, withStore, writeResult } from '../store.ts'

/** `sotto audit verify`: the store's own log; with a file, an export, which needs no store and no passphrase. */
export function auditVerify(invocation: Invocation, file: string | undefined, options: { device?: string }): Promise<ExitCode> {
  const { terminal } = invocation
  if (file !== undefined) return verifyFile(invocation, file, options)
  return withStore<ExitCode>(invocation, async (client) => {
    const result = await client.audit.verify({})
    terminal.result(
      { ok: result.ok, entries: result.entries, ...(result.firstBad === undefined ? {} : { firstBad: result.firstBad }), device: result.device },
      () => [
        result.ok
          ? `Unbroken: ${result.entries} entries, signed by this device (${result.device}).`
          : `Broken: entry ${result.firstBad} is the first that does not fit (${result.problem}).`,
      ],
    )
    return result.ok ? 0 : 1
  })
}

async function verifyFile({ terminal }: Invocation, file: string, { device }: { device?: string }): Promise<ExitCode> {
  const lines = readText(file).split('\n')
  // The last line ends in a line break too; without it something is missing, and the check says so.
  if (lines.at(-1) === '') lines.pop()
  else lines.push('')
  const result = await verifyExport(lines, device === undefined ? {} : { trustedThumbprint: device })
  terminal.result(
    {
      ok: result.ok,
      entries: result.entries,
      ...(result.ok ? { device: result.thumbprint } : { firstBad: result.firstBad, problem: result.problem }),
    },
    () =>
      result.ok
        ? [
            `Unbroken: ${result.entries} entries, signed by device ${result.thumbprint}.`,
            ...(device === undefined ? ['Compare that with the device your store names ("sotto audit verify"), or give it with --device.'] : []),
          ]
        : [`Broken: ${result.problem} at entry ${result.firstBad}.`],
  )
  return result.ok ? 0 : 1
}

/** `sotto audit export F`: the whole log as JSON lines with a signed trailer; verifies without the app. */
export function auditExport(invocation: Invocation, file: string): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    let content = ''
    let lines = 0
    for await (const line of await client.audit.export({})) {
      content += `${line}\n`
      lines += 1
    }
    writeResult(file, content)
    invocation.terminal.result({ file, lines }, () => [`${lines} lines written to ${file}. They hold no content, only what happened and when.`])
    return 0
  })
}

/** `sotto egress`: every request that left, or tried to. */
export function egressList(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const requests = await client.egress.list({})
    terminal.result({ requests }, () =>
      requests.length === 0
        ? ['Nothing has left this program.']
        : requests.map(({ intent: { at, purpose, method, host, port, path }, outcome }) => {
            const request = `${method} ${host}:${port}${path ?? ''}`
            return `${new Date(at).toISOString()}  ${purpose}  ${request}  ${outcome?.result ?? 'unfinished'}`
          }),
    )
    return 0
  })
}

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showOutput } from '../../../../../src-main/hosts/supervisor/recorder/output-monitor.ts'

let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'sotto-pactl-'))))
afterEach(() => rmSync(dir, { recursive: true }))

/** A `pactl` that writes down what it is asked. */
function aServer(answers: string): string {
  const file = join(dir, 'pactl')
  writeFileSync(file, `#!/bin/sh\necho "$*" >> '${dir}/asked'\ncase "$1" in\n${answers}\nesac\n`)
  chmodSync(file, 0o755)
  return file
}
/** All but that somebody listens for changes, who begins to in their own time. */
const asked = (): string[] =>
  readFileSync(join(dir, 'asked'), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((words) => words !== 'subscribe')
const MODULES = [
  '7\tmodule-null-sink\tsink_name=null',
  '9\tmodule-remap-source\tmaster=mic source_name=my_own',
  '11\tmodule-remap-source\tmaster=old.monitor source_name=sotto_output source_properties=x',
].join('\n')
const usual = (load: string): string => `list) printf '%s\\n' '${MODULES}' ;;\ninfo) echo 'Default Sink: speakers' ;;\nload-module) ${load} ;;`

describe('what the computer plays', () => {
  it('is an input of the usual output’s sound until that is taken back; one left by a killed process goes first', async () => {
    const hide = await showOutput({ pactl: aServer(usual('echo 23')), platform: 'linux' })
    expect(asked()).toEqual([
      'list short modules',
      'unload-module 11',
      'info',
      String.raw`load-module module-remap-source master=speakers.monitor source_name=sotto_output source_properties=device.description="Monitor\ of\ this\ computer"`,
    ])
    await hide?.()
    expect(asked().at(-1)).toBe('unload-module 23')
  })

  it('follows to another usual output, and moves nothing when something else changes', async () => {
    const sink = join(dir, 'sink')
    writeFileSync(sink, 'speakers')
    const streams = 'Source Output #4\\n\\tOwner Module: n/a\\n\\nSource Output #6\\n\\tOwner Module: 23\\n'
    const told = join(dir, 'told')
    spawnSync('mkfifo', [told])
    const pactl = aServer(
      `list) [ "$2" = short ] || printf '${streams}' ;;\ninfo) echo "Default Sink: $(cat '${sink}')" ;;\nload-module) echo 23 ;;\nsubscribe) exec cat '${told}' ;;`,
    )
    const hide = await showOutput({ pactl, platform: 'linux' })
    const server = await open(told, 'w')
    await server.write("Event 'change' on server #4294967295\n")
    await vi.waitFor(() => expect(asked()).toContain('list source-outputs'))
    writeFileSync(sink, 'headphones')
    await server.write("Event 'new' on sink #3\nEvent 'change' on server #4294967295\n")
    await vi.waitFor(() => expect(asked()).toContain('move-source-output 6 headphones.monitor'))
    expect(asked().filter((words) => words.startsWith('move'))).toHaveLength(1)
    await hide?.()
    await server.close()
    expect(asked().at(-1)).toBe('unload-module 23')
  })

  it.each([
    ['no such program', () => join(dir, 'nothing')],
    ['no server', () => aServer('*) exit 1 ;;')],
    ['a server that cannot', () => aServer(usual('exit 1'))],
    ['a server without an output', () => aServer('*) true ;;')],
  ])('stays what it is with %s', async (_, pactl) => {
    expect(await showOutput({ pactl: pactl(), platform: 'linux' })).toBeNull()
  })

  it('needs no such thing elsewhere', async () => {
    expect(await showOutput({ pactl: aServer(usual('echo 23')), platform: 'darwin' })).toBeNull()
  })
})

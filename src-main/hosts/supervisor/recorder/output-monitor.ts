import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A sound server that does not answer must not keep a recording from beginning. */
const TIMEOUT_MS = 1_500
/** By this name we know our own again, also one that a killed process left behind. */
const NAME = 'sotto_output'
/** "Monitor of …" is how the page knows what comes out of the computer; the server reads the quotes and the escaped spaces. */
const PROPERTIES = String.raw`source_properties=device.description="Monitor\ of\ this\ computer"`

/**
 * On Linux, lets browsers hear what the computer plays, until that is taken back. Chromium leaves monitors out of its list of inputs; a
 * source remapped from one it lists. PulseAudio makes it, and PipeWire in its place (module-remap-source).
 * @returns takes it back; null where there is nothing to ask, and the person shares the sound themselves
 */
export async function showOutput({ pactl = 'pactl', platform = process.platform } = {}): Promise<(() => Promise<void>) | null> {
  if (platform !== 'linux') return null
  const ask = async (...words: string[]): Promise<string> =>
    (await run(pactl, words, { env: { ...process.env, LC_ALL: 'C' }, timeout: TIMEOUT_MS })).stdout
  const hide = async (id: string): Promise<void> => {
    await ask('unload-module', id).catch(() => undefined) // gone with the server
  }
  try {
    for (const left of oursAmong(await ask('list', 'short', 'modules'))) await hide(left)
    const sink = /^Default Sink: (\S+)$/m.exec(await ask('info'))?.[1]
    if (sink === undefined) return null
    const id = (await ask('load-module', 'module-remap-source', `master=${sink}.monitor`, `source_name=${NAME}`, PROPERTIES)).trim()
    return () => hide(id)
  } catch {
    return null // no such program, no server, or one that cannot do it
  }
}

/** Ids of our modules, by the list's columns: id, name, arguments. */
const oursAmong = (list: string): string[] =>
  list.split('\n').flatMap((line) => {
    const [id, name, words] = line.split('\t')
    return id !== undefined && name === 'module-remap-source' && words?.includes(`source_name=${NAME} `) === true ? [id] : []
  })

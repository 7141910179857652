import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A sound server that does not answer must not keep a recording from beginning. */
const TIMEOUT_MS = 1_500
/** By this name we know our own again, also one that a killed process left behind. */
const NAME = 'sotto_output'
/** "Monitor of …" is how the page knows what comes out of the computer; the server reads the quotes and the escaped spaces. */
const PROPERTIES = String.raw`source_properties=device.description="Monitor\ of\ this\ computer"`

/** In the language that is parsed below. */
const env = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C' })

/**
 * On Linux, lets browsers hear what the computer plays, until that is taken back. Chromium leaves monitors out of its list of inputs; a
 * source remapped from one it lists. PulseAudio makes it, and PipeWire in its place (module-remap-source). Who puts on headphones
 * meanwhile chooses another output: the source follows.
 * @returns takes it back; null where there is nothing to ask, and the person shares the sound themselves
 */
export async function showOutput({ pactl = 'pactl', platform = process.platform } = {}): Promise<(() => Promise<void>) | null> {
  if (platform !== 'linux') return null
  const ask = async (...words: string[]): Promise<string> => (await run(pactl, words, { env: env(), timeout: TIMEOUT_MS })).stdout
  const usualOutput = async (): Promise<string | undefined> => /^Default Sink: (\S+)$/m.exec(await ask('info'))?.[1]
  const hide = async (id: string): Promise<void> => {
    await ask('unload-module', id).catch(() => undefined) // gone with the server
  }
  try {
    for (const left of oursAmong(await ask('list', 'short', 'modules'))) await hide(left)
    const first = await usualOutput()
    if (first === undefined) return null
    const id = (await ask('load-module', 'module-remap-source', `master=${first}.monitor`, `source_name=${NAME}`, PROPERTIES)).trim()
    let shown = first
    const unfollow = onServerChange(pactl, async () => {
      const sink = await usualOutput()
      const stream = streamOf(id, await ask('list', 'source-outputs'))
      if (sink === undefined || sink === shown || stream === undefined) return
      await ask('move-source-output', stream, `${sink}.monitor`)
      shown = sink
    })
    return () => {
      unfollow()
      return hide(id)
    }
  } catch {
    return null // no such program, no server, or one that cannot do it
  }
}

/** Calls after every change of what is usual on the server, one call at a time. @returns ends it */
function onServerChange(pactl: string, look: () => Promise<void>): () => void {
  const child = spawn(pactl, ['subscribe'], { stdio: ['ignore', 'pipe', 'ignore'], env: env() })
  let looking = Promise.resolve()
  child.stdout.on('data', (said: Buffer) => {
    // Without an answer the source stays with the output before; the next change is another try.
    if (said.includes('on server')) looking = looking.then(look).catch(() => undefined)
  })
  child.on('error', () => undefined) // then it follows nothing
  return () => void child.kill()
}

/** The stream by which a module listens: of paragraphs that begin `Source Output #NUMBER`, the one with its `Owner Module: NUMBER`. */
const streamOf = (id: string, list: string): string | undefined =>
  list.split(/\n\n/).flatMap((text) => (/^\s*Owner Module: (\d+)$/m.exec(text)?.[1] === id ? (/^Source Output #(\d+)/m.exec(text)?.[1] ?? []) : []))[0]

/** Ids of our modules, by the list's columns: id, name, arguments. */
const oursAmong = (list: string): string[] =>
  list.split('\n').flatMap((line) => {
    const [id, name, words] = line.split('\t')
    return id !== undefined && name === 'module-remap-source' && words?.includes(`source_name=${NAME} `) === true ? [id] : []
  })

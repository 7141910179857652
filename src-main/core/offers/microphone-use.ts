import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LIST_TIMEOUT_MS = 5_000
const LARGEST_LIST = 4 * 1024 * 1024
/** Several things happen at once when a call begins. */
const SETTLE_MS = 300
const AGAIN_MS = 30_000

export interface MicrophoneUse {
  /** Whether this system says who listens. */
  readonly isKnown: boolean
  stop(): void
}

/**
 * Says which streams listen to a microphone, whenever that may have changed. PulseAudio and PipeWire tell it by `pactl`; there is
 * nothing like it on other systems that needs no native code.
 */
export async function watchMicrophoneUse(onChange: (streams: readonly string[]) => void, { pactl = 'pactl' } = {}): Promise<MicrophoneUse> {
  const ask = async (): Promise<string[]> => microphoneStreams(await listing(pactl, 'source-outputs'), await listing(pactl, 'sources'))
  if (process.platform !== 'linux' || !(await ask().then(() => true, () => false))) return { isKnown: false, stop: () => undefined }
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let follower: ReturnType<typeof spawn> | null = null
  const look = (): void => {
    ask().then(
      (streams) => void (!isStopped && onChange(streams)),
      () => undefined, // the sound system is starting anew, and says so again
    )
  }
  const lookSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, SETTLE_MS).unref()
  }
  const follow = (): void => {
    if (isStopped) return
    const child = spawn(pactl, ['subscribe'], { stdio: ['ignore', 'pipe', 'ignore'], env: plainEnv() })
    follower = child
    child.stdout.on('data', (said: Buffer) => void (said.includes('source-output') && lookSoon()))
    child.on('error', () => undefined) // it ends, too
    child.on('close', () => void (!isStopped && setTimeout(follow, AGAIN_MS).unref()))
  }
  follow()
  look()
  return {
    isKnown: true,
    stop() {
      isStopped = true
      clearTimeout(timer)
      follower?.kill()
    },
  }
}

/** In the language that is parsed below. */
const plainEnv = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C' })

async function listing(pactl: string, what: 'source-outputs' | 'sources'): Promise<string> {
  const { stdout } = await run(pactl, ['list', what], { env: plainEnv(), timeout: LIST_TIMEOUT_MS, maxBuffer: LARGEST_LIST })
  return stdout
}

/** Streams that only draw a meter. */
const METERS = /peak detect|pavucontrol/i

/**
 * Who listens to a source that is no monitor of what the computer plays, by what `pactl list` says of both: a key for each stream, the
 * same for as long as it lives.
 * @param outputs streams that record, each in a paragraph that begins `Source Output #NUMBER`, with a line `Source: NUMBER`
 * @param sources devices, each in a paragraph that begins `Source #NUMBER`, with a line `Name: NAME`
 */
export function microphoneStreams(outputs: string, sources: string): string[] {
  const monitors = new Set(
    paragraphs(sources).flatMap((text) => (/^\s*Name: .*\.monitor$/m.test(text) ? (/^Source #(\d+)/m.exec(text)?.[1] ?? []) : [])),
  )
  return paragraphs(outputs).flatMap((text) => {
    const source = /^\s*Source: (\d+)$/m.exec(text)?.[1]
    if (source === undefined || monitors.has(source) || METERS.test(text)) return []
    // A sound server that begins anew counts from nought again, for other programs.
    const process = /application\.process\.id = "(\d+)"/.exec(text)?.[1] ?? ''
    return [`stream-${/^Source Output #(\d+)/m.exec(text)?.[1] ?? ''}-${process}`]
  })
}

const paragraphs = (text: string): string[] => text.split(/\n\n/)

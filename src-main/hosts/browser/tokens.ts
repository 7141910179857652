import { createHash, randomBytes } from 'node:crypto'

/** How long the way in stays open: a person's browser needs seconds to start, a finder of the address has nothing. */
const LAUNCH_MS = 60_000

/** 256 bits from the operating system, in characters that fit an address and a WebSocket's subprotocol. */
const fresh = (): string => randomBytes(32).toString('base64url')

/** Secrets are compared by their hashes, so that the time of a comparison tells nothing about them. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export interface Tokens {
  /** A single-use token that opens one session within a minute. `onEnd` is called once, when it is used or too old. */
  launch(onEnd?: () => void): string
  /** Turns a launch token into a session token. @returns null when it was never given out, was used, or is too old */
  exchange(launchToken: string): string | null
  isSession(session: string): boolean
  /** Ends every launch that is still open. */
  close(): void
}

interface Launch {
  readonly end: () => void
}

/** The two kinds of secret of the browser host. Both live in this process's memory and in that of the page, nowhere else. */
export function createTokens(launchMs = LAUNCH_MS): Tokens {
  const launches = new Map<string, Launch>()
  const sessions = new Set<string>()
  return {
    launch(onEnd) {
      const token = fresh()
      const hash = hashOf(token)
      const end = (): void => {
        clearTimeout(timer)
        if (launches.delete(hash)) onEnd?.()
      }
      const timer = setTimeout(end, launchMs).unref()
      launches.set(hash, { end })
      return token
    },
    exchange(launchToken) {
      const launch = launches.get(hashOf(launchToken))
      if (launch === undefined) return null
      launch.end()
      const session = fresh()
      sessions.add(hashOf(session))
      return session
    },
    isSession: (session) => sessions.has(hashOf(session)),
    close() {
      for (const { end } of launches.values()) end()
      sessions.clear()
    },
  }
}

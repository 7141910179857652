import { createHmac } from 'node:crypto'
import type { PiiType } from '../../../src-shared/domain/pii.ts'
import { makeToken, tokensIn, type Token } from '../../../src-shared/domain/token.ts'

/** One normalised form of something hidden, as its MAC, and the token it goes by. Several forms may share a token. */
export interface IndexEntry {
  readonly mac: string
  readonly token: Token
}

/**
 * Gives tokens out, one per thing, for one meeting. It knows forms only by their MAC, so redaction can go on after a
 * crash, or redact an edit, without opening the vault.
 */
export interface TokenBook {
  /** The token of `form`, made if new. `aliases` become further names of that token unless they already name something. */
  assign(type: PiiType, form: string, aliases?: readonly string[]): Token
  known(type: PiiType, form: string): Token | undefined
  /** True where the book came with entries: the meeting, or part of it, was redacted before. */
  readonly hasPast: boolean
  /** Keeps numbers that already stand in a text from being given out again. */
  reserve(token: Token): void
  /** Takes a form out again; its number may be given out anew. @returns its MAC, or null where it was not known */
  forget(type: PiiType, form: string): string | null
  /** All entries, old and new, in the order they were made. */
  entries(): IndexEntry[]
}

/**
 * `indexKey` is the meeting's HMAC key (32 bytes). `mac` is the hex HMAC-SHA-256 (RFC 2104) of type, a zero byte and the
 * normalised form; see `normal-form.ts` for what is normalised.
 */
export function createTokenBook(options: { indexKey: Uint8Array; entries: readonly { mac: string; token: string }[] }): TokenBook {
  const { indexKey } = options
  const tokens = new Map<string, Token>()
  const highest = new Map<PiiType, number>()
  const macs = new Map<string, string>()

  const macOf = (type: PiiType, form: string): string => {
    const message = `${type}\0${form}`
    const cached = macs.get(message)
    if (cached !== undefined) return cached
    const mac = createHmac('sha256', indexKey).update(message).digest('hex')
    macs.set(message, mac)
    return mac
  }
  const reserve = (token: Token): void => {
    for (const { type } of tokensIn(token)) highest.set(type, Math.max(highest.get(type) ?? 0, numberOf(token)))
  }
  for (const { mac, token: stored } of options.entries) {
    for (const { token } of tokensIn(stored)) {
      tokens.set(mac, token)
      reserve(token)
    }
  }
  return {
    assign(type, form, aliases = []) {
      const mac = macOf(type, form)
      const token = tokens.get(mac) ?? makeToken(type, (highest.get(type) ?? 0) + 1)
      tokens.set(mac, token)
      reserve(token)
      for (const alias of aliases) {
        const aliasMac = macOf(type, alias)
        if (!tokens.has(aliasMac)) tokens.set(aliasMac, token)
      }
      return token
    },
    known: (type, form) => tokens.get(macOf(type, form)),
    hasPast: options.entries.length > 0,
    reserve,
    forget(type, form) {
      const mac = macOf(type, form)
      return tokens.delete(mac) ? mac : null
    },
    entries: () => Array.from(tokens, ([mac, token]) => ({ mac, token })),
  }
}

const numberOf = (token: Token): number => Number(token.slice(token.lastIndexOf('_') + 1, -1))

import type { IncomingMessage } from 'node:http'

/** Status of a refusal, or null where a request may be looked at further. */
type Refusal = 403 | 421 | null

/**
 * Who may ask at all. A page elsewhere that points its own name at 127.0.0.1 (DNS rebinding) still sends that name as
 * Host; a page elsewhere that asks directly sends its Origin. Neither gets an answer.
 * @param needsOrigin calls that do something must come from our own page; a file may also be fetched by typing its address
 */
export function refusalOf({ headers }: IncomingMessage, authority: string, needsOrigin: boolean): Refusal {
  if (headers.host !== authority) return 421
  if (headers.origin === undefined) return needsOrigin ? 403 : null
  return headers.origin === `http://${authority}` ? null : 403
}

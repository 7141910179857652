/** How an answer continues a download. */
export type Continuation =
  /** Its bytes come after those we have. */
  | { readonly kind: 'append' }
  /** It is the whole file, so what we have is dropped. */
  | { readonly kind: 'whole'; readonly etag: string | null }
  /** It cannot be continued; ask again for the whole file. */
  | { readonly kind: 'ask again' }
  /** It is not the file we know: its length is another. */
  | { readonly kind: 'other file' }
  | { readonly kind: 'refused'; readonly status: number }

const CONTENT_RANGE = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/

/**
 * Reads the head of an answer to a request for the bytes from `have` on, of a file of `total` bytes (RFC 9110 §14).
 * A server that knows no ranges, or has another version than If-Range named, answers 200 with all of it.
 */
export function continuationOf({ status, headers }: Pick<Response, 'status' | 'headers'>, have: number, total: number): Continuation {
  const length = headers.get('content-length')
  if (status === 200) {
    // Bytes that would have to be unpacked first are not the bytes that were published.
    if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return { kind: 'other file' }
    if (length !== null && Number(length) !== total) return { kind: 'other file' }
    return { kind: 'whole', etag: strongEtag(headers.get('etag')) }
  }
  if (status === 206) {
    const [, first, , whole] = CONTENT_RANGE.exec(headers.get('content-range') ?? '') ?? []
    if (have === 0 || first === undefined) return { kind: 'ask again' }
    if (whole !== '*' && Number(whole) !== total) return { kind: 'other file' }
    return Number(first) === have ? { kind: 'append' } : { kind: 'ask again' }
  }
  if (status === 416) return { kind: 'ask again' }
  return { kind: 'refused', status }
}

/** Only a strong entity tag promises the same bytes (RFC 9110 §8.8.3), and only such may stand in If-Range. */
const strongEtag = (etag: string | null): string | null => (etag !== null && /^"[\u0021\u0023-\u007e]{0,200}"$/.test(etag) ? etag : null)

/** What is asked for: all of it, or what is missing. */
export function rangeHeaders(have: number, etag: string | null): Record<string, string> {
  if (have === 0) return {}
  return { range: `bytes=${have}-`, ...(etag === null ? {} : { 'if-range': etag }) }
}

/**
 * A request's body as bytes, read before anything is decided or sent: its size is a rule, and a redirect may ask for it again.
 * Reading stops as soon as the limit is passed.
 */
export async function requestBody(body: RequestInit['body'] | null, maxBytes: number): Promise<Uint8Array | null | 'too large'> {
  if (body === null || body === undefined) return null
  const stream: ReadableStream<Uint8Array> | null = new Response(body).body
  if (stream === null) return null
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream) {
    bytes += part.byteLength
    if (bytes > maxBytes) return 'too large' // leaving the loop cancels the stream
    parts.push(part)
  }
  return Buffer.concat(parts)
}

import { PIECE_BYTES } from '../../src-shared/wire/byte-stream.ts'
import { handedOverSchema, type HandedOver, type HandOver } from '../../src-shared/wire/hand-over.ts'
import { sendBytes, type SendOptions } from '../../src-shared/wire/send-bytes.ts'
import { browserWay } from './browser-way.ts'
import type { Link, Parting, RecorderClient, SottoClient } from './client.ts'
import { electronWay } from './electron-way.ts'
import type { Way } from './way.ts'

let found: Promise<Way> | undefined

/** Looked for once: the token that opens the browser's way works a single time. */
export const way = (): Promise<Way> => (found ??= location.protocol === 'app:' ? electronWay() : browserWay())

/**
 * The app behind this page.
 * @throws Failure NOT_CONNECTED when the page was opened without its single-use token, or the app does not answer
 */
export async function connect(): Promise<SottoClient> {
  return (await way()).client
}

/** Resolves when the other side has gone, and with how. */
export async function whenGone(): Promise<Parting> {
  return (await way()).gone
}

/**
 * A connection to the recorder, which stays while the store is locked.
 * @throws Failure NOT_CONNECTED
 */
export async function openRecorder(): Promise<Link<RecorderClient>> {
  return (await way()).openRecorder()
}

/**
 * Loads the page anew, in another process where the browser can do that, without losing the way to the app, which a reload in a
 * browser would: what a lock does, so that no text of any note is left in the page's memory.
 * @throws Failure NOT_CONNECTED when the app has gone
 */
export async function startAfresh(): Promise<void> {
  return (await way()).startAfresh()
}

/**
 * Hands a recording or a transcript to the app, which reads it as fast as it can and no faster.
 * @throws Failure what the import failed with; CANCELLED by the signal; NOT_CONNECTED
 */
export async function handOver(file: File, about: Omit<HandOver, 'fileName' | 'modifiedMs'> = {}, options: SendOptions = {}): Promise<HandedOver> {
  const { openFiles } = await way()
  const meta: HandOver = { ...about, fileName: file.name, modifiedMs: file.lastModified }
  return handedOverSchema.parse(await sendBytes(await openFiles(), piecesOf(file), meta, options))
}

/** A file piece by piece, so that a recording of hours is never in memory as a whole. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) yield new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer())
}

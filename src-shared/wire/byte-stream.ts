import { z } from 'zod'

/**
 * The words of the binary channel, the same over a MessagePort and a WebSocket. RPC carries calls; a recording of hours is
 * sent here, in pieces that the receiver asks for:
 *
 *     sender                      receiver
 *     { begin: meta }        →
 *                            ←    { more: bytes }     as often as there is room
 *     piece, piece, …        →                        never more bytes than were asked for
 *     { end: true }          →
 *                            ←    { done: result }  or at any time  { failed: { code, data } }
 *
 * Either side ends everything by closing. Control messages are JSON text; pieces are binary.
 */
export const senderMessageSchema = z.union([z.object({ begin: z.unknown() }), z.object({ end: z.literal(true) })])
export const receiverMessageSchema = z.union([
  z.object({ more: z.number().int().positive() }),
  z.object({ done: z.unknown() }),
  z.object({ failed: z.object({ code: z.string(), data: z.unknown() }) }),
])
export type SenderMessage = z.infer<typeof senderMessageSchema>
export type ReceiverMessage = z.infer<typeof receiverMessageSchema>

/** Bytes of one piece at most; small enough that cancelling is prompt, large enough that messages cost nothing. */
export const PIECE_BYTES = 256 * 1024

/** How much may be under way: the receiver asks for this first, then for what it has taken. */
export const WINDOW_BYTES = 4 * PIECE_BYTES

/** One connection of the binary channel, whatever carries it. */
export interface ByteWire {
  send(message: string | Uint8Array<ArrayBuffer>): void
  close(): void
  /** Called once each, before anything arrives. */
  onMessage(listener: (message: string | Uint8Array<ArrayBuffer>) => void): void
  onClose(listener: () => void): void
}

import { open } from 'node:fs/promises'

/** Magic number and the eleven integers that follow it in a Whisper model of whisper.cpp (`whisper_model_load`). */
export const HEADER_BYTES = 48

export interface GgmlHeader {
  /** whisper.cpp takes a model with 51 865 tokens or more for multilingual; English-only ones have one less. */
  readonly multilingual: boolean
}

/** 'ggml' as a little-endian number. */
const MAGIC = 0x67676d6c
const FIRST_MULTILINGUAL_VOCABULARY = 51_865

/** @returns null where these are not the first bytes of a Whisper model in ggml format */
export function readHeader(bytes: Buffer): GgmlHeader | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32LE(0) !== MAGIC) return null
  const vocabulary = bytes.readInt32LE(4)
  const audioPositions = bytes.readInt32LE(8)
  // Other ggml models of that age have the same magic; none has a vocabulary of Whisper's size and 1 500 audio positions.
  if (vocabulary < 50_000 || vocabulary > 60_000 || audioPositions < 1 || audioPositions > 10_000) return null
  return { multilingual: vocabulary >= FIRST_MULTILINGUAL_VOCABULARY }
}

/** @returns null where the file is too short or something else; @throws what reading it throws */
export async function headerOfFile(path: string): Promise<GgmlHeader | null> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return readHeader(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

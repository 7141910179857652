import { open } from 'node:fs/promises'
import { Failure } from '../../../src-shared/errors/failure.ts'

/** "ggml" as a little-endian 32-bit number; then come the hyper-parameters, the vocabulary's size first (whisper.cpp, whisper_model_load). */
const MAGIC = 0x67676d6c
const HEADER_BYTES = 48
/** whisper.cpp calls a model multilingual from this vocabulary on; one token fewer is an English-only model. */
const MULTILINGUAL_VOCABULARY = 51_865

export interface ModelFile {
  readonly multilingual: boolean
}

/**
 * Reads a model's header, since the addon tells a missing file from a damaged one by nothing.
 * @throws Failure SPEECH_MODEL_MISSING, BAD_SPEECH_MODEL
 */
export async function readModelFile(path: string): Promise<ModelFile> {
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    await using file = await open(path)
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0)
    if (bytesRead < HEADER_BYTES) throw new Failure('BAD_SPEECH_MODEL', { reason: 'not-ggml' })
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Failure('SPEECH_MODEL_MISSING', {}, { cause: thrown })
    throw new Failure('BAD_SPEECH_MODEL', { reason: 'unreadable' }, { cause: thrown })
  }
  const vocabulary = header.readInt32LE(4)
  if (header.readUInt32LE(0) !== MAGIC || vocabulary <= 0) throw new Failure('BAD_SPEECH_MODEL', { reason: 'not-ggml' })
  return { multilingual: vocabulary >= MULTILINGUAL_VOCABULARY }
}

import { Failure } from '../../../src-shared/errors/failure.ts'
import { headerOfFile, type GgmlHeader } from '../models/index.ts'

/**
 * Reads a model's header, since the addon tells a missing file from a damaged one by nothing.
 * @throws Failure SPEECH_MODEL_MISSING, BAD_SPEECH_MODEL
 */
export async function readModelFile(path: string): Promise<GgmlHeader> {
  const header = await headerOfFile(path).catch((thrown: unknown) => {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Failure('SPEECH_MODEL_MISSING', {}, { cause: thrown })
    throw new Failure('BAD_SPEECH_MODEL', { reason: 'unreadable' }, { cause: thrown })
  })
  if (header === null) throw new Failure('BAD_SPEECH_MODEL', { reason: 'not-ggml' })
  return header
}

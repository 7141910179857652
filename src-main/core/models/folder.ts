import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Model } from './manifest.ts'

/** Files of one model in the models folder. The name is whisper.cpp's own, so that a folder of its models can be used as it is. */
export interface ModelFiles {
  readonly file: string
  readonly part: string
  /** What the server said of the file that `part` belongs to. */
  readonly partOrigin: string
  readonly verified: string
}

export function filesOf(dir: string, { name }: Model): ModelFiles {
  const file = join(dir, `ggml-${name}.bin`)
  return { file, part: `${file}.part`, partOrigin: `${file}.part.json`, verified: `${file}.verified.json` }
}

export const allOf = (files: ModelFiles): readonly string[] => [files.file, files.part, files.partOrigin, files.verified]

/** @returns null where there is no such file */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (thrown) {
    if (isMissing(thrown)) return null
    throw thrown
  }
}

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'

const recordSchema = z.object({ sha256: z.string(), size: z.number(), mtimeMs: z.number(), ctimeMs: z.number() })

/** The file as it lies there; whatever writes to it, moves it or puts another in its place changes one of these. */
async function stampOf(path: string, model: Model): Promise<z.infer<typeof recordSchema>> {
  const { size, mtimeMs, ctimeMs } = await stat(path)
  return { sha256: model.sha256.value, size, mtimeMs, ctimeMs }
}

/**
 * Notes that the file's bytes were the published ones. This saves hashing gigabytes at every use; it is no defence against
 * somebody who may write into the folder.
 */
export async function noteVerified(files: ModelFiles, model: Model): Promise<void> {
  await writeFile(`${files.verified}.new`, JSON.stringify(await stampOf(files.file, model)), { mode: 0o600 })
  await rename(`${files.verified}.new`, files.verified)
}

/** Whether the file is there and was verified as it is now. */
export async function isVerified(files: ModelFiles, model: Model): Promise<boolean> {
  try {
    const noted = recordSchema.parse(JSON.parse(await readFile(files.verified, 'utf8')))
    const now = await stampOf(files.file, model)
    return noted.sha256 === now.sha256 && noted.size === now.size && noted.mtimeMs === now.mtimeMs && noted.ctimeMs === now.ctimeMs
  } catch {
    // No record, one that cannot be read, or no file: then it has to be hashed again, or is missing.
    return false
  }
}

export const forget = (paths: readonly string[]): Promise<void[]> => Promise.all(paths.map((path) => rm(path, { force: true })))

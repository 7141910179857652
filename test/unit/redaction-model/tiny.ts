import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSigningKey, signFolder, type ModelFacts } from '../../../scripts/pii-model/sign-folder.ts'
import { tinyModel } from '../../../scripts/pii-model/tiny-model.ts'

export const FACTS: ModelFacts = { name: 'tiny-names', version: '1', license: 'Apache-2.0', languages: ['en'] }

/** The tiny classifier in a folder of its own, signed. @returns the folder and the thumbprint of its key */
export async function tinyFolder(dir: string, { facts = FACTS, key }: { facts?: ModelFacts; key?: Awaited<ReturnType<typeof newSigningKey>> } = {}) {
  const folder = join(dir, 'tiny model')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(tinyModel())) writeFileSync(join(folder, name), bytes)
  return { folder, key: await signFolder(folder, facts, key ?? (await newSigningKey())) }
}

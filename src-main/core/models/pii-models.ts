import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { AddedPiiModel, ModelCheck, PiiModel } from '../../../src-shared/contract/models.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { readSignedList, SIGNED_LIST, type SignedList } from './pii-signed.ts'

/**
 * The model that finds personal data in text, if a person added one; there is one at a time. It is no part of what Sotto downloads: its
 * maker signs the folder, the person says that the key is the maker's, and its bytes are compared with what was signed whenever they
 * were touched, and once more when they are loaded.
 */
export interface PiiModels {
  list(): Promise<AddedPiiModel[]>
  /**
   * Copies a folder in, in place of the one that is there. The key has to be the one that model was signed with before, or the one named.
   * @throws Failure BAD_PII_MODEL (unsigned, unknown-key, damaged, unreadable), BAD_USAGE (a name that is taken), CANCELLED
   */
  add(folder: string, options: { key?: string | undefined; signal?: AbortSignal | undefined }): Promise<AddedPiiModel>
  /** @returns null where none is added; @throws Failure BAD_PII_MODEL where one is that must not be used */
  ready(): Promise<PiiModel | null>
  verify(name: string | undefined): Promise<ModelCheck[]>
  remove(name: string): Promise<boolean>
}

const STAMP = 'verified.json'
const stampSchema = z.array(z.object({ name: z.string(), size: z.number(), mtimeMs: z.number(), ctimeMs: z.number() }))

/** @param isTaken names of other models, which share the commands */
export function createPiiModels(modelsDir: string, isTaken: (name: string) => boolean): PiiModels {
  const home = join(modelsDir, 'pii')
  const folderOf = (name: string): string => join(home, name)

  const names = async (): Promise<string[]> => {
    const entries = await readdir(home, { withFileTypes: true }).catch(() => [])
    return entries.filter((entry) => entry.isDirectory() && !entry.name.endsWith('.new')).map(({ name }) => name).sort()
  }

  const described = async (list: SignedList, key: string, dir: string): Promise<AddedPiiModel> => ({
    name: list.name,
    version: list.version,
    license: list.license,
    languages: list.languages,
    bytes: list.files.reduce((sum, { bytes }) => sum + bytes, 0),
    key,
    verified: await isUntouched(dir, list),
  })

  /** Hashes what was touched since it was last hashed. @throws Failure BAD_PII_MODEL */
  const checked = async (name: string, anew = false): Promise<PiiModel> => {
    const dir = folderOf(name)
    const { list } = await readSignedList(dir)
    if (list.name !== name) throw new Failure('BAD_PII_MODEL', { reason: 'unsigned' })
    if (anew || !(await isUntouched(dir, list))) {
      await rm(join(dir, STAMP), { force: true })
      for (const file of list.files) await compare(join(dir, file.name), file)
      await stamp(dir, list)
    }
    return { ...list, dir }
  }

  return {
    async list() {
      const added = await Promise.all(
        (await names()).map(async (name) => {
          const read = await readSignedList(folderOf(name)).catch(() => null)
          if (read === null || read.list.name !== name) return { name, version: '', license: '', languages: [], bytes: 0, key: '', verified: false }
          return described(read.list, read.key, folderOf(name))
        }),
      )
      return added
    },

    async add(given, { key: trusted, signal }) {
      const from = resolve(given)
      const { list, key } = await readSignedList(from)
      if (isTaken(list.name)) throw new Failure('BAD_USAGE', { detail: 'A speech model has that name.' })
      const before = await readSignedList(folderOf(list.name)).catch(() => null)
      if (key !== trusted && key !== before?.key) throw new Failure('BAD_PII_MODEL', { reason: 'unknown-key', key })
      const to = `${folderOf(list.name)}.new`
      await rm(to, { recursive: true, force: true })
      await mkdir(to, { recursive: true, mode: 0o700 })
      try {
        for (const file of list.files) await compare(join(from, file.name), file, { to: join(to, file.name), signal })
        await copyFile(join(from, SIGNED_LIST), join(to, SIGNED_LIST))
        // What was checked is what is signed: the list may have been changed while files were copied.
        if ((await readSignedList(to)).key !== key) throw new Failure('BAD_PII_MODEL', { reason: 'unsigned' })
        await stamp(to, list)
        for (const name of await names()) await rm(folderOf(name), { recursive: true, force: true })
        await rename(to, folderOf(list.name))
      } catch (thrown) {
        await rm(to, { recursive: true, force: true })
        if (signal?.aborted === true) throw new Failure('CANCELLED', {}, { cause: thrown })
        throw thrown
      }
      return described(list, key, folderOf(list.name))
    },

    async ready() {
      const [name] = await names()
      return name === undefined ? null : checked(name)
    },

    async verify(name) {
      const asked = (await names()).filter((each) => name === undefined || each === name)
      return Promise.all(
        asked.map((each) =>
          checked(each, true).then(
            (): ModelCheck => ({ name: each, ok: true, problem: null }),
            (): ModelCheck => ({ name: each, ok: false, problem: 'hash' }),
          ),
        ),
      )
    },

    async remove(name) {
      if (!(await names()).includes(name)) return false
      await rm(folderOf(name), { recursive: true, force: true })
      return true
    },
  }
}

/** @throws Failure BAD_PII_MODEL (unreadable, damaged), or what the signal was aborted with */
async function compare(
  path: string,
  file: SignedList['files'][number],
  { to, signal }: { to?: string; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      if (bytes > file.bytes) done(new Failure('BAD_PII_MODEL', { reason: 'damaged' }))
      else done(null, to === undefined ? undefined : chunk)
    },
  })
  if (to === undefined) through.resume()
  const source = createReadStream(path)
  const options = signal === undefined ? {} : { signal }
  try {
    await (to === undefined ? pipeline(source, through, options) : pipeline(source, through, createWriteStream(to, { mode: 0o600 }), options))
  } catch (thrown) {
    if (thrown instanceof Failure || signal?.aborted === true) throw thrown
    throw new Failure('BAD_PII_MODEL', { reason: 'unreadable' }, { cause: thrown })
  }
  if (bytes !== file.bytes || hash.digest('hex') !== file.sha256) throw new Failure('BAD_PII_MODEL', { reason: 'damaged' })
}

const stampsOf = (dir: string, { files }: SignedList): Promise<z.infer<typeof stampSchema>> =>
  Promise.all(
    files.map(async ({ name }) => {
      const { size, mtimeMs, ctimeMs } = await stat(join(dir, name))
      return { name, size, mtimeMs, ctimeMs }
    }),
  )

/** Saves hashing at every use; it is no defence against somebody who may write into the folder. What is loaded is hashed as it is loaded. */
async function stamp(dir: string, list: SignedList): Promise<void> {
  await writeFile(join(dir, STAMP), JSON.stringify(await stampsOf(dir, list)), { mode: 0o600 })
}

async function isUntouched(dir: string, list: SignedList): Promise<boolean> {
  try {
    const noted = stampSchema.parse(JSON.parse(await readFile(join(dir, STAMP), 'utf8')))
    const now = await stampsOf(dir, list)
    return now.every(({ name, size, mtimeMs, ctimeMs }) =>
      noted.some((other) => other.name === name && other.size === size && other.mtimeMs === mtimeMs && other.ctimeMs === ctimeMs),
    )
  } catch {
    return false
  }
}

import { readFileSync } from 'node:fs'
import { z } from 'zod'

const source = z.string().min(1)
const hash = (digits: number) => z.object({ value: z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`)), sources: z.array(source).min(1) })

const modelSchema = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  url: z.url({ protocol: /^https$/ }),
  /** `en`: English only; `many`: about a hundred languages. */
  languages: z.enum(['en', 'many']),
  bytes: z.number().int().positive(),
  /** What decides whether a file is the published one. */
  sha256: hash(64),
  /** Git's id of the publisher's LFS pointer, a SHA-1 over SHA-256 and size: a slip of the pen in either shows. */
  pointerBlob: z.string().regex(/^[0-9a-f]{40}$/),
  /** What the publisher's own documentation lists; has to fit as well. */
  sha1: hash(40),
})
export type Model = z.infer<typeof modelSchema>

/** @internal Exported for the test of resources/models.json. */
export const manifestSchema = z
  .object({ license: z.string(), sources: z.record(z.string(), z.string()), models: z.array(modelSchema).min(1) })
  .refine(({ models }) => new Set(models.map(({ name }) => name)).size === models.length, 'a name twice')
  .refine(
    ({ sources, models }) => models.every(({ sha256, sha1 }) => [...sha256.sources, ...sha1.sources].every((name) => Object.hasOwn(sources, name))),
    'a hash without a source',
  )
/**
 * The models Sotto knows, from quick to thorough. There is no entry without hashes that were found published, and no way to
 * pull a model that is no entry: a file from elsewhere is given by its path.
 */
export type Manifest = z.infer<typeof manifestSchema>

export const shippedManifest = (): Manifest =>
  manifestSchema.parse(JSON.parse(readFileSync(new URL('../../../resources/models.json', import.meta.url), 'utf8')))

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../src-main/core/egress/decide.pure.ts'
import { EGRESS_RULES } from '../../../src-main/core/egress/rules.ts'
import { manifestSchema, shippedManifest } from '../../../src-main/core/models/manifest.ts'

const manifest = shippedManifest()

describe('the models that ship', () => {
  it.each(['tiny', 'tiny.en', 'base', 'base.en', 'small', 'small.en', 'medium', 'large-v3', 'large-v3-turbo', 'large-v3-turbo-q5_0'])('have %s', (name) => {
    expect(manifest.models.map((model) => model.name)).toContain(name)
  })

  it.each(manifest.models)('$name: size and SHA-256 are those of the publisher’s own pointer', ({ bytes, sha256, pointerBlob }) => {
    // Git names a file by SHA-1 of `blob LENGTH\0CONTENT`; the content of an LFS pointer is fixed by its specification.
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256.value}\nsize ${bytes}\n`
    expect(createHash('sha1').update(`blob ${pointer.length}\0${pointer}`).digest('hex')).toBe(pointerBlob)
  })

  it.each(manifest.models)('$name: the egress rules allow its address, which names one revision for good', ({ name, url }) => {
    expect(decide(EGRESS_RULES['model-download'], { address: url, method: 'GET' })).toHaveProperty('allowed')
    expect(url).toMatch(new RegExp(`/resolve/[0-9a-f]{40}/ggml-${name.replaceAll('.', String.raw`\.`)}\\.bin$`))
    expect(EGRESS_RULES['model-download'].maxResponseBytes).toBeGreaterThan(manifest.models.find((model) => model.url === url)?.bytes ?? Infinity)
  })

  it('go by name: English only where the name says so', () => {
    expect(manifest.models.filter(({ name, languages }) => name.includes('.en') !== (languages === 'en'))).toEqual([])
  })

  it('have no two alike', () => {
    for (const key of ['sha256', 'sha1'] as const) expect(new Set(manifest.models.map((model) => model[key].value)).size).toBe(manifest.models.length)
  })
})

describe('a manifest', () => {
  const [first] = manifest.models
  const withModel = (change: object) => ({ ...manifest, models: [{ ...first, ...change }] })

  it.each([
    ['has no hash', { sha256: undefined }],
    ['has a hash without a source', { sha1: { value: first?.sha1.value, sources: [] } }],
    ['names a source it does not describe', { sha1: { value: first?.sha1.value, sources: ['hearsay'] } }],
    ['has half a hash', { sha256: { value: 'abc', sources: ['pins'] } }],
    ['goes over plain http', { url: 'http://huggingface.co/x.bin' }],
    ['has a name that leaves its folder', { name: '../tiny' }],
  ])('is refused when an entry %s', (_, change) => {
    expect(manifestSchema.safeParse(withModel({})).success).toBe(true)
    expect(manifestSchema.safeParse(withModel(change)).success).toBe(false)
  })

  it('is refused when two entries have one name', () => {
    expect(manifestSchema.safeParse({ ...manifest, models: [first, first] }).success).toBe(false)
  })
})

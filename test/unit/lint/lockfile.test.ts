import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({
    version: z.string().optional(),
    integrity: z.string().optional(),
    optionalDependencies: z.record(z.string(), z.string()).optional(),
  })),
})

const { packages } = lockSchema.parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8')))
const installed = Object.entries(packages).filter(([path]) => path !== '')

describe('lockfile', () => {
  it('has the hash of every package', () => {
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
  })

  // A version whose package for one platform is missing from the registry leaves a hole here, and npm ci then refuses to
  // install anywhere: choose a version that is complete.
  it('has the packages of every platform, not only of the one it was made on', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined)
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })
})

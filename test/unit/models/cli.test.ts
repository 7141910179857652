import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, runJson, workFolder } from '../../support/cli.ts'

const folder = workFolder()
const models = join(folder.data, 'models')
const options = { data: folder.data, temp: folder.temp, passphrase: null }

beforeAll(() => mkdirSync(models, { recursive: true }))
afterAll(() => folder.remove())

/** Looking after models needs no passphrase and no store. */
describe('sotto models', { timeout: 30_000 }, () => {
  it('lists what there is and what is here', async () => {
    writeFileSync(join(models, 'ggml-tiny.bin.part'), Buffer.alloc(1000))
    const { status, document } = await runJson(['models', 'list'], options)
    expect(status).toBe(0)
    expect(document).toHaveProperty('models', expect.arrayContaining([
      { name: 'tiny', bytes: 77_691_713, license: 'MIT', languages: 'many', installed: false, verified: false, partialBytes: 1000 },
      { name: 'base.en', bytes: 147_964_211, license: 'MIT', languages: 'en', installed: false, verified: false, partialBytes: 0 },
    ]))
    const { stdout } = await run(['models', 'list'], options)
    expect(stdout).toContain('large-v3-turbo')
    expect(stdout).toContain('sotto models pull')
  })

  it('says which file is not what was published, and exits 1', async () => {
    writeFileSync(join(models, 'ggml-base.bin'), 'half a model')
    const { status, stdout } = await run(['models', 'verify'], options)
    expect([status, stdout]).toEqual([1, expect.stringContaining('sotto models pull base')])
  })

  it('removes a model with everything that belongs to it', async () => {
    expect((await runJson(['models', 'remove', 'base'], options)).document).toEqual({ removed: ['base'] })
    await run(['models', 'remove', 'tiny'], options)
    expect(readdirSync(models)).toEqual([])
  })

  it.each([['remove', '../keys'], ['verify', 'small']])('%s %s is a mistake that is explained', async (command, name) => {
    const { status, document } = await runJson(['models', command, name], options)
    expect(status).toBe(2)
    expect(document).toMatchObject({ error: { code: 'BAD_USAGE' } })
  })

  it('pulls only where the request can be entered in the ledger', async () => {
    const { status, document } = await runJson(['models', 'pull', 'tiny'], options)
    expect(status).toBe(3)
    expect(document).toMatchObject({ error: { code: 'STORE_MISSING' } })
  })
})

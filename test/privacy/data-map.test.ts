import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openForWriting } from '../../src-main/core/store/index.ts'
import { canaryMeeting, filesBelow } from '../support/canaries.ts'
import { importRecording, importText, openSotto } from '../support/sotto.ts'

const place = z.strictObject({ class: z.enum(['content', 'identifier', 'technical']), readBy: z.string().min(5), erasedBy: z.string().min(5) })
const map = z
  .strictObject({ about: z.string(), columns: z.record(z.string(), z.record(z.string(), place)), files: z.record(z.string(), place) })
  .parse(JSON.parse(readFileSync(fileURLToPath(new URL('../../docs/data-map/data-map.json', import.meta.url)), 'utf8')))

describe('docs/data-map', () => {
  it('classes every column of the database, and no column that is not there', () => {
    const dir = mkdtempSync(join(tmpdir(), 'sotto-map-'))
    const db = openForWriting(join(dir, 'sotto.db'), new Uint8Array(32), 'create')
    try {
      const tables = z
        .array(z.object({ name: z.string() }))
        .parse(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_fts_%'").all())
      const actual = Object.fromEntries(
        tables.map(({ name }) => [
          name,
          z
            .array(z.object({ name: z.string() }))
            .parse(db.prepare('SELECT name FROM pragma_table_info(?)').all(name))
            .map((column) => column.name)
            .sort(),
        ]),
      )
      const mapped = Object.fromEntries(Object.entries(map.columns).map(([table, columns]) => [table, Object.keys(columns).sort()]))
      expect(mapped).toEqual(actual)
    } finally {
      db.close()
      rmSync(dir, { recursive: true })
    }
  })

  it('names every file a full run leaves in the data directory', async () => {
    const opened = await openSotto()
    try {
      await importText(opened.client, canaryMeeting(8))
      await importRecording(opened.client, 'agenda')
      await expect(opened.client.system.lock({}).then(() => opened.client.system.unlock({ passphrase: 'wrong passphrase' }))).rejects.toThrow()
      const known = new Set(Object.keys(map.files))
      expect(
        filesBelow(opened.dir)
          .map((file) => relative(opened.dir, file).replaceAll('\\', '/'))
          .map((file) => file.replace(/^audio\/[^/]+\//, 'audio/<recording>/').replace(/\/\d+\.(part|opus)$/, '/<part>.$1'))
          .filter((file) => !known.has(file)),
      ).toEqual([])
    } finally {
      await opened.remove()
    }
  })
})

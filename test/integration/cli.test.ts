import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canaryMeeting } from '../support/canaries.ts'
import { PASSPHRASE, run, runJson, start, workFolder } from '../support/cli.ts'

/** The command line as scripts see it: statuses and documents of DESIGN §15. One store, used in the order of a first day. */
const folder = workFolder()
const { data, temp } = folder
const options = { data, temp }
const meeting = join(folder.dir, 'Weekly sync.vtt')
const broken = join(folder.dir, 'broken.vtt')
let words: string[] = []
let id = ''

beforeAll(async () => {
  writeFileSync(meeting, canaryMeeting(24))
  writeFileSync(broken, 'WEBVTT\n\n00:00:01.000 --> soon\nHello\n')
  const { status, document } = await runJson(['init'], options)
  expect(status).toBe(0)
  words = z.object({ recoveryKey: z.string() }).parse(document).recoveryKey.split(' ')
})
afterAll(() => folder.remove())

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), fix: z.string().optional() }) })

describe('sotto', () => {
  it('init gives 24 recovery words, once', async () => {
    expect(words).toHaveLength(24)
    const again = await runJson(['init'], options)
    expect(again.status).toBe(2)
    expect(errorSchema.parse(again.document).error.code).toBe('STORE_EXISTS')
  })

  it('settings are listed, changed and refused', async () => {
    expect(await runJson(['settings', 'set', 'words', 'after'], options)).toMatchObject({ status: 0, document: { settings: { words: 'after' } } })
    expect((await run(['settings', 'list'], options)).stdout).toMatch(/^words +after$/m)
    const refused = await runJson(['settings', 'set', 'words', 'backwards'], options)
    expect(refused.status).toBe(2)
    expect(errorSchema.parse(refused.document).error.message).toContain('live, after')
  })

  it('list says so where there is nothing', async () => {
    expect(await runJson(['list'], options)).toMatchObject({ status: 0, document: { notes: [] } })
    expect((await run(['list'], options)).stdout).toContain('No notes yet')
  })

  it('import makes one note a file, goes on after a broken one, and ends with 2', async () => {
    const { status, document } = await runJson(
      ['import', meeting, broken, join(folder.dir, 'absent.vtt'), '--date', '2026-11-03', '--title', 'Sync with Zebulon'],
      options,
    )
    expect(status).toBe(2)
    const notes = z
      .object({
        notes: z.tuple([
          z.strictObject({
            id: z.string(),
            title: z.string(),
            state: z.literal('ready'),
            segments: z.literal(24),
            speakers: z.literal(2),
            engine: z.literal('embedded'),
          }),
          z.strictObject({
            file: z.literal(broken),
            error: z.object({ code: z.literal('BAD_TRANSCRIPT'), message: z.string(), line: z.literal(3) }).loose(),
          }),
          z.strictObject({ file: z.string(), error: z.object({ code: z.literal('FILE_UNREADABLE') }).loose() }),
        ]),
      })
      .parse(document).notes
    id = notes[0].id
    expect(notes[0].title).toMatch(/^Sync with \[PERSON_\d+\]$/)
  })

  it("import of a single broken file ends with that file's own status and stores nothing", async () => {
    const { status, stderr, stdout } = await run(['import', broken], options)
    expect(status).toBe(2)
    expect(stdout + stderr).toMatch(/Line 3/)
    expect(await runJson(['list'], options)).toMatchObject({ document: { notes: [{ id }] } })
  })

  it('list and show have the stable shapes', async () => {
    const listed = await runJson(['list'], options)
    z.strictObject({
      notes: z
        .array(
          z.strictObject({
            id: z.string(),
            title: z.string().nullable(),
            date: z.string(),
            state: z.string(),
            durationMs: z.number().nullable(),
            actions: z.number().int(),
          }),
        )
        .length(1),
    }).parse(listed.document)
    const shown = await runJson(['show', id], options)
    const bullet = z.object({ text: z.string(), segments: z.array(z.number().int()).min(1) }).loose()
    const note = z
      .strictObject({
        id: z.literal(id),
        title: z.string(),
        date: z.literal('2026-11-03'),
        state: z.literal('ready'),
        participants: z.array(z.string()),
        segments: z
          .array(
            z.strictObject({
              index: z.number(),
              speaker: z.string().nullable(),
              startMs: z.number().nullable(),
              endMs: z.number().nullable(),
              text: z.string(),
            }),
          )
          .length(24),
        summary: z.strictObject({
          title: z.string(),
          overview: z.string(),
          highlights: z.array(bullet),
          topics: z.array(z.unknown()),
          decisions: z.array(bullet),
          actions: z.array(bullet),
          questions: z.array(bullet),
          engine: z.unknown(),
        }),
        redactions: z.array(z.strictObject({ token: z.string(), type: z.string(), count: z.number().int() })),
      })
      .parse(shown.document)
    expect(JSON.stringify(note)).not.toContain('Zebulon')
    const revealed = await run(['show', id.slice(-6), '--reveal'], options)
    expect(revealed.stdout).toContain('Zebulon Quackenbush')
    expect((await run(['show', 'NOSUCH'], options)).status).toBe(2)
  })

  it('search finds words and names', async () => {
    const { status, document } = await runJson(['search', 'vermilionbudget'], options)
    expect(status).toBe(0)
    const { results } = z
      .object({
        results: z
          .array(z.strictObject({ noteId: z.literal(id), title: z.string(), segment: z.number().nullable(), text: z.string(), score: z.number() }))
          .min(1),
      })
      .parse(document)
    expect(results[0]?.text).toContain('vermilionbudget')
    expect((await run(['search', 'thistlewood', '--reveal'], options)).stdout).toContain('Thistlewood')
  })

  it('edit redacts what is typed; export writes it out', async () => {
    expect((await run(['edit', id, '--segment', '0', '--text', 'Quackenbush likes persimmons.'], options)).status).toBe(0)
    const out = join(folder.dir, 'note.md')
    expect((await run(['export', id, '--format', 'md', '-o', out], options)).status).toBe(0)
    const text = readFileSync(out, 'utf8')
    expect(text).toContain('likes persimmons')
    expect(text).not.toContain('Quackenbush')
    expect((await run(['edit', id], options)).status).toBe(2)
  })

  it('redact shows what would be hidden, as text and as JSON lines', async () => {
    const plain = await run(['redact', '--participants', 'Alice Schmidt'], { ...options, input: 'Mail alice: a.schmidt@example.com\n' })
    expect(plain).toMatchObject({ status: 0, stdout: 'Mail [PERSON_1]: [EMAIL_1]\n' })
    const line = { id: 'x', text: 'Mail alice: a.schmidt@example.com', participants: ['Alice Schmidt'] }
    const { stdout } = await run(['redact', '--format', 'jsonl'], { ...options, input: `${JSON.stringify(line)}\n` })
    const { entities } = z
      .object({
        id: z.literal('x'),
        redacted: z.string(),
        entities: z.array(
          z.object({ start: z.number(), end: z.number(), type: z.string(), token: z.string(), score: z.number(), recognizer: z.string() }),
        ),
      })
      .parse(JSON.parse(stdout))
    expect(entities.map(({ start, end }) => line.text.slice(start, end))).toEqual(['alice', 'a.schmidt@example.com'])
    expect((await run(['redact', '--format', 'jsonl'], { ...options, input: 'nonsense\n' })).status).toBe(2)
  })

  it('summarize works on text as given and cites zero-based segments', async () => {
    const input = JSON.stringify({
      participants: ['Dana', 'Eli'],
      date: '2026-11-03',
      segments: [
        { speaker: 'Dana', text: 'We agreed to move the launch of the new invoice page to March because testing is late.' },
        { speaker: 'Eli', text: 'I will send the revised schedule to the whole team by Friday.' },
        { speaker: 'Dana', text: 'Good, thank you.' },
      ],
    })
    const { status, document } = await runJson(['summarize', '-'], { ...options, input })
    expect(status).toBe(0)
    const { actions } = z
      .object({
        overview: z.string(),
        actions: z.array(z.object({ text: z.string(), owner: z.string().optional(), due: z.string().optional(), segments: z.array(z.number()) })),
      })
      .loose()
      .parse(document)
    expect(actions[0]).toMatchObject({ owner: 'Eli', due: '2026-11-06', segments: [1] })
  })

  it('ends with 3 and damages nothing on a wrong passphrase, and with 3 without one', async () => {
    const wrong = await runJson(['list'], { ...options, passphrase: 'not the passphrase' })
    expect(wrong.status).toBe(3)
    expect(errorSchema.parse(wrong.document).error.code).toBe('WRONG_PASSPHRASE')
    expect((await run(['list'], { ...options, passphrase: null })).status).toBe(3)
    expect((await run(['list'], options)).status).toBe(0)
  })

  it('ends with 3 where there is no store, and with 2 on words it does not know', async () => {
    expect((await run(['list'], { data: join(folder.dir, 'nowhere') })).status).toBe(3)
    expect((await run(['lost'], options)).status).toBe(2)
    expect((await runJson(['import'], options)).status).toBe(2)
    expect((await run(['help'], options)).status).toBe(0)
  })

  it('ends with 4 where the wanted engine is not there', async () => {
    const { status, stderr } = await run(['summarize', meeting, '--engine', 'ollama'], { ...options, env: { OLLAMA_HOST: '127.0.0.1:1' } })
    expect(status).toBe(4)
    expect(stderr).toContain('not running')
  })

  it('refuses a model server elsewhere before anything is sent', async () => {
    const { status, stderr } = await run(['summarize', meeting, '--engine', 'ollama'], { ...options, env: { OLLAMA_HOST: 'http://192.0.2.1:11434' } })
    expect(status).toBe(1)
    expect(stderr).toContain('egress')
  })

  it('audit verifies in the store, and exported without a store', async () => {
    expect(await runJson(['audit', 'verify'], options)).toMatchObject({ status: 0, document: { ok: true } })
    const log = join(folder.dir, 'log.jsonl')
    expect((await run(['audit', 'export', log], options)).status).toBe(0)
    expect(await runJson(['audit', 'verify', log], { data: join(folder.dir, 'elsewhere'), passphrase: null })).toMatchObject({
      status: 0,
      document: { ok: true },
    })
    writeFileSync(log, readFileSync(log, 'utf8').replace('note.imported', 'note.exported'))
    expect(await runJson(['audit', 'verify', log], options)).toMatchObject({ status: 1, document: { ok: false, firstBad: expect.any(Number) } })
  })

  it('doctor looks at the rest where one thing is damaged', async () => {
    const elsewhere = join(folder.dir, 'damaged')
    expect((await run(['init'], { ...options, data: elsewhere })).status).toBe(0)
    writeFileSync(join(elsewhere, 'keys.json'), '{"version":1,')
    const { status, document } = await runJson(['doctor'], { ...options, data: elsewhere })
    expect(status).toBe(1)
    expect(document).toMatchObject({ ok: false })
    const { checks } = document as { checks: { name: string; state: string }[] } // the CLI's own stable shape
    expect(checks.filter(({ state }) => state === 'failed').map(({ name }) => name)).toContain('keys')
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['program', 'disk', 'speech engine', 'speech model']))
  })

  it('doctor looks at everything and says how to mend it', async () => {
    const { status, document } = await runJson(['doctor'], options)
    expect(status).toBe(0)
    const { checks } = z.object({ checks: z.array(z.object({ name: z.string(), state: z.string() }).loose()) }).parse(document)
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['data directory', 'disk', 'keys', 'database', 'audit log', 'jobs', 'ollama']),
    )
    expect((await run(['recovery', 'confirm'], options)).status).toBe(0)
    const renewed = await runJson(['recovery', 'new'], options)
    words = z.object({ recoveryKey: z.string() }).parse(renewed.document).recoveryKey.split(' ')
    expect(words).toHaveLength(24)
  })

  it('recovers with the 24 words, and changes the passphrase', async () => {
    const wordsFile = join(folder.dir, 'words.txt')
    const fresh = join(folder.dir, 'fresh.txt')
    writeFileSync(wordsFile, words.join('\n'))
    writeFileSync(fresh, 'another four words here\n')
    expect((await run(['recover', '--words-file', wordsFile, '--new-passphrase-file', fresh], { ...options, passphrase: null })).status).toBe(0)
    expect((await run(['list'], options)).status).toBe(3)
    expect((await run(['--passphrase-file', fresh, 'list'], { ...options, passphrase: null })).status).toBe(0)
    writeFileSync(wordsFile, PASSPHRASE)
    expect((await run(['--passphrase-file', fresh, 'passphrase', '--new-passphrase-file', wordsFile], { ...options, passphrase: null })).status).toBe(
      0,
    )
    expect((await run(['list'], options)).status).toBe(0)
  })

  it('speaks to a running owner, which nobody else may', async () => {
    const { child, ran } = start(['serve'], options)
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    try {
      // No passphrase needed here: the owner is unlocked, and the socket is this user's alone.
      expect(await runJson(['show', id], { ...options, passphrase: null })).toMatchObject({ status: 0, document: { id } })
      const { status, document } = await runJson(['import', meeting], { ...options, passphrase: null })
      expect({ status, document }).toMatchObject({ status: 0, document: { notes: [{ state: 'ready', segments: 24 }] } })
      expect((await run(['import', broken], { ...options, passphrase: null })).status).toBe(2)
      expect((await run(['serve'], options)).status).toBe(1)
    } finally {
      child.kill('SIGINT')
    }
    expect((await ran).status).toBe(0)
  })

  it('lets several commands work at once, the first one as owner for the others', async () => {
    const before = z.object({ notes: z.array(z.unknown()) }).parse((await runJson(['list'], options)).document).notes.length
    const all = await Promise.all([1, 2, 3].map(() => runJson(['import', meeting], options)))
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0])
    expect(z.object({ notes: z.array(z.unknown()) }).parse((await runJson(['list'], options)).document).notes).toHaveLength(before + 3)
  })

  it('delete asks, and with --yes it is gone for good', async () => {
    expect((await run(['delete', id], options)).status).toBe(2)
    expect(await runJson(['delete', id, '--yes'], options)).toMatchObject({ status: 0, document: { deleted: [id] } })
    expect((await run(['show', id], options)).status).toBe(2)
  })
})

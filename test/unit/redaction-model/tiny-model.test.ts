import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSigningKey, signFolder } from '../../../scripts/pii-model/sign-folder.ts'
import { createModels, type Models } from '../../../src-main/core/models/index.ts'
import { createLooking, createTokenBook, redactMeeting, redactPlainWith, textsToScan } from '../../../src-main/core/redaction/index.ts'
import { openNameModel, type NameModel } from '../../../src-main/core/redaction/model/open-model.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { FACTS, tinyFolder } from './tiny.ts'

const dir = mkdtempSync(join(tmpdir(), 'sotto-model-'))
let made: Awaited<ReturnType<typeof tinyFolder>>
let models: Models
let model: NameModel

beforeAll(async () => {
  made = await tinyFolder(dir)
  models = createModels({ dir: join(dir, 'models') })
  await models.pii.add(made.folder, { key: made.key })
  const ready = await models.pii.ready()
  if (ready === null) throw new Error('it was added')
  model = await openNameModel(ready)
})
afterAll(() => rmSync(dir, { recursive: true }))

const found = async (text: string): Promise<string[]> => (await model.find(text)).map(({ start, end }) => text.slice(start, end))

describe('a model that finds names', () => {
  it('points at words by their exact places, with type, score, recogniser and cue', async () => {
    const text = 'my colleague Zorbla Vexnik said the budget'
    const [span, ...more] = await model.find(text)
    expect(span).toMatchObject({ start: 13, end: 26, type: 'PERSON', recognizer: 'model:tiny-names', cue: 'PER' })
    expect(span?.score).toBeGreaterThan(0.9)
    expect(more).toEqual([])
  })

  it('finds the places of names with marks, in any form of writing them', async () => {
    for (const name of ['Zörblä', 'Zörblä'.normalize('NFD'), 'Zorbla']) {
      expect(await found(`we met “${name}”, and ${name.toUpperCase()}: the plan`)).toEqual([name, name.toUpperCase()])
    }
  })

  it('is left alone by what it is not sure of, and leaves tokens alone', async () => {
    expect(await found('we met qqq today')).toEqual([])
    expect(await found('we met [PERSON_3] today')).toEqual([])
  })

  it('finds the same at every place of a text far longer than it can look at', async () => {
    const text = Array.from({ length: 300 }, (_, line) => `my colleague Zorbla said the budget ${line} is about the plan.`).join(' ')
    const spans = await found(text)
    expect(spans).toHaveLength(300)
    expect(new Set(spans)).toEqual(new Set(['Zorbla']))
  })

  it('looks at any text without losing its place', async () => {
    for (const text of ['', ' ', '\uFFFD', '🧑🏽‍🚀'.repeat(400), 'x'.repeat(5000), '字'.repeat(900), '\u0301\u0301 a', 'ﷺ'.repeat(60)]) {
      for (const { start, end } of await model.find(text)) expect(0 <= start && start < end && end <= text.length).toBe(true)
    }
  })
})

describe('redaction with a model', () => {
  const looking = createLooking(() => 0)
  beforeAll(async () => looking.use(await models.pii.ready()))

  it('hides what both find, each once, and everywhere in the meeting', async () => {
    const meeting = {
      participants: [],
      cues: ['my colleague zorbla vexnik said call zorb@example.org', 'and zorbla vexnik said it'].map((text) => ({ text: rawText(text) })),
      language: 'en',
    }
    const { found: foundByModel } = await looking.look(textsToScan(meeting))
    const { cues } = redactMeeting({ ...meeting, foundByModel }, createTokenBook({ indexKey: new Uint8Array(32), entries: [] }))
    expect(cues.map(({ text }) => text.text)).toEqual(['my colleague [PERSON_1] said call [EMAIL_1]', 'and [PERSON_1] said it'])
    expect(cues[0]?.text.hidden.map(({ span }) => span.recognizer)).toEqual(['model:tiny-names', 'email'])
  })

  it('counts in the offsets of the text as it was given', async () => {
    const text = 'we met zo\u0308rbla vexnik today'
    const { entities } = await redactPlainWith(looking, text, { lang: 'en' })
    expect(entities.map(({ start, end }) => text.slice(start, end))).toEqual(['zo\u0308rbla vexnik'])
  })

  it('does as before without one', async () => {
    const none = createLooking(() => 0)
    const text = 'the budget is in a yellow plan'
    expect((await redactPlainWith(looking, text, { lang: 'en' })).redacted).toBe('the budget is in a [PERSON_1] plan')
    expect((await redactPlainWith(none, text, { lang: 'en' })).entities).toEqual([])
  })
})

describe('only what was signed', () => {
  const fresh = (): Models => createModels({ dir: mkdtempSync(join(dir, 'home-')) })

  it('is added: no folder without a signature, or with another key than the one that was named', async () => {
    const other = await tinyFolder(mkdtempSync(join(dir, 'in-')))
    const { pii } = fresh()
    await expect(pii.add(dir, {})).rejects.toMatchObject({ code: 'BAD_PII_MODEL', params: { reason: 'unsigned' } })
    await expect(pii.add(other.folder, {})).rejects.toMatchObject({ params: { reason: 'unknown-key', key: other.key } })
    await expect(pii.add(other.folder, { key: made.key })).rejects.toMatchObject({ params: { reason: 'unknown-key' } })
    const list = join(other.folder, 'sotto-model.jws')
    const [head, , signature] = readFileSync(list, 'utf8').trim().split('.')
    writeFileSync(list, `${head}.${Buffer.from('{"name":"tiny-names"}').toString('base64url')}.${signature}`)
    await expect(pii.add(other.folder, { key: other.key })).rejects.toMatchObject({ params: { reason: 'unsigned' } })
    expect(await pii.list()).toEqual([])
  })

  it('is added: no file with other bytes, and nothing is left of the try', async () => {
    const other = await tinyFolder(mkdtempSync(join(dir, 'in-')))
    appendFileSync(join(other.folder, 'model.onnx'), 'x')
    const { pii } = fresh()
    await expect(pii.add(other.folder, { key: other.key })).rejects.toMatchObject({ params: { reason: 'damaged' } })
    expect(await pii.ready()).toBeNull()
  })

  it('is replaced: by the same maker without asking, by another only if named', async () => {
    const key = await newSigningKey()
    const first = await tinyFolder(mkdtempSync(join(dir, 'in-')), { key })
    const { pii } = fresh()
    await pii.add(first.folder, { key: first.key })
    await signFolder(first.folder, { ...FACTS, version: '2' }, key)
    expect(await pii.add(first.folder, {})).toMatchObject({ version: '2', verified: true })
    await signFolder(first.folder, { ...FACTS, version: '3' }, await newSigningKey())
    await expect(pii.add(first.folder, {})).rejects.toMatchObject({ params: { reason: 'unknown-key' } })
  })

  it('is used: a file that was touched is hashed again, and a changed one refused, also by who loads it', async () => {
    const { folder, key } = await tinyFolder(mkdtempSync(join(dir, 'in-')))
    const { pii } = fresh()
    await pii.add(folder, { key })
    const ready = await pii.ready()
    if (ready === null) throw new Error('it was added')
    const file = join(ready.dir, 'model.onnx')
    utimesSync(file, new Date(0), new Date(0))
    expect(await pii.list()).toMatchObject([{ verified: false }])
    expect(await pii.ready()).toEqual(ready)
    copyFileSync(join(ready.dir, 'config.json'), file)
    await expect(pii.ready()).rejects.toMatchObject({ params: { reason: 'damaged' } })
    expect(await pii.verify(undefined)).toEqual([{ name: 'tiny-names', ok: false, problem: 'hash' }])
    await expect(openNameModel(ready)).rejects.toMatchObject({ params: { reason: 'damaged' } })
    const looking = createLooking(() => 0)
    await looking.use({ bad: 'damaged' })
    await expect(redactPlainWith(looking, 'we met zorbla')).rejects.toMatchObject({ code: 'BAD_PII_MODEL' })
    expect(await pii.remove('tiny-names')).toBe(true)
    expect(await pii.ready()).toBeNull()
  })

  it('is used: what is signed and no such model is said to be none', async () => {
    const { folder } = await tinyFolder(mkdtempSync(join(dir, 'in-')))
    const key = await newSigningKey()
    for (const [name, content] of [['model.onnx', 'not onnx'], ['tokenizer.json', '{}'], ['config.json', '[]']] as const) {
      const { folder: broken } = await tinyFolder(mkdtempSync(join(dir, 'in-')))
      writeFileSync(join(broken, name), content)
      const { pii } = fresh()
      await pii.add(broken, { key: await signFolder(broken, FACTS, key) })
      const ready = await pii.ready()
      if (ready === null) throw new Error('it was added')
      await expect(openNameModel(ready)).rejects.toMatchObject({ code: 'BAD_PII_MODEL', params: { reason: 'unsupported' } })
    }
    expect(folder).not.toBe('')
  })
})

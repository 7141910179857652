import { mkdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CANARIES, canaryMeeting, findCanaries } from '../support/canaries.ts'
import { start, workFolder } from '../support/cli.ts'
import { decryptedPages } from '../support/decrypted.ts'
import { importText, openSotto, PASSPHRASE } from '../support/sotto.ts'

/**
 * kill -9 while words are hidden in all notes, or shown again: it is so in all of them or in none, in transcripts, summaries, titles and the
 * search index, and words that are hidden stand nowhere in the store. `SOTTO_CRASH_TRIALS` (20).
 */
const TRIALS = Math.ceil(Number(process.env['SOTTO_CRASH_TRIALS'] ?? 20) / 2)
const NOTES = 3
const WORD = 'kumquatlaunch'

it(`is in all notes or in none, ${TRIALS} trials`, { timeout: 300_000 + TRIALS * 60_000 }, async () => {
  const folder = workFolder()
  const { data, temp } = folder
  /** What is seen of it now, by whom the next process would be. */
  const look = async () => {
    const sotto = reopened.make()
    const { client } = sotto
    try {
      await client.system.unlock({ passphrase: PASSPHRASE })
      const [standing] = await client.corrections.list({})
      const readable: boolean[] = []
      for (const { id } of await client.notes.list({})) {
        readable.push(JSON.stringify([await client.notes.show({ id }), await client.notes.summaryVersions({ id })]).includes(WORD))
      }
      const isFound = JSON.stringify(await client.search.query({ query: WORD })).includes(WORD)
      return { standing, readable, isFound, audit: await client.audit.verify({}) }
    } finally {
      await sotto.close()
    }
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const reopened = await openSotto({ dir: data })
  try {
    const ids: string[] = []
    for (let note = 0; note < NOTES; note++) ids.push(await importText(reopened.client, canaryMeeting(40), { title: `On ${WORD}` }))
    await reopened.sotto.close()
    const args = (standing: { id: string } | undefined): string[] =>
      standing === undefined ? ['hide', ids[0] ?? '', WORD, '--always'] : ['undo-correction', standing.id]
    const began = performance.now()
    expect((await start(['--json', ...args(undefined)], { data, temp, passphrase: PASSPHRASE }).ran).status).toBe(0)
    const tookMs = performance.now() - began
    const counts = { killed: 0, hidden: 0, shown: 0 }
    let seen = await look()
    expect(seen.standing).toBeDefined()
    for (let trial = 0; trial < TRIALS; trial++) {
      const { child, ran } = start(['--json', ...args(seen.standing)], { data, temp, passphrase: PASSPHRASE })
      // Most of a command is its start; what is stored is stored near its end.
      const timer = setTimeout(() => child.kill('SIGKILL'), tookMs * (0.5 + (0.6 * trial) / TRIALS))
      const { status } = await ran
      clearTimeout(timer)
      if (status === null) counts.killed++
      seen = await look()
      const isHidden = seen.standing !== undefined
      expect(seen, `trial ${trial}`).toMatchObject({ readable: Array.from({ length: NOTES }, () => !isHidden), isFound: !isHidden, audit: { ok: true } })
      expect(findCanaries([data, temp], CANARIES)).toEqual([])
      // Every page as it is without its cipher, free ones too.
      expect((await decryptedPages(data, PASSPHRASE)).includes(WORD), `trial ${trial}`).toBe(!isHidden)
      counts[isHidden ? 'hidden' : 'shown']++
    }
    console.info(counts)
    expect(counts.killed).toBeGreaterThan(0)
  } finally {
    folder.remove()
  }
})

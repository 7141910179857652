import { afterEach, describe, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { finished, importText, openSotto } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

const THINGS = ['report', 'invoice', 'contract', 'offer', 'agenda', 'drawing', 'budget', 'prototype']
const meeting = (at: number): string => {
  const [one = '', other = ''] = [THINGS[at % THINGS.length], THINGS[(at + 3) % THINGS.length]]
  return [
    `Alice Schmidt: Welcome to our meeting, we talk about the ${one} and the ${other} today.`,
    `Bob Meyer: I will send the ${one} to the printer by Friday.`,
    `Alice Schmidt: We need to check the ${other} with the supplier before the summer.`,
    `Carla Weber: I will write the ${other} for the customer until next Monday.`,
    `Alice Schmidt: Please make sure that the ${one} is on the table when they come.`,
    `Bob Meyer: Somebody has to clean the ${one} after the fair, as far as I know.`,
  ].join('\n\n')
}

/** What is promised is kept, the rest rejected; from the last line up, since a rejected one makes the others move. */
async function judge(id: NoteId): Promise<void> {
  const { summary } = await opened.client.notes.show({ id })
  for (const [index, { text }] of [...(summary?.actions ?? []).entries()].toReversed()) {
    await opened.client.notes.judgeLine({ id, section: 'actions', index, verdict: text.includes('I will') ? 'accepted' : 'rejected' })
  }
}

describe('weights of action items', () => {
  it('learn from what was said of lines, on this machine, and go back', async () => {
    opened = await openSotto()
    const { client } = opened
    const shipped = await client.learning.weights({})
    expect(shipped).toMatchObject({ origin: 'shipped', hash: shipped.shipped })
    const ids: NoteId[] = []
    for (let at = 0; at < 8; at += 1) ids.push(await importText(client, meeting(at), { date: '2026-11-03' }))
    const [id] = ids
    if (id === undefined) throw new Error('no note')
    expect((await client.learning.refit({})).report).toMatchObject({ outcome: 'too-few', kept: 0, dropped: 0 })
    for (const each of ids) await judge(each)

    const { report, weights } = await client.learning.refit({})
    expect(report).toMatchObject({ outcome: 'refitted', unmatched: 0 })
    expect(report.changes.find(({ feature }) => feature === 'calls for')?.to).toBeLessThan(0.63)
    expect(weights).toMatchObject({ origin: 'this-machine', shipped: shipped.hash })
    // What was made before can still be made again, with the weights it was made with.
    expect(await client.notes.replaySummary({ id })).toMatchObject({ outcome: 'same', version: expect.stringMatching(`\\+${shipped.hash}$`) })

    const fresh = await importText(client, meeting(20), { date: '2026-11-03' })
    const learnt = await client.notes.show({ id: fresh })
    expect(learnt.summary?.engine.version).toMatch(new RegExp(`\\+${weights.hash}$`))
    expect(await client.learning.refit({})).toMatchObject({ weights })

    expect(await client.learning.reset({})).toEqual(shipped)
    expect(await client.notes.replaySummary({ id: fresh })).toMatchObject({ outcome: 'same' })
    await client.notes.resummarize({ id: fresh, params: { engine: 'embedded' } })
    await finished(client, fresh)
    const versions = await client.notes.summaryVersions({ id: fresh })
    expect(versions.map(({ summary }) => summary.engine.version.split('+')[1])).toEqual([weights.hash, shipped.hash])
    const [first, second] = versions
    expect(first?.summary.actions.filter(({ possible }) => possible !== true).length).toBeLessThan(
      second?.summary.actions.filter(({ possible }) => possible !== true).length ?? 0,
    )
    for (const { id: summaryId } of versions) expect(await client.notes.replaySummary({ id: fresh, summaryId })).toMatchObject({ outcome: 'same' })
    expect(await client.audit.verify({})).toMatchObject({ ok: true })
  })
})

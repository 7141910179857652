import { afterEach, describe, expect, it } from 'vitest'
import { finished, importText, openSotto } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

const MEETING = `Alice Schmidt: Welcome, today we talk about the invoice template and the spring campaign.

Bob Meyer: The invoice template lacks the tax number, and customers complain about it every week.

Alice Schmidt: Then we decided to put the tax number on the invoice template first.

Bob Meyer: I will send the new invoice template to the printer by Friday.

Alice Schmidt: The spring campaign costs four thousand euros more than the budget of last year.

Bob Meyer: Can you please ask the agency for a cheaper offer until next Monday, Alice?

Alice Schmidt: Sure, I can do that.`

const summaryOf = async (id: Awaited<ReturnType<typeof importText>>, reveal = false) => {
  const { summary } = await opened.client.notes.show({ id, reveal })
  if (summary === null) throw new Error('no summary')
  return summary
}

describe('a summary', () => {
  it('comes out byte for byte the same when it is made again, until the words change', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, MEETING, { date: '2026-11-03' })
    const first = await client.notes.replaySummary({ id })
    expect(first.outcome).toBe('same')
    expect(first.inputDigest).toMatch(/^[0-9a-f]{64}$/)
    await client.notes.resummarize({ id, params: { engine: 'embedded', template: { name: 'stand-up' } } })
    await finished(client, id)
    expect((await summaryOf(id)).sections?.map(({ heading }) => heading)).toEqual(['Done', 'Next', 'Blockers'])
    expect(await client.notes.replaySummary({ id })).toMatchObject({ outcome: 'same' })
    expect((await client.notes.summaryVersions({ id })).map(({ summary }) => summary.engine.template)).toEqual(['general', 'stand-up'])
  })

  it('says so when a person kept, rejected or reworded a line, and later summaries keep to it', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, MEETING, { date: '2026-11-03' })
    const before = await summaryOf(id)
    expect(before.actions).toHaveLength(2)
    expect(before.overview.length).toBeGreaterThan(1)

    await client.notes.judgeLine({ id, section: 'actions', index: 1, verdict: 'edited', text: 'Alice asks Zora Vermeulen for a cheaper offer.' })
    await client.notes.judgeLine({ id, section: 'overview', index: 0, verdict: 'rejected' })
    await client.notes.judgeLine({ id, section: 'decisions', index: 0, verdict: 'accepted' })
    await client.notes.resummarize({ id, params: { engine: 'embedded' } })
    await finished(client, id)

    const after = await summaryOf(id)
    expect(after.overview.map(({ text }) => text)).toEqual(before.overview.slice(1).map(({ text }) => text))
    expect(after.decisions[0]).toMatchObject({ verdict: 'accepted' })
    expect(after.actions[1]).toMatchObject({ verdict: 'edited', owner: before.actions[1]?.owner, segments: before.actions[1]?.segments })
    expect(after.actions[1]?.text).toMatch(/^\[PERSON_\d+\] asks \[PERSON_\d+\] for a cheaper offer\.$/)
    expect((await summaryOf(id, true)).actions[1]?.text).toContain('Zora Vermeulen')
    expect((await client.actions.list({})).map(({ verdict }) => verdict)).toContain('edited')

    const [rejected] = await client.notes.rejectedLines({ id })
    if (rejected === undefined) throw new Error('nothing rejected')
    await client.notes.restoreLine({ id, verdict: rejected.id })
    await client.notes.judgeLine({ id, section: 'actions', index: 1, verdict: 'none' })
    const again = await summaryOf(id)
    expect(again.overview).toEqual(before.overview)
    expect(again.actions).toEqual(before.actions)
    expect(await client.notes.replaySummary({ id })).toMatchObject({ outcome: 'same' })
  })

  it('is made anew in one section alone', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, MEETING, { date: '2026-11-03' })
    const before = await summaryOf(id)
    await client.notes.editSegment({ id, segment: 3, text: 'I will send the new invoice template to the printer by Thursday.' })
    await finished(client, id)
    await client.notes.resummarize({ id, params: { engine: 'embedded', only: 'questions' } })
    await finished(client, id)
    const after = await summaryOf(id)
    expect(after.engine).toMatchObject({ only: 'questions' })
    expect(after.overview).toEqual(before.overview)
    expect(await client.notes.replaySummary({ id })).toMatchObject({ outcome: 'same' })
  })

  it('keeps its other sections byte for byte, its template and every word of the person when one is made anew', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, MEETING, { date: '2026-11-03', params: { engine: 'embedded', template: { name: 'stand-up' } } })
    await client.notes.judgeLine({ id, section: 'actions', index: 0, verdict: 'edited', text: 'The template goes to the printer.' })
    await client.notes.judgeLine({ id, section: 'overview', index: 0, verdict: 'rejected' })
    const [before, { engine: madeBy }] = [await summaryOf(id), (await summaryOf(id))]
    const stored = (await client.notes.summaryVersions({ id })).at(-1)?.summary
    for (const only of ['actions', 'overview', 'topics', 'sections'] as const) {
      await client.notes.resummarize({ id, params: { engine: 'embedded', only } })
      await finished(client, id)
      const { engine, ...after } = await summaryOf(id)
      expect({ ...after, engine: madeBy }).toEqual(before)
      expect(engine).toMatchObject({ only, template: 'stand-up' })
      const { engine: _, ...made } = (await client.notes.summaryVersions({ id })).at(-1)?.summary ?? before
      expect(JSON.stringify({ ...made, engine: stored?.engine })).toBe(JSON.stringify(stored))
    }
  })

  it('is refused sections that name somebody', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, MEETING)
    const template = { name: 'custom' as const, custom: 'Calls: what anna.schmidt@example.com said' }
    await expect(client.notes.resummarize({ id, params: { engine: 'embedded', template } })).rejects.toMatchObject({ code: 'BAD_USAGE' })
  })
})

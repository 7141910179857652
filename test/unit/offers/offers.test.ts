import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../src-shared/domain/settings.ts'
import { createOffers, openDismissed, type Offers } from '../../../src-main/core/offers/index.ts'

const NINE = Date.parse('2026-11-23T08:00:00Z')
const MINUTE = 60_000

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:weekly@example.com
DTSTAMP:20260101T000000Z
SUMMARY:Jour fixe
DTSTART;TZID=Europe/Berlin:20261102T090000
DTEND;TZID=Europe/Berlin:20261102T093000
RRULE:FREQ=WEEKLY;BYDAY=MO
ATTENDEE;CN=Bo Lind:mailto:bo@example.com
END:VEVENT
END:VCALENDAR
`

let dir: string
let offers: Offers
const clock = { ms: NINE, now: () => clock.ms }
let settings: { now: Settings; onChange: () => () => void }
let isRecording = false
let use: (streams: readonly string[]) => void
const told: string[] = []

/** What the store keeps over a lock. */
const meta = new Map<string, string>()
type Kept = Parameters<typeof openDismissed>[0]
const store = {
  read: { getMeta: async ({ key }: { key: string }) => ({ value: meta.get(key) ?? null }) },
  write: { setMeta: async ({ key, value }: { key: string; value: string }) => void meta.set(key, value) },
} as unknown as Kept // two calls of the store's many

const unlock = async (): Promise<void> => {
  offers = createOffers({
    settings,
    clock,
    dismissed: await openDismissed(store, clock),
    isRecording: () => isRecording,
    onOffer: (kind) => void told.push(kind),
    watchMicrophone: async (onChange) => {
      use = onChange
      return { isKnown: true, stop: () => undefined }
    },
    listensForMs: 0,
  })
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-offers-'))
  writeFileSync(join(dir, 'work.ics'), CALENDAR)
  settings = { now: { ...DEFAULT_SETTINGS, calendar: dir }, onChange: () => () => undefined }
  clock.ms = NINE
  isRecording = false
  told.length = 0
  meta.clear()
  await unlock()
})
afterEach(() => {
  offers.stop()
  rmSync(dir, { recursive: true })
})

const lookAt = async (ms: number) => {
  clock.ms = ms
  await offers.look()
  return offers.now
}

it('offers an event from a minute before it begins until five minutes after, once', async () => {
  expect(await lookAt(NINE - 2 * MINUTE)).toEqual([])
  expect(await lookAt(NINE - MINUTE)).toMatchObject([{ kind: 'event', title: 'Jour fixe', participants: ['Bo Lind'], startsAt: NINE }])
  expect(await lookAt(NINE + 4 * MINUTE)).toHaveLength(1)
  expect(told).toEqual(['event'])
  expect(await lookAt(NINE + 6 * MINUTE)).toEqual([])
  expect(await lookAt(NINE + 7 * 24 * 60 * MINUTE)).toHaveLength(1)
})

it('waved away, stays away for that event alone', async () => {
  const [offer] = await lookAt(NINE)
  offers.dismiss(offer?.id ?? '')
  expect(await lookAt(NINE + MINUTE)).toEqual([])
  expect(await lookAt(NINE + 7 * 24 * 60 * MINUTE)).toHaveLength(1)
})

it('waved away, stays away when the store was locked meanwhile, and nothing of it is kept for long', async () => {
  const [offer] = await lookAt(NINE)
  offers.dismiss(offer?.id ?? '')
  offers.stop()
  await unlock()
  expect(await lookAt(NINE + MINUTE)).toEqual([])
  const [next] = await lookAt(NINE + 7 * 24 * 60 * MINUTE)
  offers.dismiss(next?.id ?? '')
  expect([...meta.values()].join('')).not.toContain(offer?.id)
  offers.stop()
  meta.forEach((_, key) => meta.set(key, 'no record'))
  await unlock()
  expect(await lookAt(NINE + 7 * 24 * 60 * MINUTE)).toHaveLength(1)
})

it('makes one offer of a call that a calendar knows', async () => {
  await lookAt(NINE)
  use(['stream-1-2'])
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(offers.now).toMatchObject([{ kind: 'event' }])
  offers.dismiss(offers.now[0]?.id ?? '')
  expect(offers.now).toEqual([])
})

it('offers nothing while something is recorded, or where it is not wanted', async () => {
  isRecording = true
  expect(await lookAt(NINE)).toEqual([])
  isRecording = false
  settings.now = { ...settings.now, offerOnEvent: false }
  expect(await lookAt(NINE)).toEqual([])
  expect(told).toEqual([])
})

it('offers once when another program listens, and again only after it has stopped', async () => {
  settings.now = { ...settings.now, calendar: null }
  await offers.look()
  use(['stream-1-2'])
  await vi.waitFor(() => expect(offers.now).toMatchObject([{ kind: 'microphone' }]))
  offers.dismiss(offers.now[0]?.id ?? '')
  use(['stream-1-2'])
  expect(offers.now).toEqual([])
  use([])
  use(['stream-2-2'])
  await vi.waitFor(() => expect(offers.now).toHaveLength(1))
  use([])
  expect(offers.now).toEqual([])
})

it('waved away, a call stays away when the store was locked meanwhile, and the next one does not', async () => {
  settings.now = { ...settings.now, calendar: null }
  await offers.look()
  use(['stream-45-801'])
  await vi.waitFor(() => expect(offers.now).toMatchObject([{ kind: 'microphone' }]))
  offers.dismiss(offers.now[0]?.id ?? '')
  offers.stop()
  await unlock()
  vi.useFakeTimers()
  use(['stream-46-900', 'stream-45-801'])
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(offers.now).toEqual([])
  use([])
  use(['stream-47-801'])
  await vi.waitFor(() => expect(offers.now).toMatchObject([{ kind: 'microphone' }]))
  expect(told.filter((kind) => kind === 'microphone')).toHaveLength(2)
})

it('says what it can watch', async () => {
  expect(await offers.sources()).toEqual({ microphone: true, calendar: 'read' })
  settings.now = { ...settings.now, calendar: join(dir, 'gone.ics') }
  expect(await offers.sources()).toEqual({ microphone: true, calendar: 'unreadable' })
})

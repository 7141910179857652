import { expect, it } from 'vitest'
import { eventsIn } from '../../../src-main/core/offers/calendar-events.ts'

const entry = (lines: readonly string[]): string[] => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']
const calendar = (...events: string[][]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events.flatMap(entry), 'END:VCALENDAR', ''].join('\r\n')

const on = (day: string) => ({ from: Date.parse(`${day}T00:00:00Z`), to: Date.parse(`${day}T23:59:59Z`) })
const starts = async (text: string, day: string): Promise<string[]> => (await eventsIn(text, on(day))).map(({ startsAt }) => new Date(startsAt).toISOString())

const weekly = [
  'UID:weekly@example.com',
  'SUMMARY:Jour fixe',
  'DTSTART;TZID=Europe/Berlin:20260302T093000',
  'DTEND;TZID=Europe/Berlin:20260302T100000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO',
  'EXDATE;TZID=Europe/Berlin:20261109T093000',
]

it('keeps a weekly meeting at its hour when the clocks change', async () => {
  expect(await starts(calendar(weekly), '2026-10-19')).toEqual(['2026-10-19T07:30:00.000Z'])
  expect(await starts(calendar(weekly), '2026-11-16')).toEqual(['2026-11-16T08:30:00.000Z'])
})

it('leaves out one that was called off, and follows one that was moved', async () => {
  const times = ['DTSTART;TZID=Europe/Berlin:20261117T140000', 'DTEND;TZID=Europe/Berlin:20261117T143000']
  const moved = ['UID:weekly@example.com', 'SUMMARY:Jour fixe, later', 'RECURRENCE-ID;TZID=Europe/Berlin:20261116T093000', ...times]
  expect(await starts(calendar(weekly), '2026-11-09')).toEqual([])
  expect(await starts(calendar(weekly, moved), '2026-11-16')).toEqual([])
  expect(await eventsIn(calendar(weekly, moved), on('2026-11-17'))).toMatchObject([{ title: 'Jour fixe, later', startsAt: Date.parse('2026-11-17T13:00:00Z') }])
})

it('reads the names that Outlook gives to time zones, and times of UTC', async () => {
  const outlook = ['UID:o', 'SUMMARY:Call', 'DTSTART;TZID=W. Europe Standard Time:20260715T150000', 'DTEND;TZID=W. Europe Standard Time:20260715T160000']
  const utc = ['UID:u', 'SUMMARY:Sync', 'DTSTART:20260715T200000Z', 'DURATION:PT30M']
  expect(await starts(calendar(outlook, utc), '2026-07-15')).toEqual(['2026-07-15T13:00:00.000Z', '2026-07-15T20:00:00.000Z'])
})

it('brings the people by name, without rooms, addresses and those who do not come', async () => {
  const people = [
    'UID:p',
    'SUMMARY:Supplier call',
    'DTSTART:20260715T080000Z',
    'DTEND:20260715T090000Z',
    'ORGANIZER;CN="Schmidt, Alice":mailto:alice@example.com',
    'ATTENDEE;CN=Bo Lind;PARTSTAT=ACCEPTED:mailto:bo@example.com',
    'ATTENDEE;CN=carol@example.com:mailto:carol@example.com',
    'ATTENDEE;CN=Dan Roe;PARTSTAT=DECLINED:mailto:dan@example.com',
    'ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@example.com',
  ]
  expect(await eventsIn(calendar(people), on('2026-07-15'))).toMatchObject([{ title: 'Supplier call', participants: ['Schmidt, Alice', 'Bo Lind'] }])
})

it('is silent about whole days, free time and what was cancelled, and refuses what is no calendar', async () => {
  const day = ['UID:d', 'SUMMARY:Holiday', 'DTSTART;VALUE=DATE:20260715']
  const free = ['UID:f', 'SUMMARY:Lunch', 'TRANSP:TRANSPARENT', 'DTSTART:20260715T100000Z', 'DTEND:20260715T110000Z']
  const off = ['UID:c', 'SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART:20260715T100000Z', 'DTEND:20260715T110000Z']
  expect(await eventsIn(calendar(day, free, off), on('2026-07-15'))).toEqual([])
  await expect(eventsIn('A shopping list', on('2026-07-15'))).rejects.toThrow('no calendar')
})

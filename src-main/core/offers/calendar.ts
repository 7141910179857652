import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { eventsIn, type CalendarEvent } from './calendar-events.ts'

/** Calendars of years are smaller. */
const LARGEST_BYTES = 16 * 1024 * 1024
const MOST_FILES = 200
/** So far ahead occurrences are worked out at a time. */
const AHEAD_MS = 24 * 60 * 60 * 1000
const BEHIND_MS = 60 * 60 * 1000

export interface Calendar {
  /** Events that begin within a span of today. Reads again only what has changed. @returns null where there is no calendar */
  between(from: number, to: number): Promise<CalendarEvent[] | null>
}

interface Read {
  readonly stamp: string
  readonly until: number
  readonly events: readonly CalendarEvent[] | null
}

/** The file, or the .ics files of the folder, that a person named. Nothing but what ends in .ics is ever opened. */
export function openCalendar(path: string): Calendar {
  let known = new Map<string, Read>()
  const read = async (file: string, now: number): Promise<Read> => {
    const { mtimeMs, size } = await stat(file)
    const stamp = `${mtimeMs} ${size}`
    const before = known.get(file)
    if (before !== undefined && before.stamp === stamp && before.until > now) return before
    const until = now + AHEAD_MS / 2
    if (size > LARGEST_BYTES) return { stamp, until, events: null }
    const span = { from: now - BEHIND_MS, to: now + AHEAD_MS }
    return { stamp, until, events: await eventsIn(await readFile(file, 'utf8'), span).catch(() => null) }
  }
  return {
    async between(from, to) {
      const next = new Map<string, Read>()
      for (const file of await filesOf(path)) {
        const found = await read(file, from).catch(() => null) // it went away while we looked
        if (found !== null) next.set(file, found)
      }
      known = next
      const readable = [...next.values()].flatMap(({ events }) => (events === null ? [] : [events]))
      if (readable.length === 0) return null
      return readable.flat().filter(({ startsAt }) => startsAt >= from && startsAt <= to)
    },
  }
}

async function filesOf(path: string): Promise<string[]> {
  if (isCalendarName(path)) return [path]
  const names = await readdir(path).catch(() => [])
  return names.filter(isCalendarName).toSorted().slice(0, MOST_FILES).map((name) => join(path, name))
}

const isCalendarName = (name: string): boolean => /\.ics$/i.test(name)

import { createHash } from 'node:crypto'
import ical, { type Attendee, type CalendarComponent, type EventInstance, type ParameterValue, type VEvent } from 'node-ical'

export interface CalendarEvent {
  /** The same for the same occurrence, whenever it is read; says nothing of the event. */
  readonly id: string
  readonly startsAt: number
  readonly endsAt: number
  readonly title: string
  readonly participants: readonly string[]
}

const LONGEST_TITLE = 500
const MOST_PARTICIPANTS = 100
const LONGEST_NAME = 200

/**
 * Events of an iCalendar text (RFC 5545) that begin within a span, recurring ones, their exceptions and moved occurrences included, each in
 * its own time zone. Whole days, cancelled events and those that leave the time free are no meetings.
 * @throws Error where the text is no calendar
 */
export async function eventsIn(text: string, span: { readonly from: number; readonly to: number }): Promise<CalendarEvent[]> {
  if (!/^\uFEFF?\s{0,20}BEGIN:VCALENDAR/i.test(text)) throw new Error('no calendar')
  const parsed = await ical.async.parseICS(text)
  const [from, to] = [new Date(span.from), new Date(span.to)]
  const found = Object.values(parsed)
    .filter(isEvent)
    .flatMap((event) => occurrences(event, from, to))
  return found.filter(({ startsAt }) => startsAt >= span.from && startsAt <= span.to).sort((a, b) => a.startsAt - b.startsAt)
}

const isEvent = (component: CalendarComponent | undefined): component is VEvent => component?.type === 'VEVENT'

/** One that breaks a rule of its own takes no other with it. */
function occurrences(event: VEvent, from: Date, to: Date): CalendarEvent[] {
  try {
    return ical.expandRecurringEvent(event, { from, to }).filter(isMeeting).map(eventOf)
  } catch {
    return []
  }
}

const isMeeting = ({ isFullDay, event }: EventInstance): boolean =>
  !isFullDay && event.status !== 'CANCELLED' && event.transparency !== 'TRANSPARENT'

function eventOf({ start, end, summary, event }: EventInstance): CalendarEvent {
  const startsAt = start.getTime()
  return {
    id: createHash('sha256').update(`${event.uid}\0${startsAt}`).digest('base64url').slice(0, 22),
    startsAt,
    endsAt: Math.max(startsAt, end.getTime()),
    title: textOf(summary).trim().slice(0, LONGEST_TITLE),
    participants: namesOf(event),
  }
}

const textOf = (value: ParameterValue): string => (typeof value === 'string' ? value : value.val)

/** Names alone: an address is no name, and a room is nobody. */
function namesOf({ attendee = [], organizer }: VEvent): string[] {
  const people = [...(organizer === undefined ? [] : [organizer]), ...(Array.isArray(attendee) ? attendee : [attendee])]
  const names = people.flatMap((one) => nameOf(one) ?? [])
  return [...new Set(names)].slice(0, MOST_PARTICIPANTS)
}

function nameOf(person: Attendee | NonNullable<VEvent['organizer']>): string | null {
  if (typeof person === 'string') return null
  const { params } = person
  if ('CUTYPE' in params && (params.CUTYPE === 'ROOM' || params.CUTYPE === 'RESOURCE')) return null
  if ('PARTSTAT' in params && params.PARTSTAT === 'DECLINED') return null
  const name = (params.CN ?? '').replaceAll('"', '').trim().slice(0, LONGEST_NAME)
  return name === '' || name.includes('@') ? null : name
}

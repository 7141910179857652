import type { Offer, OfferKind, OfferSources } from '../../../src-shared/domain/offer.ts'
import type { Settings } from '../../../src-shared/domain/settings.ts'
import type { Clock } from '../platform/index.ts'
import type { SettingsKeeper } from '../settings/index.ts'
import { openCalendar, type Calendar } from './calendar.ts'
import type { Dismissed } from './dismissed.ts'
import { watchMicrophoneUse, type MicrophoneUse } from './microphone-use.ts'

const LOOK_EVERY_MS = 20_000
/** An event is offered so long before it begins, and for so long after. */
const BEFORE_MS = 60_000
const AFTER_MS = 5 * 60_000
/** A sound of a system, or a test of a microphone, is no meeting. */
const LISTENS_FOR_MS = 4_000
/** A call that was waved away is over by then, or somebody forgot to hang up. */
const CALL_MS = 12 * 60 * 60_000

interface Parts {
  readonly settings: Pick<SettingsKeeper, 'now' | 'onChange'>
  readonly clock: Clock
  readonly dismissed: Dismissed
  /** While something is recorded, nothing is offered. */
  readonly isRecording: () => boolean
  /** Called once for every offer when it is first made. */
  readonly onOffer: (kind: OfferKind) => void
  /** Tests bring their own. */
  readonly watchMicrophone?: (onChange: (streams: readonly string[]) => void) => Promise<MicrophoneUse>
  readonly listensForMs?: number
}

export interface Offers {
  readonly now: readonly Offer[]
  watch(signal?: AbortSignal): AsyncGenerator<Offer[], void>
  dismiss(id: string): void
  sources(): Promise<OfferSources>
  /** Looks at the calendar now; otherwise it does so every {@link LOOK_EVERY_MS}. */
  look(): Promise<void>
  stop(): void
}

/**
 * Offers to record, while the store is unlocked: what a calendar says is content. Nothing is recorded by itself, and what was waved away
 * stays away, whether or not the store is locked meanwhile: an event for as long as it would be offered, a microphone until nobody listens to
 * it any more.
 */
export function createOffers({ settings, clock, dismissed, isRecording, onOffer, ...others }: Parts): Offers {
  const { watchMicrophone = watchMicrophoneUse, listensForMs = LISTENS_FOR_MS } = others
  let offered: readonly Offer[] = []
  let calendar: { readonly path: string; readonly files: Calendar } | null = null
  let calendarState: OfferSources['calendar'] = 'none'
  const told = new Set<string>()
  let events: readonly Offer[] = []
  let listening: Offer | null = null
  let uses = 0
  let streams: readonly string[] = []
  let settling: NodeJS.Timeout | undefined
  let use: Promise<MicrophoneUse> | null = null
  let isKnown: Promise<boolean> | null = null
  let wake = Promise.withResolvers<void>()
  let isStopped = false

  const refresh = (): void => {
    // A call that a calendar knows is one offer, not two.
    const wanted = isStopped || isRecording() ? [] : events.length > 0 || listening === null ? events : [listening]
    const next = wanted.filter(({ id }) => !dismissed.has(id))
    if (next.map(({ id }) => id).join() === offered.map(({ id }) => id).join()) return
    offered = next
    for (const { id, kind } of next) {
      if (told.has(id)) continue
      told.add(id)
      onOffer(kind)
    }
    wake.resolve()
    wake = Promise.withResolvers()
  }

  const calendarAt = (path: string): Calendar => {
    if (calendar?.path !== path) calendar = { path, files: openCalendar(path) }
    return calendar.files
  }
  const lookAtCalendar = async (): Promise<void> => {
    const { calendar: path, offerOnEvent } = settings.now
    const found = path === null ? null : await calendarAt(path).between(clock.now() - AFTER_MS, clock.now() + BEFORE_MS)
    calendarState = path === null ? 'none' : found === null ? 'unreadable' : 'read'
    events = !offerOnEvent
      ? []
      : (found ?? [])
          .filter(({ endsAt }) => endsAt > clock.now())
          .map(({ id, startsAt, title, participants }) => ({ kind: 'event', id, startsAt, title, participants: [...participants] }))
  }
  /** One after the other: an older look must not have the last word. */
  let looking: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => {
    const looked = looking.then(lookAtCalendar).then(refresh)
    looking = looked.catch(() => undefined)
    return looked
  }

  const onUse = (listeners: readonly string[]): void => {
    clearTimeout(settling)
    streams = listeners
    if (streams.length === 0) {
      listening = null
      refresh()
    } else if (listening === null) {
      settling = setTimeout(() => {
        uses += 1
        listening = { kind: 'microphone', id: `microphone-${uses}` }
        if (streams.some((stream) => dismissed.has(stream))) dismissed.add(listening.id, null)
        refresh()
      }, listensForMs)
      settling.unref()
    }
  }
  const follow = ({ offerOnMicrophone }: Settings): void => {
    if (offerOnMicrophone === (use !== null)) return
    if (offerOnMicrophone) {
      use = watchMicrophone(onUse)
    } else {
      void use?.then(({ stop }) => stop())
      use = null
      onUse([])
    }
  }

  const lookLater = (): void => void look().catch(() => undefined) // the next look is another try
  const leave = settings.onChange((changed) => {
    follow(changed)
    lookLater()
  })
  const timer = setInterval(lookLater, LOOK_EVERY_MS).unref()
  follow(settings.now)
  lookLater()

  return {
    get now() {
      return offered
    },
    async *watch(signal) {
      const left = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))
      while (!isStopped && signal?.aborted !== true) {
        const changed = wake.promise
        yield [...offered]
        await Promise.race([changed, left])
      }
    },
    dismiss(id) {
      const event = events.find((one) => one.id === id)
      dismissed.add(id, event?.kind === 'event' ? event.startsAt + AFTER_MS : null)
      if (listening !== null) for (const each of [listening.id, ...streams]) dismissed.add(each, each === listening.id ? null : clock.now() + CALL_MS)
      refresh()
    },
    async sources() {
      await look()
      isKnown ??= use?.then((found) => found.isKnown) ?? isMicrophoneKnown(watchMicrophone)
      return { microphone: await isKnown, calendar: calendarState }
    },
    look,
    stop() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(settling)
      leave()
      void use?.then(({ stop }) => stop())
      refresh()
      wake.resolve()
    },
  }
}

/** Where nobody wants the offer, it can still be said whether it could be had. */
async function isMicrophoneKnown(watch: NonNullable<Parts['watchMicrophone']>): Promise<boolean> {
  const { isKnown, stop } = await watch(() => undefined)
  stop()
  return isKnown
}

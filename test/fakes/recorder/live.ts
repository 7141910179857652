import { implement } from '@orpc/server'
import { appContract } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Recorded } from '../../../src-shared/domain/recorder.ts'
import type { Sotto } from '../../../src-main/core/sotto.ts'
import { liveEventSchema, type Hearing, type LiveEvent } from '../../../src-shared/domain/live.ts'

const contract = implement(appContract)

/** The core's side of a recording under way: whose words and which note, the test says. */
export class FakeLive {
  noteId: NoteId | null = null
  /** What was said of the recordings that were followed. */
  readonly followed: object[] = []
  /** How notes were recorded that the test brought in by other ways. */
  readonly recorded = new Map<NoteId, Recorded>()
  readonly #client: Sotto['client']
  readonly #said: LiveEvent[] = []
  hearing: Hearing = 'live'
  #hearingChanged = Promise.withResolvers<void>()
  #wake: () => void = () => undefined

  constructor(client: Sotto['client']) {
    this.#client = client
  }

  /** The core's router, with what is said here in the place of its own. */
  in<Router extends { notes: object }>(router: Router) {
    return { ...router, notes: { ...router.notes, ...this.notes }, recordings: this.recordings, live: this.live }
  }

  readonly notes = {
    show: contract.notes.show.handler(async ({ input }) => {
      const note = await this.#client.notes.show(input)
      return { ...note, recorded: this.recorded.get(note.id) ?? note.recorded }
    }),
    list: contract.notes.list.handler(async ({ input }) =>
      (await this.#client.notes.list(input)).map((head) => {
        const recorded = this.recorded.get(head.id)
        return recorded === undefined ? head : { ...head, ending: recorded.ending }
      }),
    ),
  }

  readonly recordings = {
    follow: contract.recordings.follow.handler(({ input }) => {
      this.followed.push(input)
      if (this.noteId === null) throw new Error('the test names the note')
      return { noteId: this.noteId }
    }),
    acknowledge: contract.recordings.acknowledge.handler(({ input }) => this.#client.recordings.acknowledge(input)),
    hearing: contract.recordings.hearing.handler(({ signal }) => this.#hearings(signal)),
  }

  readonly live = { watch: contract.live.watch.handler(({ signal }) => this.#events(signal)) }

  /** Whether words come now. */
  hears(hearing: Hearing): void {
    this.hearing = hearing
    this.#hearingChanged.resolve()
    this.#hearingChanged = Promise.withResolvers()
  }

  async *#hearings(signal: AbortSignal | undefined): AsyncGenerator<Hearing> {
    const left = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))
    while (signal?.aborted !== true) {
      const changed = this.#hearingChanged.promise
      yield this.hearing
      await Promise.race([changed, left])
    }
  }

  says(...events: unknown[]): void {
    this.#said.push(...events.map((event) => liveEventSchema.parse(event)))
    this.#wake()
  }

  async *#events(signal: AbortSignal | undefined): AsyncGenerator<LiveEvent> {
    signal?.addEventListener('abort', () => this.#wake(), { once: true })
    for (let at = 0; signal?.aborted !== true; ) {
      const more = new Promise<void>((resolve) => (this.#wake = resolve))
      const event = this.#said[at]
      if (event === undefined) await more
      else {
        at += 1
        yield event
        if (event.kind === 'end') return
      }
    }
  }
}

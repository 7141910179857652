import { implement } from '@orpc/server'
import { appContract } from '../../src-shared/contract/app.ts'
import type { Caller } from '../../src-shared/contract/base.ts'
import { crossing } from './crossing.ts'
import type { Session } from './session.ts'

/** What a person says of recordings, and how they want them. @param unlocked throws Failure LOCKED, STORE_MISSING */
export function serveRecording(unlocked: () => Session) {
  const os = implement(appContract).$context<Caller>().use(crossing)
  return {
    recordings: {
      follow: os.recordings.follow.handler(async ({ input: { recordingId, isHeardLive, ...about } }) => {
        const { following, settings } = unlocked()
        return { noteId: await following.follow(recordingId, { ...about, isHeardLive: isHeardLive ?? settings.now.words === 'live' }) }
      }),
      acknowledge: os.recordings.acknowledge.handler(({ input }) => unlocked().store.write.acknowledgeEnding(input)),
      hearing: os.recordings.hearing.handler(({ input, signal }) => unlocked().following.watchHearing(input.noteId, signal)),
    },
    settings: {
      get: os.settings.get.handler(() => unlocked().settings.now),
      set: os.settings.set.handler(({ input }) => unlocked().settings.change(input)),
    },
    offers: {
      watch: os.offers.watch.handler(({ signal }) => unlocked().offers.watch(signal)),
      dismiss: os.offers.dismiss.handler(({ input }) => {
        unlocked().offers.dismiss(input.id)
        return {}
      }),
      sources: os.offers.sources.handler(() => unlocked().offers.sources()),
    },
  }
}

import { implement, type Router } from '@orpc/server'
import { recorderContract } from '../../../../src-shared/contract/recorder.ts'
import type { RecorderState } from '../../../../src-shared/domain/recorder.ts'
import { crossing } from '../../../core/crossing.ts'
import type { RecorderDesk } from './desk.ts'

const done = {}

/** The recorder for pages. */
export function createRecorderRouter(desk: RecorderDesk): Router<typeof recorderContract, Record<never, never>> {
  const os = implement(recorderContract).use(crossing)
  return os.router({
    watch: os.watch.handler(({ signal }) => states(desk, signal)),
    start: os.start.handler(async ({ input }) => ({ recordingId: await desk.start(input) })),
    pause: os.pause.handler(() => {
      desk.pause()
      return done
    }),
    resume: os.resume.handler(async () => {
      await desk.resume()
      return done
    }),
    mute: os.mute.handler(({ input: { side, isMuted } }) => {
      desk.mute(side, isMuted)
      return done
    }),
    mark: os.mark.handler(async () => {
      await desk.mark()
      return done
    }),
    recapture: os.recapture.handler(() => {
      desk.recapture()
      return done
    }),
    stop: os.stop.handler(async () => {
      await desk.stop()
      return done
    }),
  })
}

/** The newest state, whenever there is a newer one than was taken last. */
async function* states(desk: RecorderDesk, signal: AbortSignal | undefined): AsyncGenerator<RecorderState> {
  let wake = Promise.withResolvers<void>()
  const leave = desk.onChange(() => wake.resolve())
  signal?.addEventListener('abort', () => wake.resolve(), { once: true })
  try {
    while (signal?.aborted !== true) {
      wake = Promise.withResolvers()
      yield desk.state
      await wake.promise
    }
  } finally {
    leave()
  }
}

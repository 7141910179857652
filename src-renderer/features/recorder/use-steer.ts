import { useMutation } from '@tanstack/react-query'
import type { RecordedSide } from '../../../src-shared/domain/recorder.ts'
import { useRecorderClient, type RecorderClient } from '../../rpc/index.ts'
import { showFailure } from '../failure/index.ts'

/** What a person can do about the recording under way. What came of it is seen in the recorder's state, which every part shows. */
export function useSteer() {
  const reach = useRecorderClient()
  const { mutate } = useMutation({
    mutationFn: async (ask: (client: RecorderClient) => Promise<unknown>) => ask(await reach()),
    onError: showFailure,
  })
  return {
    pause: () => mutate((client) => client.pause({})),
    resume: () => mutate((client) => client.resume({})),
    mute: (side: RecordedSide, isMuted: boolean) => mutate((client) => client.mute({ side, isMuted })),
    mark: () => mutate((client) => client.mark({})),
    stop: () => mutate((client) => client.stop({})),
    recapture: () => mutate((client) => client.recapture({})),
  }
}

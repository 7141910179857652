import { useMutation } from '@tanstack/react-query'
import type { RecordedSide } from '../../../src-shared/domain/recorder.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { useRecorderClient, type RecorderClient } from '../../rpc/index.ts'
import { showToast } from '../../ui/index.ts'

/** What a person can do about the recording under way. What came of it is seen in the recorder's state, which every part shows. */
export function useSteer() {
  const reach = useRecorderClient()
  const { mutate } = useMutation({
    mutationFn: async (ask: (client: RecorderClient) => Promise<unknown>) => ask(await reach()),
    onError: (thrown) => showToast({ text: explainHere(toFailure(thrown)).message, tone: 'danger' }),
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

import { create } from 'zustand'
import type { NoteId, RecordingId } from '../../../src-shared/domain/ids.ts'
import type { Agreement } from '../../../src-shared/domain/recorder.ts'
import type { RecordingMode } from '../../../src-shared/domain/settings.ts'
import { toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import type { RecorderClient, SottoClient } from '../../rpc/index.ts'

/** What the person said of a meeting before it was recorded. */
export interface AboutMeeting {
  readonly title: string
  readonly participants: readonly string[]
  readonly agreement: Agreement
  /** As the settings have it where nothing is said. */
  readonly isHeardLive?: boolean
  /** A language tag, or `auto`. */
  readonly language: string
}

/** A recording nobody described in this window: begun in another one, from the tray, or before the last lock. */
const UNDESCRIBED: AboutMeeting = { title: '', participants: [], agreement: 'not-asked', language: 'auto' }

interface Following {
  /** The recording whose note is known, or could not be made. */
  readonly recordingId: RecordingId | null
  readonly noteId: NoteId | null
  readonly failure: Failure | null
  /** A start that has not been answered: whose the recording is that appears meanwhile is not known yet. */
  readonly isStarting: boolean
}

/** The note of the recording under way. */
export const useFollowing = create<Following>(() => ({ recordingId: null, noteId: null, failure: null, isStarting: false }))

/** Has the recording's note made; a recording that has its note keeps it as it is. */
export async function follow(client: SottoClient, recordingId: RecordingId, about: AboutMeeting = UNDESCRIBED): Promise<void> {
  const { title, participants, agreement, isHeardLive, language } = about
  useFollowing.setState({ recordingId, noteId: null, failure: null })
  try {
    const { noteId } = await client.recordings.follow({
      recordingId,
      ...(title !== '' && { title }),
      participants: [...participants],
      agreement,
      ...(isHeardLive !== undefined && { isHeardLive }),
      params: { engine: 'embedded', speech: { language } },
    })
    useFollowing.setState({ noteId })
  } catch (thrown) {
    useFollowing.setState({ failure: toFailure(thrown) })
  }
}

interface Start {
  readonly client: SottoClient
  readonly recorder: () => Promise<RecorderClient>
  readonly channels: 1 | 2
  readonly mode: RecordingMode
  /** The browser's id of a microphone; the usual one where it is left out. */
  readonly microphone: string | undefined
  readonly about: AboutMeeting
}

/** Begins a recording and its note. @throws Failure what the recorder refused with */
export async function startRecording({ client, recorder, channels, mode, microphone, about }: Start): Promise<void> {
  useFollowing.setState({ isStarting: true })
  try {
    const { recordingId } = await (await recorder()).start({ channels, mode, ...(microphone !== undefined && { microphone }) })
    void follow(client, recordingId, about)
  } finally {
    useFollowing.setState({ isStarting: false })
  }
}

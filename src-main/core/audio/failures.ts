import { Failure } from '../../../src-shared/errors/failure.ts'

/** What a sound format is called in front of people. */
export type AudioFormat = 'WAV' | 'MP3' | 'FLAC' | 'Ogg Opus' | 'Ogg Vorbis' | 'Ogg' | 'AAC' | 'MP4' | 'WebM' | 'audio'

export type BadAudioReason = 'not-audio' | 'damaged' | 'truncated' | 'encrypted' | 'no-sound' | 'codec'

export const badAudio = (format: AudioFormat, reason: BadAudioReason, cause?: unknown): Failure<'BAD_AUDIO'> =>
  new Failure('BAD_AUDIO', { format, reason }, { cause })

export const emptyAudio = (format: AudioFormat): Failure<'EMPTY_AUDIO'> => new Failure('EMPTY_AUDIO', { format })

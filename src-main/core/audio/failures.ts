import { Failure } from '../../../src-shared/errors/failure.ts'

/** What a sound format is called in front of people. */
export type AudioFormat = 'WAV' | 'MP3' | 'FLAC' | 'Ogg Opus' | 'Ogg Vorbis' | 'Ogg' | 'AAC' | 'MP4' | 'WebM' | 'audio'

type BadAudioReason = 'not-audio' | 'damaged' | 'truncated' | 'encrypted' | 'no-sound'

export const badAudio = (format: AudioFormat, reason: BadAudioReason, cause?: unknown): Failure<'BAD_AUDIO'> =>
  new Failure('BAD_AUDIO', { format, reason }, { cause })

/** Sound that is whole and cannot be read here. @param codec what it is, for people, where that is known */
export const otherCodec = (format: AudioFormat, codec?: string, cause?: unknown): Failure<'BAD_AUDIO'> =>
  new Failure('BAD_AUDIO', { format, reason: 'codec', ...(codec === undefined ? {} : { codec }) }, { cause })

export const emptyAudio = (format: AudioFormat): Failure<'EMPTY_AUDIO'> => new Failure('EMPTY_AUDIO', { format })

import { Failure } from '../../../src-shared/errors/failure.ts'

/** What a format is called in front of people. */
export type FormatName = 'WebVTT' | 'SRT' | 'JSON' | 'Word' | 'text'

/** @param line 1-based; `expected` completes "expected …" and never quotes the file. */
export const badTranscript = (format: FormatName, line: number | undefined, expected: string): Failure<'BAD_TRANSCRIPT'> =>
  new Failure('BAD_TRANSCRIPT', { format, expected, ...(line === undefined ? {} : { line }) })

export const emptyTranscript = (format: FormatName): Failure<'EMPTY_TRANSCRIPT'> => new Failure('EMPTY_TRANSCRIPT', { format })

export const unknownFormat = (): Failure<'UNKNOWN_FORMAT'> => new Failure('UNKNOWN_FORMAT', {})

import type { ErrorCode, ErrorParams } from './catalogue.ts'

/** What happened, what it means for the person's data, what to do now. */
export interface Explanation {
  readonly message: string
  readonly fix?: string
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
const WHERE_TO_LOOK = {
  note: 'Run "sotto list" to see every note.',
  job: 'Run "sotto list" to see every note.',
  segment: 'Run "sotto show" to see its lines with their numbers.',
  correction: 'Run "sotto corrections" to see every one.',
}
const where = (line: number | undefined): string => (line === undefined ? '' : `Line ${line}: `)

/** English words for every code: what happened and what it means for your data (`message`), what to do now (`fix`). */
export const messages: { [Code in ErrorCode]: (params: ErrorParams<Code>) => Explanation } = {
  BAD_TRANSCRIPT: ({ format, line, expected }) => ({
    message: `${where(line)}this ${format} transcript cannot be read; expected ${expected}. Nothing was stored.`,
    fix: 'Mend the file at that place, or export it again from the app it came from.',
  }),
  UNKNOWN_FORMAT: () => ({
    message: 'This is not a transcript Sotto knows. Nothing was stored.',
    fix: 'Use WebVTT, SRT, DOCX, text saved from Zoom, Otter, Google Meet or Teams, whisper.cpp JSON, or lines such as "Name: words".',
  }),
  EMPTY_TRANSCRIPT: ({ format }) => ({
    message: `This ${format} transcript holds no words. Nothing was stored.`,
    fix: 'Check that the export finished, or export it again.',
  }),
  BAD_AUDIO: ({ format, reason, codec }) => badAudio(format, codec)[reason],
  EMPTY_AUDIO: ({ format }) => ({
    message: `This ${format} file holds no sound. Nothing was stored.`,
    fix: 'Check that the recording finished and is the right file.',
  }),
  FILE_UNREADABLE: ({ reason }) => ({
    message: {
      missing: 'There is no such file.',
      denied: 'You have no permission to read this file.',
      directory: 'This is a folder, not a file.',
      other: 'This file could not be read.',
    }[reason],
    fix: 'Check the path and its permissions, then try again.',
  }),
  FILE_TOO_LARGE: ({ limitMb, sizeMb }) => ({
    message: `This file is ${sizeMb} MB; a transcript may be ${limitMb} MB at most. Nothing was stored.`,
    fix: 'Split the transcript, or check that it is the right file.',
  }),
  INPUT_TOOK_TOO_LONG: ({ seconds }) => ({
    message: `Reading this file was given up after ${plural(seconds, 'second')}. Nothing was stored.`,
    fix: 'Check that it is the right file. If it is an ordinary transcript, please report it.',
  }),
  BAD_USAGE: ({ detail }) => ({ message: detail, fix: 'Run "sotto help" for all commands.' }),
  NOT_FOUND: ({ what }) => ({
    message: `There is no such ${what === 'segment' ? 'line in this note' : what}. It may have been deleted.`,
    fix: WHERE_TO_LOOK[what],
  }),
  CONFIRMATION_NEEDED: ({ flag }) => ({
    message: 'This cannot be undone and nobody is at the terminal to confirm it. Nothing was changed.',
    fix: `Add ${flag} if you mean it.`,
  }),
  STORE_MISSING: () => ({ message: 'There is no Sotto store here yet.', fix: 'Create one with "sotto init".' }),
  STORE_EXISTS: () => ({ message: 'There is already a store here. It was left as it is.', fix: 'Use another --data-dir to create a second one.' }),
  LOCKED: () => ({ message: 'Your notes are locked.', fix: 'Give the passphrase, with --passphrase-file or at the prompt.' }),
  WRONG_PASSPHRASE: ({ waitSeconds }) => ({
    message: `That is not the passphrase. Nothing was damaged.${waitSeconds > 0 ? ` The next try is possible in ${plural(waitSeconds, 'second')}.` : ''}`,
    fix: 'Try again, or use your 24 recovery words: "sotto recover".',
  }),
  TOO_MANY_ATTEMPTS: ({ waitSeconds }) => ({
    message: `Too many wrong passphrases. The next try is possible in ${plural(waitSeconds, 'second')}. Nothing was damaged.`,
    fix: 'Wait, then try again, or use your 24 recovery words: "sotto recover".',
  }),
  WRONG_RECOVERY_KEY: ({ reason }) => ({
    message: {
      words: 'A recovery key is 24 words of the English list; these are not.',
      checksum: 'One of the 24 words is wrong: their check does not fit.',
      mismatch: 'These words are a valid recovery key, but not the one of this store.',
    }[reason],
    fix: 'Compare the words with your print-out, in order.',
  }),
  WEAK_PASSPHRASE: ({ minLength }) => ({
    message: `A passphrase needs at least ${minLength} characters. Nothing was created.`,
    fix: 'Four or five unrelated words are easy to keep and hard to guess.',
  }),
  VAULT_CLOSED: () => ({ message: 'Names are hidden.', fix: 'Show names first (--reveal with the passphrase), then try again.' }),
  NAMES_EXPIRED: () => ({ message: 'The names of this note have expired and were destroyed, as its retention asked. The note itself is complete.' }),
  STORE_IN_USE: () => ({
    message: 'Another Sotto has this store open and did not answer. Nothing was changed.',
    fix: 'Close the other Sotto, or wait for it to finish, then try again.',
  }),
  STORE_TOO_NEW: ({ found, known }) => ({
    message: `This store was written by a newer Sotto (version ${found}; this one knows ${known}). It was left untouched.`,
    fix: 'Update Sotto, then open it again.',
  }),
  STORE_DAMAGED: ({ part }) => ({
    message: {
      database: 'The database of this store is damaged or was changed by something else. It was left untouched.',
      keys: 'The key file of this store is damaged. It was left untouched; your notes are still encrypted in the database.',
      vault: 'A part of the vault does not open: it is damaged or was changed. The redacted note is still readable.',
      staging: 'The waiting transcript of this note does not open: it is damaged or was changed.',
      audio: 'The recording of this note does not open: it is damaged or was changed. Its transcript and summary are still readable.',
    }[part],
    fix: part === 'staging' ? 'Import the file again.' : 'Restore a backup, or run "sotto doctor" for details.',
  }),
  DISK_FULL: () => ({ message: 'The disk is full. Everything stored so far is safe; this step was not.', fix: 'Free some space, then try again.' }),
  CANCELLED: () => ({ message: 'Cancelled. What was finished before is kept.' }),
  WORKER_DIED: () => ({ message: 'A part of Sotto stopped unexpectedly. What was finished before is kept.', fix: 'Try again.' }),
  ENGINE_UNAVAILABLE: ({ engine, reason }) => ({
    message: {
      'not-running': `${engine} is not running on this computer.`,
      refused: `${engine} refused the request.`,
      timeout: `${engine} did not answer in time.`,
      protocol: `${engine} answered in a way Sotto does not understand.`,
      memory: `There is not enough memory for ${engine} to load this model.`,
    }[reason],
    fix:
      reason === 'memory'
        ? 'Choose a smaller model, or close other programs, and try again; or use the built-in engine: --engine embedded.'
        : `Start ${engine} and try again, or use the built-in engine: --engine embedded.`,
  }),
  MODEL_MISSING: ({ engine, model }) => ({
    message: `${engine} does not have the model "${model}".`,
    fix: `Get it with "ollama pull ${model}", choose another with --model, or use --engine embedded.`,
  }),
  MODEL_REFUSED: () => ({
    message: 'This model runs on a server of its maker, not on this computer. Nothing was sent.',
    fix: 'Choose a local model, or use --engine embedded.',
  }),
  SPEECH_MODEL_MISSING: () => ({
    message: 'There is no speech model here yet, so nothing can be heard. Your recording is untouched.',
    fix: 'Get one with "sotto models pull", or name a ggml Whisper model with SOTTO_WHISPER_MODEL.',
  }),
  BAD_SPEECH_MODEL: ({ reason }) => ({
    message: {
      unreadable: 'The speech model cannot be read. Your recording is untouched.',
      'not-ggml': 'The speech model is not a Whisper model in ggml format. Your recording is untouched.',
      damaged: 'The speech model is damaged and does not load. Your recording is untouched.',
    }[reason],
    fix: reason === 'unreadable' ? 'Check its permissions, then try again.' : 'Remove it and get it again with "sotto models pull".',
  }),
  BAD_PII_MODEL: ({ reason, key }) => ({
    message: {
      unreadable: 'The model that finds names cannot be read. Nothing was redacted without it.',
      unsigned: 'That folder has no signed list of its files (sotto-model.jws), or one that is not right. It was not added.',
      'unknown-key': `That model is signed with a key that Sotto does not know${key === undefined ? '' : `: ${key}`}. It was not added.`,
      damaged: 'The model that finds names has other bytes than were signed. Nothing was redacted without it.',
      unsupported: 'The model that finds names is none that can be run here. Nothing was redacted without it.',
    }[reason],
    fix: {
      unreadable: 'Check the permissions of its files, add it again, or remove it with "sotto models remove".',
      unsigned: 'Get the whole folder from its maker.',
      'unknown-key': 'Compare the key with what its maker publishes; if it is theirs, say so with --key.',
      damaged: 'Add it again, or remove it with "sotto models remove".',
      unsupported: 'It must be a token classifier in ONNX with its tokenizer.json and config.json. Remove it with "sotto models remove".',
    }[reason],
  }),
  NOTHING_HEARD: ({ seconds }) => ({
    message: `Nobody was heard in these ${Math.max(1, Math.round(seconds))} seconds of sound. The recording is kept.`,
    fix: 'Try another model or language, or delete the note.',
  }),
  NO_RECORDING: () => ({
    message: 'This note has no recording here: it came as a transcript, or its sound has expired.',
    fix: 'Import the recording again.',
  }),
  RECORDING_UNDER_WAY: () => ({
    message: 'A recording is under way, and there is one at a time.',
    fix: 'Stop it first; everything recorded so far is kept.',
  }),
  SPEECH_ENGINE_MISSING: () => ({
    message: 'The speech engine is not installed for this computer. Your recording is untouched.',
    fix: 'Install Sotto again with its optional packages, or run "npm run engine:build".',
  }),
  CONTEXT_TOO_SMALL: ({ neededTokens, availableTokens }) => ({
    message: `The model can read ${availableTokens} tokens at once; even one part of this meeting needs ${neededTokens}.`,
    fix: 'Choose a model with a larger context, or use --engine embedded.',
  }),
  MODEL_OUTPUT_INVALID: ({ reason }) => ({
    message: {
      json: 'The model did not answer in the form asked for, twice.',
      schema: 'The model left out parts of the answer, twice.',
      cut: 'The model ran out of room and its answer was cut off.',
      empty: 'The model answered with nothing.',
      'server-error': 'The model server failed while answering.',
      'prompt-cut': 'The model server silently read only a part of the meeting; its answer was thrown away.',
    }[reason],
    fix: 'Try again, choose another model, or use --engine embedded.',
  }),
  DOWNLOAD_FAILED: ({ reason, status }) => ({
    message: {
      unreachable: 'The server cannot be reached. What came so far is kept.',
      silent: 'The server stopped sending. What came so far is kept.',
      dropped: 'The connection broke off again and again. What came so far is kept.',
      server: 'The server is in trouble. What came so far is kept.',
      refused: `The server does not give this file${status === undefined ? '' : ` (status ${status})`}.`,
      'wrong-file': 'What the server sent is not the file that was published. It was removed.',
      'under-way': 'This is being downloaded already.',
    }[reason],
    fix:
      reason === 'under-way'
        ? 'Wait for it to finish.'
        : reason === 'refused' || reason === 'wrong-file'
          ? 'Try again later, or get the file by other means and name it with SOTTO_WHISPER_MODEL.'
          : 'Run the same command again to go on from there.',
  }),
  NOT_CONNECTED: ({ reason }) =>
    reason === 'gone'
      ? { message: 'Sotto is not running any more. What was stored is safe.', fix: 'Start Sotto again, with "npm start".' }
      : {
          message: 'This page has no way to Sotto: the way in works once, for a minute, and not after a reload. Nothing was lost.',
          fix: 'Run "npm start" again, or press Enter where it is running. A new page opens.',
        },
  EGRESS_DENIED: ({ purpose, reason }) => ({
    message: `A request for "${purpose}" was refused by the egress rules (${reason}). Nothing was sent.`,
    fix: reason === 'host' && purpose === 'ollama' ? 'Only servers on this computer are allowed for this purpose.' : 'See SECURITY.md for what may leave.',
  }),
  AUDIT_BROKEN: ({ firstBad }) => ({
    message: `The audit log was changed: entry ${firstBad} is the first that does not fit.`,
    fix: 'Keep a copy of the log and of the store; SECURITY.md says how to read this.',
  }),
  BAD_AUDIT_FILE: ({ line, expected }) => ({
    message: `Line ${line}: this is not an audit export; expected ${expected}.`,
    fix: 'Export the log again with "sotto audit export".',
  }),
  INTERNAL: () => ({
    message: 'Something in Sotto failed that should not. What was stored before is kept.',
    fix: 'Try again; if it stays, please report it with the output of "sotto doctor".',
  }),
}

const badAudio = (format: string, codec: string | undefined): Record<ErrorParams<'BAD_AUDIO'>['reason'], Explanation> => ({
  'not-audio': {
    message: 'This is not a recording Sotto can read. Nothing was stored.',
    fix: 'Use WAV, MP3, FLAC, Ogg, M4A, MP4 or WebM.',
  },
  damaged: {
    message: `This ${format} file is damaged and its sound cannot be read. Nothing was stored.`,
    fix: 'Copy or export it again from where it came from.',
  },
  truncated: {
    message: `This ${format} file ends before its sound does: the end is missing. Nothing was stored.`,
    fix: 'Copy or download it again; it was probably cut off on the way.',
  },
  encrypted: {
    message: `This ${format} file is protected against copying; Sotto cannot read it. Nothing was stored.`,
    fix: 'Use the original recording, without copy protection.',
  },
  'no-sound': {
    message: `This ${format} file has pictures but no sound. Nothing was stored.`,
    fix: 'Check that the recording was made with its microphone on.',
  },
  codec: {
    message: `The sound in this ${format} file is ${codec ?? 'packed in a way'}${codec === undefined ? '' : ', which'} Sotto cannot read. Nothing was stored.`,
    fix: 'Save it as WAV, MP3, FLAC, Ogg Opus or M4A (AAC) and try again.',
  },
})

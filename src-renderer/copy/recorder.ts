import type { RecordedSide, SoundProblem } from '../../src-shared/domain/recorder.ts'
import { clock, length } from './amounts.ts'
import { capture } from './capture.ts'

/** How loud a side is, in a word. */
export type Loudness = 'silent' | 'quiet' | 'good' | 'loud'

/** Where the window runs: how a microphone is allowed differs. */
export type Where = 'browser' | 'mac' | 'windows' | 'linux'

interface Told {
  readonly title: string
  readonly meaning?: string
}

const MICROPHONE_DENIED = {
  browser: 'Click the sign left of the address, allow the microphone for Sotto, then press “Record again here”. The system may have to allow the browser, too.',
  mac: 'Open System Settings, Privacy & Security, Microphone, switch Sotto on, then press “Record again here”.',
  windows: 'Open Settings, Privacy & security, Microphone, let desktop apps use it, then press “Record again here”.',
  linux: 'Look in the sound settings whether an input is there and not switched off, then press “Record again here”.',
} satisfies Record<Where, string>

const MICROPHONE_BUSY = {
  browser: 'Leave the call or close the program that has it, then press “Record again here”. Some systems give a microphone to one program alone.',
  mac: 'Close the program that has it, then press “Record again here”. If none has, unplug the microphone and plug it in again.',
  windows:
    'Close the program that has it, or open Settings, Sound, that microphone, Advanced, and do not let programs take exclusive control. Then press “Record again here”.',
  linux: 'Close the program that has it, or let PipeWire or PulseAudio share it instead of ALSA. Then press “Record again here”.',
} satisfies Record<Where, string>

const NO_COMPUTER_SOUND = {
  browser: `Your microphone is recorded alone. To have the others, go to the tab “${capture.recording.title}” and press “${capture.others.button}”.`,
  mac: 'Your microphone is recorded alone. Allow Sotto under System Settings, Privacy & Security, Screen & System Audio Recording, then press “Try again”.',
  windows: 'Your microphone is recorded alone. Look whether sound comes out of this computer, then press “Try again”.',
  linux: 'Your microphone is recorded alone. The sound system has no monitor of its output that Sotto could hear. Press “Try again” once it has.',
} satisfies Record<Where, string>

/** The words of the recorder: its bar, its troubles and what is said aloud of it. */
export const recorder = {
  bar: 'Recorder',
  standing: { recording: 'Recording', paused: 'Paused', stopping: 'Saving', waiting: 'Waiting for sound', noSound: 'No sound comes' },
  mode: { 'text-only': 'words alone', 'sound-only': 'sound alone' },
  elapsed: (ms: number): string => clock(ms),
  side: { me: 'You', others: 'Others' } satisfies Record<RecordedSide, string>,
  level: { silent: 'silent', quiet: 'quiet', good: 'good', loud: 'loud' } satisfies Record<Loudness, string>,
  muted: 'muted',
  mute: { me: 'Mute your microphone', others: 'Mute the computer’s sound' } satisfies Record<RecordedSide, string>,
  pause: 'Pause',
  resume: 'Resume',
  mark: 'Mark',
  stop: 'Stop',
  open: 'Show the recording',
  stopTitle: 'Stop recording?',
  stopMeaning: (ms: number): string => `Recorded so far, and safe: ${length(ms)}. Going on later makes another note.`,
  stopConfirm: 'Stop recording',
  goOn: 'Go on recording',
  title: (title: string): string => `${title}, recording`,
  unsure: {
    title: 'Sotto cannot tell whether it is still recording',
    meaning: 'The connection to the recorder broke off. It is being made again; what was recorded is safe.',
  },
  problems: {
    'microphone-denied': (where: Where): Told => ({ title: 'The microphone may not be used', meaning: MICROPHONE_DENIED[where] }),
    'no-microphone': (): Told => ({ title: 'There is no microphone', meaning: 'Plug one in, then press “Record again here”.' }),
    'microphone-busy': (where: Where): Told => ({ title: 'Another program has the microphone to itself', meaning: MICROPHONE_BUSY[where] }),
    'device-changed': (): Told => ({ title: 'The microphone went away', meaning: 'The usual one of this computer is recorded now. The gap is marked.' }),
    'device-lost': (): Told => ({
      title: 'The microphone went away, and there is no other',
      meaning: 'Plug it in again, then press “Record again here”. Everything before that is safe.',
    }),
    'microphone-stopped': (): Told => ({
      title: 'Your microphone has stopped sending sound',
      meaning: 'Mostly it is switched off, muted at its cable, or its battery is empty. Switch it on again; it is taken at once. Until then nothing of it is recorded, and the gap is marked.',
    }),
    'no-computer-sound': (where: Where): Told => ({ title: 'The others are not recorded', meaning: NO_COMPUTER_SOUND[where] }),
    'capture-closed': (): Told => ({
      title: 'Nothing is recorded: where sound was captured has closed',
      meaning: 'Everything before that is safe, and the gap is marked.',
    }),
  } satisfies Record<SoundProblem, (where: Where) => Told>,
  recapture: 'Record again here',
  tryAgain: 'Try again',
  noSound: { title: 'No sound comes from the microphone', meaning: 'Silence is kept in its place until it is back.' },
  silent: {
    me: {
      title: 'You have been silent for a while, and the others were not',
      meaning: 'If you did speak: a switch on the microphone may be off, or another microphone is in use.',
    },
    others: {
      title: 'The others have been silent for a while, and you were not',
      meaning: 'If they did speak: their sound may come out of another device than this computer, such as a phone.',
    },
  } satisfies Record<RecordedSide, Told>,
  lowDisk: (minutes: number): Told => ({
    title: minutes === 0 ? 'The disk is almost full' : `The disk has room for about ${minutes} min`,
    meaning: 'Free some space. When it is full, the recording stops by itself and keeps what it has.',
  }),
  quiet: (ms: number): Told => ({ title: `Nobody has spoken for ${length(ms)}`, meaning: 'Is the meeting over? Sotto goes on until you stop it.' }),
  quietGoOn: 'Go on recording',
  ended: {
    'disk-full': (ms: number): Told => ({
      title: 'The recording stopped: the disk is full',
      meaning: `What was recorded is safe: ${length(ms)}. Free some space before you record again.`,
    }),
    failed: (ms: number): Told => ({
      title: 'The recording broke off',
      meaning: `Something in Sotto failed. What was recorded is safe and becomes a note: ${length(ms)}.`,
    }),
  },
  spoken: {
    started: 'Recording.',
    paused: 'Recording paused.',
    resumed: 'Recording goes on.',
    stopped: (ms: number): string => `Recording stopped. Saved: ${length(ms)}.`,
    mutedNow: { me: 'Your microphone is muted.', others: 'The computer’s sound is muted.' } satisfies Record<RecordedSide, string>,
    unmuted: { me: 'Your microphone is on.', others: 'The computer’s sound is on.' } satisfies Record<RecordedSide, string>,
    marked: (ms: number): string => `Marked at ${clock(ms)}.`,
    soundBack: 'Sound is back.',
  },
  saved: (ms: number): string => `Recorded and saved: ${length(ms)}.`,
  openNote: 'Open the note',
  locked: (time: string): string => `Recording continues: ${time}`,
  lockedPaused: (time: string): string => `The recording is paused at ${time}`,
} as const

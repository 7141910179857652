import type { SoundProblem } from '../../src-shared/domain/recorder.ts'

/** Which browser's rules the person has to do with. */
export type System = 'mac' | 'windows' | 'linux'

interface Told {
  readonly title: string
  readonly meaning: string
}

/** The words of the page that captures sound. */
export const capture = {
  connecting: 'Reaching the recorder',
  recording: { title: 'Sotto is recording', meaning: 'Keep this tab open. You can go on working in other tabs.' },
  paused: { title: 'The recording is paused', meaning: 'Nothing is kept until it goes on. Keep this tab open.' },
  waiting: { title: 'Waiting for the recorder', meaning: 'Press Record in Sotto.' },
  over: { title: 'Not recording', meaning: 'You can close this tab.' },
  unreachable: { title: 'This page cannot reach Sotto', meaning: 'It was loaded again, or Sotto has ended. Press “Record again here” in Sotto; this tab can be closed.' },
  needsClick: { title: 'This browser waits for you', meaning: 'It lets a page listen only after a click in it.', button: 'Start listening' },
  microphone: 'Microphone',
  usual: 'The usual one',
  unnamed: 'A microphone',
  you: 'You',
  level: { silent: 'silent', quiet: 'quiet', good: 'good', loud: 'too loud' },
  others: {
    title: 'The others are not recorded yet',
    button: 'Add this computer’s sound',
    has: 'This computer’s sound is recorded, too.',
    wasSilent: 'That was shared without its sound. Choose again, and tick its box for sound.',
    how: {
      mac: 'The browser asks what to share. Choose the tab of your call and tick “Also share tab audio”. On older systems a whole screen has no sound here.',
      windows: 'The browser asks what to share. Choose the whole screen and tick “Also share system audio”, or the tab of your call with its sound.',
      linux: 'The browser asks what to share. Choose the tab of your call and tick “Also share tab audio”. Most browsers give no other sound here.',
    } satisfies Record<System, string>,
  },
  problems: {
    'microphone-denied': { title: 'The microphone may not be used', meaning: 'Allow it by the sign left of the address, then choose a microphone below.' },
    'no-microphone': { title: 'There is no microphone', meaning: 'Plug one in; it is taken at once.' },
    'microphone-busy': { title: 'Another program has the microphone to itself', meaning: 'Leave that call or close that program, then choose the microphone below.' },
    'device-lost': { title: 'The microphone does not answer', meaning: 'Plug it in again, or choose another one below.' },
    'microphone-stopped': {
      title: 'Your microphone has stopped sending sound',
      meaning: 'Mostly it is switched off, muted at its cable, or its battery is empty. Switch it on again, or choose another one below.',
    },
    'device-changed': { title: 'The microphone went away', meaning: 'The usual one of this computer is recorded now. The gap is marked.' },
  } satisfies Partial<Record<SoundProblem, Told>>,
  /** The system may forbid it to the whole browser. */
  system: {
    mac: 'If the browser itself may not: System Settings, Privacy & Security, Microphone.',
    windows: 'If the browser itself may not: Settings, Privacy & security, Microphone.',
    linux: 'If it is allowed and still silent: look in the sound settings whether an input is switched off.',
  } satisfies Record<System, string>,
} as const

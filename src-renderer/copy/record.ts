import type { RecordingMode } from '../../src-shared/domain/settings.ts'
import { clock, length } from './amounts.ts'
import { capture } from './capture.ts'
import type { Where } from './recorder.ts'

const BOTH = {
  browser: `Your microphone, in a tab that opens. Press “${capture.others.button}” there, or the others are missing.`,
  mac: 'Your microphone, and what comes out of this computer. The system asks once whether Sotto may hear it.',
  windows: 'Your microphone, and what comes out of this computer.',
  linux: 'Your microphone, and what comes out of this computer, where the sound system lets it be heard.',
} satisfies Record<Where, string>

const NOTICES = {
  'sound-and-text':
    'I would like to record this meeting for my notes. Sound and text stay on my computer, encrypted, and the sound is deleted a week after it was transcribed. Is that fine with everyone?',
  'text-only':
    'I would like to transcribe this meeting for my notes. The text stays on my computer, encrypted, and the sound is deleted as soon as it is transcribed. Is that fine with everyone?',
  'sound-only': 'I would like to record this meeting. The sound stays on my computer, encrypted. Is that fine with everyone?',
} satisfies Record<RecordingMode, string>

/** The words of the screen that records. */
export const record = {
  record: 'Record',
  title: 'Record a meeting',
  name: 'Title',
  namePlaceholder: 'Found in what is said, if you leave it empty',
  people: 'Who is there',
  peopleHelp: 'Names, with commas between them.',
  sides: {
    label: 'What is recorded',
    both: 'Both sides',
    bothMeaning: (where: Where): string => BOTH[where],
    mine: 'My microphone alone',
    mineMeaning: 'For people in one room. In a call, the others would be missing.',
    headphones: 'Headphones keep the others out of your microphone.',
  },
  microphone: 'Microphone',
  usual: 'The usual one',
  language: 'Language',
  detect: 'Detect',
  mode: {
    label: 'What is kept',
    names: { 'sound-and-text': 'Sound and words', 'text-only': 'Words alone', 'sound-only': 'Sound alone' } satisfies Record<RecordingMode, string>,
    meanings: {
      'sound-and-text': 'The sound goes a week after its words are stored, unless you keep it.',
      'text-only': 'The sound goes as soon as its words are stored. Nothing can be heard again after that.',
      'sound-only': 'Nothing is transcribed until you ask for it in the note.',
    } satisfies Record<RecordingMode, string>,
  },
  hearing: {
    label: 'When the words come',
    live: 'As they are spoken',
    liveMeaning: 'On a slow computer they lag behind; the recording never waits for them.',
    after: 'After the meeting',
    afterMeaning: 'Records only, and spares the processor until you stop.',
  },
  noModel: {
    title: 'There is no speech model here yet',
    meaning: 'It is recorded all the same, and heard once you have one.',
    link: 'Choose a speech model',
  },
  agreement: {
    label: 'Everyone present has agreed to be recorded',
    meaning: 'Your answer is kept with the note.',
    required: 'You have set that everyone must agree first.',
    notice: 'To paste into the chat of the call:',
    words: NOTICES,
    copy: 'Copy the notice',
    copied: 'The notice is copied.',
    notCopied: 'It could not be copied. Select it and copy it yourself.',
  },
  start: 'Start recording',
  startFailed: 'The recording did not begin',
  import: 'Import files instead',
  looking: 'Looking for the recorder',
  absent: {
    title: 'Nothing can be recorded here',
    meaning: 'This window has no connection to the recorder. Open Sotto again, or import a file.',
  },
  during: {
    title: 'Recording',
    untitled: 'The note gets its title when it is summarised.',
    transcript: 'Live transcript',
    me: 'You',
    others: 'Others',
    anyone: 'Said',
    doubtful: 'perhaps not said',
    listening: 'Words appear here as they are spoken.',
    waiting: { title: 'Waiting for sound', browser: 'Answer the questions of the browser, in the tab that has opened.', app: 'The first words come a few seconds after they are said.' },
    textOnly: 'Words alone are kept of this meeting. Its sound goes once they are stored.',
    soundOnly: { title: 'Sound alone is recorded', meaning: 'Words are made of it when you ask for them in its note. You can go elsewhere in Sotto, or lock it.' },
    spared: {
      battery: { title: 'Words wait: this computer runs on its battery', meaning: 'They go on when it is plugged in, or come after Stop. You have set that under Settings. The recording goes on.' },
      heat: { title: 'Words wait: this computer is hot', meaning: 'They go on when it has cooled down, or come after Stop. You have set that under Settings. The recording goes on.' },
    },
    onlyAfter: { title: 'Words come after Stop', meaning: 'Only sound is kept for now. You can go elsewhere in Sotto, or lock it.' },
    behind: (ms: number): string => `The words are behind by ${length(ms)}. Nothing is lost.`,
    ended: { title: 'No more words come live', meaning: 'The recording goes on. The rest is heard after Stop.' },
    namesHidden: 'Names and numbers are hidden while it is heard. The note shows them.',
    latest: 'Jump to latest',
    aloud: 'Read finished sentences aloud',
    marks: 'Marks',
    mark: (ms: number): string => `Marked at ${clock(ms)}`,
    saved: 'Saving the last second',
    preparing: 'Making its note',
    noNote: { title: 'The note of this recording cannot be made now', meaning: 'The sound is safe. Sotto makes the note when you unlock it next.' },
    again: 'Try again',
  },
} as const

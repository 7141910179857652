/** The words of the locked app. Nothing here depends on what is inside. */
export const lock = {
  title: 'Locked',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  wrong: 'That is not the passphrase. Nothing was damaged.',
  waits: (time: string): string => `The next try is possible in ${time}.`,
  seconds: (seconds: number): string => (seconds === 1 ? '1 second' : `${seconds} seconds`),
  minutes: (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  mayTry: 'You can try again now.',
  forgot: 'Forgot it?',
  note: 'No titles and no text are kept in this window while it is locked.',
  recover: {
    title: 'Open with recovery words',
    meaning: 'Your 24 words open the notebook and set a new passphrase. No note is lost. Without the words and without the passphrase, nobody can open it, and neither can we.',
    words: 'Recovery words',
    wordsHelp: '24 words, in the order of your sheet, with spaces between them.',
    count: (count: number): string => `${count} of 24 words`,
    incomplete: 'All 24 words are needed.',
    newPassphrase: 'A new passphrase',
    open: 'Open and set the passphrase',
    back: 'Back to the passphrase',
  },
} as const

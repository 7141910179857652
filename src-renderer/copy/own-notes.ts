/** The words around what a person writes down themselves. */
export const ownNotes = {
  title: 'Your notes',
  placeholder: 'Write what matters to you. Each line keeps its time.',
  state: {
    reading: 'Opening your notes',
    saved: 'Saved on this computer, encrypted. Your lines steer the summary.',
    saving: 'Saving',
    failed: 'Not saved yet. It is tried again.',
  },
  edit: 'Edit your notes',
  write: 'Write notes of your own',
  done: 'Done',
  namesFirst: 'Show names to change your notes.',
  meaning: 'In your words. What stands below a line was found in the recording.',
  notFound: 'Not found in the recording',
  found: (line: string): string => `Found in the recording for “${line}”`,
  notYet: 'Not looked for yet',
  at: (time: string): string => `Your line of ${time}: show what was said then`,
  stale: 'Your notes changed since this summary was made.',
  again: 'Make it again',
} as const

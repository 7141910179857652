const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** The words of offers to record. */
export const offers = {
  bar: 'Offer to record',
  event: (startsAt: number): string => `In your calendar at ${TIME.format(startsAt)}. Nothing is recorded unless you start it.`,
  untitled: 'A meeting of your calendar',
  microphone: { title: 'Another program uses the microphone.', meaning: 'Is it a meeting? Nothing is recorded unless you start it.' },
  take: 'Prepare a recording',
  dismiss: 'Not this one',
} as const

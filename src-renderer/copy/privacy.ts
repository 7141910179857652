import type { EgressPurpose, EgressReason, EgressRecord } from '../../src-shared/domain/egress.ts'
import { many } from './amounts.ts'

/** The words of the privacy screen. Each claim is made only when the ledger of requests bears it. */
export const privacy = {
  title: 'Privacy',
  loading: 'Reading the ledger of requests',
  failed: 'The ledger cannot be read, so nothing can be said about what left',
  again: 'Try again',
  verdict: {
    nothing: 'Nothing has left this computer',
    nothingMeaning: (here: number): string =>
      here === 0
        ? 'Sotto has made no request to anywhere. Each one it makes is written down before its first byte leaves.'
        : `Sotto has made ${many(here, 'request', 'requests')}, all to programs on this computer.`,
    noWords: 'None of your words have left this computer',
    noWordsMeaning: (outside: number): string =>
      `${many(outside, 'request', 'requests')} went out to fetch speech models, with nothing of yours in them: 0 bytes sent. The publisher can see this computer's network address and which model was asked for.`,
    left: 'Something has left this computer',
    leftMeaning: (requests: number, size: string): string =>
      `${many(requests, 'request', 'requests')} carried ${size} to another computer. They are listed below.`,
    unsure: (count: number): string =>
      `${many(count, 'request has', 'requests have')} no recorded end, because Sotto was ended while it was under way. What left then is not known for sure.`,
    onlyLast: (limit: string): string => `This looks at the last ${limit} requests.`,
  },
  connections: {
    title: 'Connections',
    meaning: 'Every request Sotto made, or refused to make.',
    none: 'There have been none.',
    when: 'When',
    where: 'Where',
    why: 'Why',
    sent: 'Sent',
    received: 'Received',
    result: 'Result',
    here: 'this computer',
    unreadable: 'an unreadable address',
    purpose: { ollama: 'Summary by Ollama', 'model-download': 'Speech model' } satisfies Record<EgressPurpose, string>,
    results: { ok: 'Done', failed: 'Failed', refused: 'Refused', aborted: 'Stopped' } satisfies Record<
      NonNullable<EgressRecord['outcome']>['result'],
      string
    >,
    reasons: {
      host: 'not an allowed place',
      method: 'not an allowed kind of request',
      scheme: 'not an allowed kind of address',
      size: 'too large',
      redirects: 'sent on too often',
      path: 'not an allowed address',
    } satisfies Record<EgressReason, string>,
    noEnd: 'No recorded end',
    more: (count: number): string => `Show all ${many(count, 'request', 'requests')}`,
  },
  audit: {
    title: 'Audit trail',
    meaning: 'A chained and signed record of what was done, without any of your words. A changed or missing entry breaks the chain.',
    check: 'Check now',
    checking: 'Checking every entry',
    ok: (entries: number): string => `Unbroken: ${many(entries, 'entry', 'entries')}`,
    okMeaning: (device: string): string => `Signed by this device, ${device}`,
    broken: (at: number): string => `Entry ${at} does not fit`,
    brokenMeaning: 'Somebody or something changed the record. Your notes are as they were; what the record says from there on cannot be relied on.',
    failed: 'The trail could not be checked',
    export: 'Export',
    exported: 'The trail is saved where your downloads go.',
    exportFailed: 'The trail could not be exported',
  },
  places: {
    title: 'Where things are, and how long',
    meaning: 'All of it is in one encrypted folder on this computer. Only your passphrase or your recovery words open it.',
    what: 'What',
    where: 'Where',
    until: 'Kept until',
    rows: [
      ['Recordings', 'Encrypted sound, each with a key of its own', 'A week after they were heard, unless you keep or delete them'],
      ['Transcripts and summaries', 'Encrypted, with names and numbers hidden', 'You delete the note'],
      ['Names and numbers', 'Sealed apart in the vault', 'You delete the note'],
      ['Search index', 'Encrypted, with names and numbers hidden', 'You delete the note'],
      ['Speech models', 'As published; nothing of yours', 'You remove them under Models'],
      ['Connections and audit trail', 'Encrypted; times, kinds and numbers, no words', 'You delete the whole notebook'],
    ],
    exports: 'Files you export are yours: Sotto does not know where they go, and they are not encrypted.',
  },
} as const

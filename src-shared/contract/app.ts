import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { auditEntrySchema } from '../domain/audit.ts'
import { egressRecordSchema } from '../domain/egress.ts'
import { jobIdSchema, noteIdSchema, recordingIdSchema, transcriptIdSchema, summaryIdSchema, verdictIdSchema } from '../domain/ids.ts'
import { jobParamsSchema, jobSchema } from '../domain/job.ts'
import { hearingNowSchema, liveEventSchema } from '../domain/live.ts'
import { noteHeadSchema, noteStateSchema } from '../domain/note.ts'
import { powerStateSchema } from '../domain/power.ts'
import { piiTypeSchema, spanSchema } from '../domain/pii.ts'
import { MAX_OWN_LINES, ownLineIdSchema, typedLineSchema } from '../domain/own-line.ts'
import { agreementSchema, recordedSchema, shownRecordedSchema } from '../domain/recorder.ts'
import { engineRunSchema } from '../domain/summary.ts'
import { judgedSectionSchema } from '../domain/verdict.ts'
import { heardBySchema } from '../domain/recording.ts'
import { markSchema, transcriptFormatSchema } from '../domain/transcript.ts'
import { asking } from './ask.ts'
import { base, nothing } from './base.ts'
import { corrections } from './corrections.ts'
import { learning } from './learning.ts'
import { models } from './models.ts'
import { ownNotes } from './own-notes.ts'
import { offers } from './offers.ts'
import { settings } from './settings.ts'

/** Everything the app does, for every window, command line and test: the one contract a host serves. */

const storeStateSchema = z.enum(['absent', 'locked', 'unlocked'])

/** A date the person may give: a day, or a day with a time. */
export const meetingDateSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])

/** A line of a summary as shown: words may be hydrated; `segments` are zero-based indices into the note. `possible` stands below the others. */
const shownBulletSchema = z.object({
  text: z.string(),
  segments: z.array(z.number().int()),
  unsupported: z.boolean().optional(),
  possible: z.boolean().optional(),
  /** Set where the reader kept the line, or put it in words of their own. */
  verdict: z.enum(['accepted', 'edited']).optional(),
})

const shownActionSchema = shownBulletSchema.extend({
  owner: z.string().optional(),
  due: z.string().optional(),
  duePhrase: z.string().optional(),
})

/** An action item with the note it was said in. */
export const listedActionSchema = shownActionSchema.extend({ noteId: noteIdSchema, noteTitle: z.string().nullable(), date: z.string() })
export type ListedAction = z.infer<typeof listedActionSchema>

export const shownSummarySchema = z.object({
  title: z.string(),
  overview: z.array(shownBulletSchema),
  topics: z.array(z.object({ title: z.string(), segments: z.array(z.number().int()) })),
  decisions: z.array(shownBulletSchema),
  actions: z.array(shownActionSchema),
  questions: z.array(shownBulletSchema),
  /** Sections the template names, in its order; one without lines: nobody said anything for it. */
  sections: z.array(z.object({ heading: z.string(), lines: z.array(shownBulletSchema) })).optional(),
  /** What the person wrote down, in their words, each with what the meeting says of it; without lines it was not found. */
  own: z.array(z.object({ line: ownLineIdSchema, atMs: z.number().nullable(), text: z.string(), lines: z.array(shownBulletSchema) })).optional(),
  /** Lines that speak to the machine that reads them: no engine was given those words. */
  withheld: z.array(z.number().int()).optional(),
  engine: engineRunSchema,
})
export type ShownSummary = z.infer<typeof shownSummarySchema>

/** A line of the list of notes; its title has names or tokens as asked for. */
const listedNoteSchema = noteHeadSchema.extend({
  title: z.string().nullable(),
  /** How its recording ended, or that it goes on; left out for what was not recorded here. */
  ending: recordedSchema.shape.ending.optional(),
  /** Somebody has seen how it ended. */
  isAcknowledged: z.boolean().optional(),
})
export type ListedNote = z.infer<typeof listedNoteSchema>

/** Where a token stands and why it is there. `segment` counts from 0; null outside the transcript. */
const hiddenPlaceSchema = spanSchema.omit({ start: true, end: true }).extend({
  token: z.string(),
  place: z.enum(['text', 'speaker', 'title', 'participant']),
  segment: z.number().int().nullable(),
})
export type HiddenPlace = z.infer<typeof hiddenPlaceSchema>

/** How long what is behind a note's tokens stays; null: as long as the note. Once it is gone, nobody can know it again. */
export const namesLifeSchema = z.object({ expiresAt: z.number().int().nullable(), areGone: z.boolean() })
export type NamesLife = z.infer<typeof namesLifeSchema>

/** A note for the person's eyes: with names while `revealed`, with tokens otherwise. */
export const shownNoteSchema = z.object({
  id: noteIdSchema,
  /** Changes with every new version of the transcript; null while there is none. */
  transcriptId: transcriptIdSchema.nullable(),
  title: z.string().nullable(),
  date: z.string(),
  state: noteStateSchema,
  format: transcriptFormatSchema,
  durationMs: z.number().nullable(),
  participants: z.array(z.string()),
  segments: z.array(
    z.object({
      index: z.number().int(),
      id: z.string(),
      speaker: z.string().nullable(),
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
      text: z.string(),
      /** An edit of an earlier version of this segment that no longer fits; both are kept until the person chooses. */
      conflictingEdit: z.string().optional(),
      /** Why this may not have been said. */
      marks: z.array(markSchema).optional(),
    }),
  ),
  summary: shownSummarySchema.nullable(),
  /** The recording behind it, while there is one. */
  sound: z.object({ channels: z.number().int(), durationMs: z.number().int(), expiresAt: z.number().int().nullable() }).nullable(),
  heardBy: heardBySchema.nullable(),
  /** What happened while it was recorded here; null for what was not. */
  recorded: shownRecordedSchema.nullable(),
  redactions: z.array(z.object({ token: z.string(), type: piiTypeSchema, count: z.number().int() })),
  revealed: z.boolean(),
  names: namesLifeSchema.optional(),
})
export type ShownNote = z.infer<typeof shownNoteSchema>

export const doctorCheckSchema = z.object({
  name: z.string(),
  state: z.enum(['ok', 'warning', 'failed']),
  detail: z.string(),
  fix: z.string().optional(),
})
export type DoctorCheck = z.infer<typeof doctorCheckSchema>

export const exportFormatSchema = z.enum(['md', 'json', 'vtt', 'srt', 'txt'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const importEventSchema = z.discriminatedUnion('kind', [
  /** How much of a recording has been taken in, 0 to 1; null where its length is unknown. */
  z.object({ kind: z.literal('progress'), done: z.number().min(0).max(1).nullable() }),
  z.object({
    kind: z.literal('imported'),
    noteId: noteIdSchema,
    emptyCues: z.number().int(),
    /** The recording ended before it should; what was there is kept. */
    isTruncated: z.boolean(),
  }),
])
export type ImportEvent = z.infer<typeof importEventSchema>

const noteRef = z.object({ id: noteIdSchema })

const system = {
  /** As far as this computer says. */
  power: base.input(nothing).output(powerStateSchema),
  status: base.input(nothing).output(
    z.object({
      state: storeStateSchema,
      recoveryAcknowledged: z.boolean(),
      version: z.string(),
      /** The core ended without being asked to and was started again, locked. */
      wasInterrupted: z.boolean().optional(),
    }),
  ),
  init: base.input(z.object({ passphrase: z.string() })).output(z.object({ recoveryWords: z.array(z.string()) })),
  /** New recovery words; the old ones open nothing from then on. */
  renewRecovery: base.input(nothing).output(z.object({ recoveryWords: z.array(z.string()) })),
  acknowledgeRecovery: base.input(nothing).output(nothing),
  unlock: base.input(z.object({ passphrase: z.string() })).output(nothing),
  recover: base.input(z.object({ words: z.array(z.string()), newPassphrase: z.string() })).output(nothing),
  changePassphrase: base.input(z.object({ passphrase: z.string(), newPassphrase: z.string() })).output(nothing),
  lock: base.input(nothing).output(nothing),
  doctor: base.input(nothing).output(z.array(doctorCheckSchema)),
}

const notes = {
  /** Stores the transcript (staged, sealed) and queues its stages; progress comes from `jobs.watch`. */
  import: base
    .input(
      z.object({
        file: z.instanceof(File),
        /** The file's own time, milliseconds since the epoch; a File loses it on a wire. */
        modifiedMs: z.number().int().optional(),
        title: z.string().max(500).optional(),
        date: meetingDateSchema.optional(),
        participants: z.array(z.string().min(1).max(200)).max(500).default([]),
        params: jobParamsSchema.optional(),
      }),
    )
    .output(z.object({ noteId: noteIdSchema, emptyCues: z.number().int() })),
  /**
   * A transcript or a recording that lies on this machine, recognised by content. Only for callers that may read files anyway: a
   * window hands files over on a channel of its own. Ends with `imported`; the rest comes from `jobs.watch`.
   */
  importFile: base
    .input(
      z.object({
        path: z.string().min(1).max(4096),
        modifiedMs: z.number().int().optional(),
        title: z.string().max(500).optional(),
        date: meetingDateSchema.optional(),
        participants: z.array(z.string().min(1).max(200)).max(500).default([]),
        /** What the person wrote down during the meeting. */
        own: z.array(typedLineSchema).max(MAX_OWN_LINES).default([]),
        /** Words the speech engine should expect. */
        vocabulary: z.string().max(2000).optional(),
        params: jobParamsSchema.optional(),
      }),
    )
    .output(eventIterator(importEventSchema)),
  /** Hears a note's recording again; what was said before stays until something fuller is there. */
  hearAgain: base.input(noteRef.extend({ params: jobParamsSchema })).output(nothing),
  /** Makes notes of recordings that were stopped, or cut off, and have none yet. Unlocking does it too. */
  adoptRecordings: base.input(nothing).output(z.object({ noteIds: z.array(noteIdSchema), unreadable: z.number().int().nonnegative() })),
  /** Keeps a note's sound for good, or lets it go a week from now. */
  /** Every place where a token stands and why, without what it stands for; `segment` counts from 0, null outside the transcript. */
  hidden: base.input(noteRef).output(z.array(hiddenPlaceSchema)),
  /** Lets what is behind a note's tokens go so many days from now, thirty at least; null keeps it as long as the note. */
  limitNames: base.input(noteRef.extend({ days: z.number().int().positive().max(36_500).nullable() })).output(namesLifeSchema),
  keepSound: base.input(noteRef.extend({ keep: z.boolean() })).output(nothing),
  /** Destroys a note's sound now; its transcript and summary stay. */
  deleteSound: base.input(noteRef).output(nothing),
  list: base.input(z.object({ reveal: z.boolean().default(false) })).output(z.array(listedNoteSchema)),
  show: base.input(noteRef.extend({ reveal: z.boolean().default(false) })).output(shownNoteSchema),
  editTitle: base.input(noteRef.extend({ text: z.string().min(1).max(500) })).output(nothing),
  /** The built-in engine's summary is made again; one by a model is called stale until the person asks for another. */
  editSegment: base
    .input(noteRef.extend({ segment: z.number().int().nonnegative(), text: z.string().min(1).max(100_000) }))
    .output(z.object({ summaryIsStale: z.boolean() })),
  /** Hides the note now and erases it after `undoMs`; 0 erases at once. */
  delete: base.input(noteRef.extend({ undoMs: z.number().int().nonnegative().max(86_400_000).default(0) })).output(nothing),
  undoDelete: base.input(noteRef).output(nothing),
  export: base.input(noteRef.extend({ format: exportFormatSchema, reveal: z.boolean().default(false) })).output(z.object({ content: z.string() })),
  /** Every summary the note has had, as its engine wrote it, oldest first. */
  summaryVersions: base
    .input(noteRef.extend({ reveal: z.boolean().default(false) }))
    .output(z.array(z.object({ id: summaryIdSchema, createdAt: z.number().int(), summary: shownSummarySchema }))),
  /** Keeps, rejects or rewords a line of the summary, `index` within its section as shown; `none` takes that back. It outlives the summary. */
  judgeLine: base
    .input(
      noteRef.extend({
        section: judgedSectionSchema,
        index: z.number().int().nonnegative(),
        verdict: z.enum(['accepted', 'rejected', 'edited', 'none']),
        text: z.string().min(1).max(2000).optional(),
      }),
    )
    .output(nothing),
  rejectedLines: base
    .input(noteRef.extend({ reveal: z.boolean().default(false) }))
    .output(z.array(z.object({ id: verdictIdSchema, section: judgedSectionSchema, text: z.string() }))),
  restoreLine: base.input(noteRef.extend({ verdict: verdictIdSchema })).output(nothing),
  /**
   * Makes a summary of the embedded engine again, the newest where none is named, stores nothing, and says whether it comes out byte for
   * byte the same. Of one section that was made anew, that section.
   */
  replaySummary: base
    .input(noteRef.extend({ summaryId: summaryIdSchema.optional() }))
    .output(
      z.object({
        outcome: z.enum(['same', 'differs', 'changed', 'other-code', 'other-weights', 'not-embedded']),
        version: z.string().nullable(),
        inputDigest: z.string().nullable(),
      }),
    ),
  resummarize: base.input(noteRef.extend({ params: jobParamsSchema })).output(nothing),
}

const actions = {
  /** Those of every note, possible ones included, newest meeting first and in each in the order they were said. */
  list: base.input(z.object({ reveal: z.boolean().default(false) })).output(z.array(listedActionSchema)),
}

const jobs = {
  list: base.input(z.object({ noteId: noteIdSchema.optional() })).output(z.array(jobSchema)),
  /** Yields each job's current state at once and then every change; ends when the note's jobs have all ended. */
  watch: base.input(z.object({ noteId: noteIdSchema })).output(eventIterator(jobSchema)),
  cancel: base.input(z.object({ jobId: jobIdSchema })).output(nothing),
  retry: base.input(z.object({ jobId: jobIdSchema })).output(nothing),
}

const recordings = {
  /**
   * Makes the note of a recording that is being made now, and hears it as it grows: `live.watch`. Again for one that has its note, it
   * changes nothing and says which. Every recording under way gets its note when the store is unlocked, too.
   * Fails with NO_RECORDING where nothing of that id is being made.
   */
  follow: base
    .input(
      z.object({
        recordingId: recordingIdSchema,
        title: z.string().max(500).optional(),
        participants: z.array(z.string().min(1).max(200)).max(500).default([]),
        vocabulary: z.string().max(2000).optional(),
        agreement: agreementSchema.default('not-asked'),
        /** Words as they are spoken; otherwise they come after Stop. As the settings have it where nothing is said. */
        isHeardLive: z.boolean().optional(),
        params: jobParamsSchema.optional(),
      }),
    )
    .output(z.object({ noteId: noteIdSchema })),
  /** That it was cut off is seen, and no news any more. */
  acknowledge: base.input(z.object({ noteId: noteIdSchema })).output(nothing),
  /** Whether its words come now, and if not, why; then every change. Ends with the recording. */
  hearing: base.input(z.object({ noteId: noteIdSchema })).output(eventIterator(hearingNowSchema)),
}

const live = {
  /**
   * What a recording under way has said so far, then what it says, redacted; ends with `end`. Nothing where none is under way: the
   * note itself has the words then.
   */
  watch: base.input(z.object({ noteId: noteIdSchema })).output(eventIterator(liveEventSchema)),
}

const search = {
  query: base
    .input(
      z.object({ query: z.string().min(1).max(1000), reveal: z.boolean().default(false), limit: z.number().int().positive().max(500).default(50) }),
    )
    .output(
      z.array(
        z.object({ noteId: noteIdSchema, title: z.string().nullable(), segment: z.number().int().nullable(), text: z.string(), score: z.number() }),
      ),
    ),
}

const audit = {
  verify: base.input(nothing).output(
    z.object({
      ok: z.boolean(),
      entries: z.number().int(),
      firstBad: z.number().int().optional(),
      problem: z.string().optional(),
      device: z.string(),
    }),
  ),
  list: base
    .input(z.object({ after: z.number().int().default(-1), limit: z.number().int().positive().max(10_000).default(1000) }))
    .output(z.array(auditEntrySchema)),
  /** The log as JSON lines, header first, signed trailer last. */
  export: base.input(nothing).output(eventIterator(z.string())),
}

const egress = {
  list: base.input(z.object({ limit: z.number().int().positive().max(10_000).default(1000) })).output(z.array(egressRecordSchema)),
}

export const appContract = {
  system,
  notes,
  ownNotes,
  corrections,
  actions,
  jobs,
  recordings,
  live,
  offers,
  search,
  asking,
  learning,
  models,
  settings,
  audit,
  egress,
}

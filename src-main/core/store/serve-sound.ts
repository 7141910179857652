import { implement } from '@orpc/server'
import { writeContract } from '../../../src-shared/contract/store.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import type { reposOf } from './serving.ts'

interface Parts {
  readonly repos: ReturnType<typeof reposOf>
  readonly tx: <T>(work: () => T) => T
  readonly audit: (event: AuditEvent) => void
}

/** How long a note's sound stays, and its end. */
export function serveSound({ repos: { recordings }, tx, audit }: Parts) {
  const os = implement(writeContract)
  return {
    expireSound: os.expireSound.handler(({ input }) =>
      tx(() => {
        const expired = recordings.expire(input.now)
        expired.forEach(({ noteId }) => audit({ kind: 'sound.expired', data: { note: noteId } }))
        return expired.map(({ id }) => id)
      }),
    ),

    acknowledgeEnding: os.acknowledgeEnding.handler(({ input }) =>
      tx(() => {
        recordings.acknowledge(input.noteId)
        return {}
      }),
    ),

    setSoundExpiry: os.setSoundExpiry.handler(({ input }) =>
      tx(() => {
        recordings.setExpiry(input.noteId, input.expiresAt)
        audit({ kind: input.expiresAt === null ? 'sound.kept' : 'sound.released', data: { note: input.noteId } })
        return {}
      }),
    ),

    eraseSound: os.eraseSound.handler(({ input }) =>
      tx(() => {
        const ids = recordings.ofNote(input.noteId).map(({ id }) => id)
        recordings.erase(input.noteId)
        audit({ kind: 'sound.deleted', data: { note: input.noteId } })
        return ids
      }),
    ),
  }
}

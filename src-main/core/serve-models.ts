import { implement } from '@orpc/server'
import { appContract } from '../../src-shared/contract/app.ts'
import type { Caller } from '../../src-shared/contract/base.ts'
import type { ModelProgress } from '../../src-shared/contract/models.ts'
import { crossing } from './crossing.ts'
import type { Egress } from './egress/index.ts'
import { progressOf, type Models } from './models/index.ts'

/** @param egress of the unlocked store; @throws Failure LOCKED from it, since what is fetched is entered in the store's ledger */
export function serveModels(models: Models, egress: () => Egress) {
  const os = implement(appContract).$context<Caller>().use(crossing).models
  return {
    list: os.list.handler(() => models.list()),
    pull: os.pull.handler(async function* ({ input: { name }, signal }) {
      const guarded = egress()
      yield* progressOf<ModelProgress>((onProgress, stop) => models.pull(name, { egress: guarded, signal: stop, onProgress }), signal)
    }),
    verify: os.verify.handler(({ input: { name }, signal }) => models.verify(name, { signal })),
    listPii: os.listPii.handler(() => models.pii.list()),
    addPii: os.addPii.handler(({ input: { folder, key }, signal }) => models.pii.add(folder, { key, signal })),
    remove: os.remove.handler(async ({ input: { name } }) => ({ removed: await models.remove(name) })),
  }
}

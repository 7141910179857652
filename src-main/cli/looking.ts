import { createModels, modelsFolder } from '../core/models/index.ts'
import { createLooking, type Looking } from '../core/redaction/index.ts'
import type { Invocation } from './invocation.ts'

/** The model that finds names, if one was added here, for texts that are worked on in this process. @throws Failure BAD_PII_MODEL */
export async function lookingOf({ dataDir }: Pick<Invocation, 'dataDir'>): Promise<Looking> {
  const looking = createLooking(() => performance.now())
  await looking.use(await createModels({ dir: modelsFolder(dataDir) }).pii.ready())
  return looking
}

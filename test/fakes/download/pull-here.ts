import { createModels } from '../../../src-main/core/models/index.ts'
import { loopbackEgress, manifestOf, modelBytes } from './models.ts'

/** A process that pulls one model from a server of this machine, to be killed: `pull-here.ts FOLDER ORIGIN BYTES`. Says each step. */
const [dir = '', origin = '', bytes = ''] = process.argv.slice(2)
const models = createModels({ dir, manifest: manifestOf(origin, [{ name: 'base', file: modelBytes(Number(bytes)) }]) })
const { egress } = loopbackEgress()
await models.pull('base', { egress, onProgress: ({ step, bytes: done }) => void process.stdout.write(`${step} ${done}\n`) })

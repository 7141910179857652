import { RPCHandler } from '@orpc/server/message-port'
import { ipcPort } from '../speech/ipc-port.ts'
import { serveEngine } from '../speech/serve-engine.ts'

/**
 * The speech process: one job's Whisper, killed to cancel it. Standard input brings the audio, the IPC channel the calls,
 * and both output streams lead nowhere, since whisper.cpp prints what it hears about.
 */
// A parent that died closes the channel. An ordinary exit would wait for the native threads to finish their window.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
new RPCHandler(serveEngine(process.stdin)).upgrade(ipcPort(process))

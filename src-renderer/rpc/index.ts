export { connect, handOver, startAfresh, whenGone } from './connect.ts'
export type { SottoClient } from './client.ts'

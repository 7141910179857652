export { connect, whenGone } from './connect.ts'
export type { SottoClient } from './client.ts'

export { findDue, type Due } from './find.pure.ts'

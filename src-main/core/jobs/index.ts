export { createJobRunner, type JobRunner, type Stage } from './runner.ts'

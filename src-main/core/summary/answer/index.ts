export { answer, type FoundSentence, type Source } from './answer.pure.ts'
export { nameable, readQuestion, type Asked } from './question.pure.ts'

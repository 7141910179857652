export { answer, ANSWERS_FROM, type FoundSentence, type Source } from './answer.pure.ts'
export { MAX_QUESTION, nameable, readQuestion, type Asked } from './question.pure.ts'

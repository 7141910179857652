export { createOllamaEngine, listOllamaModels, type OllamaEngineOptions, type OllamaModel } from './ollama-engine.ts'
export { answerWithModel, promptToken } from './answer-question.ts'
export { findWithModel } from './detect.ts'

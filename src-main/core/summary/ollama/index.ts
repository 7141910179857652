export { createOllamaEngine, listOllamaModels, type OllamaEngineOptions, type OllamaModel } from './ollama-engine.ts'
export { findWithModel } from './detect.ts'

/** The model server: `OLLAMA_HOST` as Ollama itself reads it (with or without scheme), else its usual place. */
export function ollamaHostOf(env: NodeJS.ProcessEnv): string {
  const given = env['OLLAMA_HOST']
  if (given === undefined || given === '') return 'http://127.0.0.1:11434'
  return given.includes('://') ? given : `http://${given}`
}

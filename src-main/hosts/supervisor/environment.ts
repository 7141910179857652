/** Given to whoever starts a host for itself, and to nobody further. */
const SECRETS: readonly string[] = ['SOTTO_PASSPHRASE']

/** What a core may know of its host's environment. */
export const withoutSecrets = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || SECRETS.includes(name) ? [] : [[name, value]])))

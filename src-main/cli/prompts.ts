import confirm from '@inquirer/confirm'
import password from '@inquirer/password'

const context = { output: process.stderr }

/** Asks without showing what is typed; the question goes to standard error, so that results stay clean. */
export const askPassphrase = (question: string): Promise<string> => password({ message: question, mask: true }, context)

export const askYes = (question: string): Promise<boolean> => confirm({ message: question, default: false }, context)

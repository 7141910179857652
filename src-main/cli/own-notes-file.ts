import { randomUUID } from 'node:crypto'
import { ownLineIdSchema, type TypedLine } from '../../src-shared/domain/own-line.ts'
import { readOwnNotes, type WrittenLine } from '../../src-shared/text/own-notes-file.ts'
import { readText } from './store.ts'

export const asLine = (line: WrittenLine): TypedLine => ({ ...line, id: ownLineIdSchema.parse(randomUUID()) })

/** The lines of a notes file, each with an id of its own. @throws Failure FILE_UNREADABLE */
export const linesOfFile = (file: string): TypedLine[] => readOwnNotes(readText(file)).map(asLine)

// Checks an exported audit log without the app: node scripts/verify-audit.mjs LOG [DEVICE-THUMBPRINT]
// Plain Node 20 or newer, no dependencies. Exit 0 unbroken, 1 broken, 2 usage.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, expectedDevice] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node scripts/verify-audit.mjs LOG [DEVICE-THUMBPRINT]')
  process.exit(2)
}

/** RFC 8785 for the values a log has: objects with ASCII keys, arrays, strings, whole numbers, booleans, null. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}
const sha256 = (text) => createHash('sha256').update(text).digest()
const broken = (why) => {
  console.log(`broken: ${why}`)
  process.exit(1)
}
const parse = (line, number) => {
  try {
    const value = JSON.parse(line)
    if (canonical(value) !== line) broken(`line ${number} is not in canonical form`)
    return value
  } catch {
    return broken(`line ${number} is not JSON`)
  }
}
const isObject = (value) => value !== null && typeof value === 'object'

const lines = readFileSync(file, 'utf8').split('\n')
if (lines.at(-1) === '') lines.pop()
const header = lines.length > 1 ? parse(lines[0], 1) : broken('no header and trailer')
const { trailer } = parse(lines.at(-1), lines.length)
if (header.format !== 'sotto-audit' || header.version !== 1 || !isObject(header.device) || typeof trailer !== 'string') broken('no header or no trailer')
const { crv, kty, x, y } = header.device
const device = sha256(canonical({ crv, kty, x, y })).toString('base64url') // RFC 7638
if (expectedDevice !== undefined && device !== expectedDevice) broken(`signed by device ${device}`)
const key = createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' })
const isSigned = (text, signature) =>
  typeof signature === 'string' && Buffer.from(signature, 'base64url').toString('base64url') === signature &&
  verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))

let prev = '0'.repeat(64)
const hashes = []
let checkpoints = 0
lines.slice(1, -1).forEach((line, at) => {
  const number = at + 2
  const { entry, checkpoint } = parse(line, number)
  if (isObject(entry)) {
    const { hash, ...rest } = entry
    if (checkpoints > 0 || entry.seq !== hashes.length || entry.prev !== prev || sha256(canonical(rest)).toString('hex') !== hash) broken(`entry ${hashes.length} does not fit`)
    prev = hash
    hashes.push(hash)
  } else if (isObject(checkpoint)) {
    const { seq, hash, at: when, signature } = checkpoint
    const text = canonical({ v: 1, purpose: 'sotto-audit-checkpoint', seq, hash, at: when })
    if (hashes[seq] !== hash || !isSigned(text, signature)) broken(`checkpoint at entry ${seq} does not fit`)
    checkpoints += 1
  } else broken(`line ${number} is neither entry nor checkpoint`)
})

const [protectedPart, payloadPart, signature] = trailer.split('.')
const decode = (part) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
let signed
try {
  const { alg, typ } = decode(protectedPart)
  signed = alg === 'ES256' && typ === 'sotto-audit-trailer+jws' && isSigned(`${protectedPart}.${payloadPart}`, signature) ? decode(payloadPart) : undefined
} catch {
  signed = undefined
}
const digest = sha256(lines.slice(0, -1).map((line) => `${line}\n`).join('')).toString('hex')
const head = hashes.at(-1) ?? ''
if (signed === undefined || signed.digest !== digest || signed.entries !== hashes.length || signed.checkpoints !== checkpoints || signed.head !== head || signed.device !== device) {
  broken('the trailer does not fit')
}
console.log(`unbroken: ${hashes.length} entries, signed by device ${device}`)
if (expectedDevice === undefined) console.log('Compare the device with the one your store names: sotto audit verify')

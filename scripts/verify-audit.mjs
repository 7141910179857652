// Checks an exported audit log without the app: node scripts/verify-audit.mjs LOG [DEVICE-THUMBPRINT]
// Plain Node 20 or newer, no dependencies. Exit 0 unbroken, 1 broken, 2 usage or unreadable file.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

class Broken extends Error {}
const broken = (why) => {
  throw new Broken(why)
}

/** RFC 8785 for the values a log has: objects with ASCII keys, arrays, strings, whole numbers, booleans, null. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}
const sha256 = (text) => createHash('sha256').update(text).digest()
const isObject = (value) => value !== null && typeof value === 'object'

/** The object on a line, which must be spelled in the one canonical way. */
const parse = (line, number) => {
  let value = null
  try {
    value = JSON.parse(line)
  } catch {
    return broken(`line ${number} is not JSON`)
  }
  return isObject(value) && canonical(value) === line ? value : broken(`line ${number} is not an object in canonical form`)
}

/** The device of the header: its thumbprint (RFC 7638) and how to check its signatures (ES256). */
const deviceOf = (header) => {
  if (header.format !== 'sotto-audit' || header.version !== 1 || !isObject(header.device)) broken('line 1 is not the header of an audit log')
  const { crv, kty, x, y } = header.device
  let key = null
  try {
    key = createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' })
  } catch {
    broken('line 1 holds no key')
  }
  if (crv !== 'P-256') broken('line 1 holds a key of another kind')
  const isSigned = (text, signature) => {
    if (typeof signature !== 'string') return false
    const bytes = Buffer.from(signature, 'base64url')
    // Base64url has spare bits; the one spelling that was signed is the one that counts.
    return bytes.length === 64 && bytes.toString('base64url') === signature && verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)
  }
  return { thumbprint: sha256(canonical({ crv, kty, x, y })).toString('base64url'), isSigned }
}

/** The statement in the trailer, a compact JWS (RFC 7515). */
const openTrailer = ({ trailer }, { isSigned }) => {
  const parts = typeof trailer === 'string' ? trailer.split('.') : []
  const [head, payload, signature] = parts
  if (parts.length !== 3 || !isSigned(`${head}.${payload}`, signature)) broken('the trailer is not signed by this device')
  const [{ alg, typ }, statement] = [head, payload].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
  return alg === 'ES256' && typ === 'sotto-audit-trailer+jws' ? statement : broken('the trailer is not one of an audit log')
}

/**
 * @param text the whole file
 * @param expectedDevice thumbprint of the device that must have signed it
 * @returns how many entries, and the device that signed them; throws Broken
 */
const check = (text, expectedDevice) => {
  if (!text.endsWith('\n')) broken('the last line is cut')
  const lines = text.slice(0, -1).split('\n')
  if (lines.length < 2) broken('there is no header or no trailer')
  const device = deviceOf(parse(lines[0], 1))
  if (expectedDevice !== undefined && device.thumbprint !== expectedDevice) broken(`signed by device ${device.thumbprint}`)

  const hashes = []
  let prev = '0'.repeat(64)
  let checkpoints = 0
  for (const [at, line] of lines.slice(1, -1).entries()) {
    const { entry, checkpoint } = parse(line, at + 2)
    if (isObject(entry)) {
      const { hash, ...rest } = entry
      const fits = checkpoints === 0 && entry.seq === hashes.length && entry.prev === prev && sha256(canonical(rest)).toString('hex') === hash
      if (!fits) broken(`entry ${hashes.length} does not fit`)
      prev = hash
      hashes.push(hash)
    } else if (isObject(checkpoint)) {
      const { seq, hash, at: when, signature } = checkpoint
      const signed = canonical({ v: 1, purpose: 'sotto-audit-checkpoint', seq, hash, at: when })
      if (hash === undefined || hashes[seq] !== hash || !device.isSigned(signed, signature)) broken(`the checkpoint on line ${at + 2} does not fit`)
      checkpoints += 1
    } else broken(`line ${at + 2} is neither entry nor checkpoint`)
  }

  const digest = sha256(lines.slice(0, -1).map((line) => `${line}\n`).join('')).toString('hex')
  const said = openTrailer(parse(lines.at(-1), lines.length), device)
  const holds =
    said.digest === digest && said.entries === hashes.length && said.checkpoints === checkpoints &&
    said.head === (hashes.at(-1) ?? '') && said.device === device.thumbprint
  if (!holds) broken('the trailer does not fit the lines before it')
  return { entries: hashes.length, device: device.thumbprint }
}

/** As `check`, with the objection as a value. Whatever cannot be read to its end (nested too deep, say) is no unbroken log. */
export const verifyLog = (text, expectedDevice) => {
  try {
    return { ok: true, ...check(text, expectedDevice) }
  } catch (thrown) {
    return { ok: false, why: thrown instanceof Broken ? thrown.message : 'this cannot be read as an audit log' }
  }
}

const main = (file, expectedDevice) => {
  if (file === undefined) {
    console.error('Usage: node scripts/verify-audit.mjs LOG [DEVICE-THUMBPRINT]')
    return 2
  }
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    console.error('This file cannot be read.')
    return 2
  }
  const result = verifyLog(text, expectedDevice)
  console.log(result.ok ? `unbroken: ${result.entries} entries, signed by device ${result.device}` : `broken: ${result.why}`)
  if (result.ok && expectedDevice === undefined) console.log('Compare the device with the one your store names: sotto audit verify')
  return result.ok ? 0 : 1
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main(...process.argv.slice(2))

/**
 * Writes an ONNX model (onnx.proto, IR version 8, opset 13) without a library: the few messages that a small graph needs, in
 * Protocol Buffers' wire format.
 */
export interface OnnxNode {
  readonly op: string
  readonly inputs: readonly string[]
  readonly output: string
  readonly ints?: Readonly<Record<string, readonly number[]>>
}

export interface OnnxGraph {
  /** Rows of unknown length of 64-bit whole numbers, [1, n]. */
  readonly inputs: readonly string[]
  /** Floats of unknown shape. */
  readonly output: string
  readonly weights: readonly { readonly name: string; readonly dims: readonly number[]; readonly values: readonly number[] }[]
  readonly nodes: readonly OnnxNode[]
}

const FLOAT = 1
const INT64 = 7
const ATTRIBUTE_INTS = 7

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  return Uint8Array.from([...bytes, rest])
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const number = (field: number, value: number): Uint8Array => joined([varint(field << 3), varint(value)])
const bytes = (field: number, value: Uint8Array): Uint8Array => joined([varint((field << 3) | 2), varint(value.length), value])
const text = (field: number, value: string): Uint8Array => bytes(field, new TextEncoder().encode(value))
const message = (field: number, ...parts: Uint8Array[]): Uint8Array => bytes(field, joined(parts))

const valueOf = (field: number, name: string, type: number, dims: readonly (number | string)[]): Uint8Array => {
  const shape = message(2, ...dims.map((dim) => message(1, typeof dim === 'number' ? number(1, dim) : text(2, dim))))
  return message(field, text(1, name), message(2, message(1, number(1, type), shape)))
}

/** The bytes of a `.onnx` file. */
export function onnxFile({ inputs, output, weights, nodes }: OnnxGraph): Uint8Array {
  const graph = message(
    7,
    ...nodes.map(({ op, inputs: from, output: to, ints = {} }) =>
      message(
        1,
        ...from.map((name) => text(1, name)),
        text(2, to),
        text(4, op),
        ...Object.entries(ints).map(([name, values]) => message(5, text(1, name), ...values.map((value) => number(8, value)), number(20, ATTRIBUTE_INTS))),
      ),
    ),
    text(2, 'made by a script'),
    ...weights.map(({ name, dims, values }) =>
      message(5, ...dims.map((dim) => number(1, dim)), number(2, FLOAT), text(8, name), bytes(9, new Uint8Array(Float32Array.from(values).buffer))),
    ),
    ...inputs.map((name) => valueOf(11, name, INT64, [1, 'n'])),
    valueOf(12, output, FLOAT, [1, 'n', 'labels']),
  )
  return joined([number(1, 8), text(2, 'sotto'), graph, message(8, text(1, ''), number(2, 13))])
}

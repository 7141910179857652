import { onnxFile } from './onnx-file.ts'

/**
 * A token classifier of a few kilobytes whose weights are set by hand: what is spelled from single letters, because it is none of the
 * words of its vocabulary, is a person's name; of the letter q it is in doubt. It knows nothing of language: it exists so that
 * verification, tokenizer, windows, alignment and spans run in tests on what they run on in life, an ONNX file with a tokenizer.json.
 */
export const TINY_WORDS = (
  'my colleague is called we met with and the said yesterday call from a to budget review meeting name team about plan will send it today on ' +
  'in of for this that i you he she they at new ich heiße das ist mein kollege'
).split(' ')

/** Below the usual threshold. */
const DOUBT = 'q'
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const MARKS = Array.from('.,!?\'-@:;()0123456789[]_')
const LABELS = ['O', 'B-PER', 'I-PER']

export function tinyModel(): { 'model.onnx': Uint8Array; 'tokenizer.json': Uint8Array; 'config.json': Uint8Array } {
  const known = [...SPECIAL, ...MARKS, ...TINY_WORDS.map(folded)]
  const vocabulary = [...known, ...LETTERS, ...LETTERS.map((letter) => `##${letter}`)]
  const distinct = [...new Set(vocabulary)]
  // Of each piece: is it known, does it begin a name, does it go on with one.
  const isWord = new Set(known.filter((word) => !LETTERS.includes(word) || word === 'a' || word === 'i'))
  const embedding = distinct.flatMap((piece) => {
    if (isWord.has(piece)) return [1, 0, 0]
    if (piece.endsWith(DOUBT)) return [0.2, 0, 0]
    return piece.startsWith('##') ? [0, 0, 1] : [0, 1, 0]
  })
  // For each label, over [known, begins, goes on], the weights of the piece before, of the piece itself and of the one behind.
  const around = (before: number, itself: number): number[] => [before, itself, 0]
  const nothing = [around(0, 4), around(0, 0), around(0, 0)]
  const begins = [around(0, 0), around(-3, 5), around(-3, 0)]
  const goesOn = [around(0, 0), around(0, 3), around(0, 5)]
  const conv = [nothing, begins, goesOn].flat(2)
  const model = onnxFile({
    inputs: ['input_ids', 'attention_mask'],
    output: 'logits',
    weights: [
      { name: 'pieces', dims: [distinct.length, 3], values: embedding },
      { name: 'around', dims: [LABELS.length, 3, 3], values: conv },
    ],
    nodes: [
      { op: 'Gather', inputs: ['pieces', 'input_ids'], output: 'rows' },
      { op: 'Transpose', inputs: ['rows'], output: 'columns', ints: { perm: [0, 2, 1] } },
      { op: 'Conv', inputs: ['columns', 'around'], output: 'seen', ints: { pads: [1, 1], kernel_shape: [3] } },
      { op: 'Transpose', inputs: ['seen'], output: 'logits', ints: { perm: [0, 2, 1] } },
    ],
  })
  return {
    'model.onnx': model,
    'tokenizer.json': json({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: SPECIAL.map((content, id) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true })),
      normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '[SEP]', type_id: 0 } }],
        pair: [],
        special_tokens: { '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] }, '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] } },
      },
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(distinct.map((piece, id) => [piece, id])),
      },
    }),
    'config.json': json({ id2label: Object.fromEntries(LABELS.map((label, id) => [id, label])), max_position_embeddings: 64 }),
  }
}

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)

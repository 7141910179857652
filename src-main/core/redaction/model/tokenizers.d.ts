/** What is used of the package; its own declarations import without file extensions, which Node's way of resolving does not find. */
declare module '@huggingface/tokenizers' {
  export class Tokenizer {
    constructor(tokenizer: Record<string, unknown>, config: Record<string, unknown>)
    encode(text: string, options?: { add_special_tokens?: boolean }): { ids: number[]; tokens: string[] }
  }
}

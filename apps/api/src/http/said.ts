import { compress, type Encoding } from "./compression.ts"
import { digestOf } from "./conditional.ts"

const encoder = new TextEncoder()

/** An answer as it is sent: its bytes, their digest, and them packed, each made when it is first asked for. */
export class Said {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly #packed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  #digest: string | null = null

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
  }

  get digest(): string {
    this.#digest ??= digestOf(this.bytes)
    return this.#digest
  }

  packed(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const before = this.#packed.get(encoding)
    if (before !== undefined) return before
    const made = compress(this.bytes, encoding, "live")
    this.#packed.set(encoding, made)
    return made
  }
}

const known = new WeakMap<object, Said>()

/**
 * An answer as JSON, put into words once: one that is kept in memory is sent as it was sent before, whoever asks for it.
 *
 * **Gotchas** Whoever keeps an answer never changes it.
 */
export const saidOf = (answer: unknown): Said => {
  const kept = typeof answer === "object" && answer !== null
  const before = kept ? known.get(answer) : undefined
  if (before !== undefined) return before
  const said = new Said(encoder.encode(JSON.stringify(answer)))
  if (kept) known.set(answer, said)
  return said
}

/** Answers that were made lately, by what they were asked for; the one that was not asked for the longest goes first. */
export class Kept<A> {
  readonly #most: number
  readonly #answers = new Map<string, A>()
  readonly #below: Kept<A> | null

  constructor(most: number, below: Kept<A> | null = null) {
    this.#most = most
    this.#below = below
  }

  get(key: string): A | undefined {
    const found = this.#answers.get(key)
    if (found === undefined) return this.#below?.get(key)
    this.put(key, found)
    return found
  }

  /** What is kept here, and beside it what nobody else gets to see. */
  aside(): Kept<A> {
    return new Kept(this.#most, this)
  }

  put(key: string, answer: A): void {
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) return
      this.#answers.delete(oldest)
    }
  }
}

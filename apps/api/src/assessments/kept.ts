/** Answers that were made lately, by what they were asked for; the one that was not asked for the longest goes first. */
export class Kept<A> {
  readonly #most: number
  readonly #answers = new Map<string, A>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): A | undefined {
    const found = this.#answers.get(key)
    if (found !== undefined) this.put(key, found)
    return found
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

import { Context, type Effect } from "effect"
import type { Letter, LetterFailure } from "./letter.ts"

/** What became of the letters whose time had come. */
export interface LettersDelivered {
  readonly delivered: number
  readonly failures: ReadonlyArray<LetterFailure>
}

/**
 * Letters on their way, each delivered once, however many programs share them and however often they are stopped.
 *
 * **Details** `now` in milliseconds, asked of the caller's clock.
 */
export class Letters extends Context.Service<
  Letters,
  {
    /** Puts letters down to be delivered; those that are there already stay as they are. Answers how many are new. */
    readonly put: (letters: ReadonlyArray<Letter>, now: number) => Effect.Effect<number>
    /**
     * Hands over the letters whose time has come, one after another, oldest first. One that `send` rejects is tried again later.
     *
     * **Gotchas** A program that dies between handing over and noting it hands the letter over again: `send` names it so that mail servers see
     * that it is the same.
     */
    readonly deliver: (send: (letter: Letter) => Promise<void>, now: number) => Effect.Effect<LettersDelivered>
  }
>()("@ntm/domain/assignments/Letters") {}

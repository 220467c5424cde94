import { Context, type Effect, Schema } from "effect"
import { Moment } from "../values/index.ts"

/** A change as it is asked for. */
export interface AskedChange {
  /** What whoever asks calls this request (`Idempotency-Key`); null: it is done as often as it is asked for. */
  readonly key: string | null
  /** Of everything that is asked: two requests that say the same have the same. */
  readonly fingerprint: string
  /** The answer tells a secret: it is told once and kept nowhere. */
  readonly secret: boolean
}

/** The answer to a change; `replayed`: it was done before, and this is what was answered then. */
export interface AnsweredChange {
  readonly answer: string
  readonly replayed: boolean
}

/** The key was used before, for something else. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("KeyReused", { key: Schema.String, at: Moment }) {}

/** The same request is being answered. */
export class KeyInProgress extends Schema.TaggedError<KeyInProgress>()("KeyInProgress", { key: Schema.String }) {}

/** The same request was begun and nobody knows whether it was done: the program, or the machine, stopped meanwhile. */
export class KeyUnsettled extends Schema.TaggedError<KeyUnsettled>()("KeyUnsettled", {
  key: Schema.String,
  at: Moment
}) {}

/** The same request was done; its answer told a secret, and is told no second time. */
export class ToldOnce extends Schema.TaggedError<ToldOnce>()("ToldOnce", { key: Schema.String, at: Moment }) {}

/** How a change that is asked for is done once, and by one at a time. */
export class Requests extends Context.Service<
  Requests,
  {
    /**
     * Does a change in one transaction, with what is kept of the request: both are there afterwards or neither is, whatever breaks meanwhile. What
     * fails keeps nothing, and the key is free.
     *
     * **Details** Keys are those of the person on whose behalf it is done (`ChangesBy`), and are kept for 24 hours.
     */
    readonly together: (
      asked: AskedChange
    ) => <E, R>(
      work: Effect.Effect<string, E, R>
    ) => Effect.Effect<AnsweredChange, E | KeyReused | KeyInProgress | ToldOnce, R>
    /**
     * Does a change that has no transaction of ours (accounts), at most once: the key is put down before it and the answer behind it. Of what broke
     * in between nobody knows, and it is not done again.
     */
    readonly around: (
      asked: AskedChange
    ) => <E, R>(
      work: Effect.Effect<string, E, R>
    ) => Effect.Effect<AnsweredChange, E | KeyReused | KeyInProgress | KeyUnsettled | ToldOnce, R>
    /** Waits until nobody else changes any of these things; held until the transaction of the change ends. */
    readonly holding: (things: ReadonlyArray<string>) => Effect.Effect<void>
  }
>()("@ntm/domain/changes/Requests") {}

/** Whether what is read now may yet be undone: it is read within a change that has not ended, and is to be remembered by nobody. */
export const WithinChange = Context.Reference<boolean>("@ntm/domain/changes/WithinChange", {
  defaultValue: () => false
})

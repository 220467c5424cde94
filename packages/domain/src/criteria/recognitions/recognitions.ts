import { Context, type Effect } from "effect"
import type { Recognition } from "./recognition.ts"

/** Decisions that gave units a tier. What follows from them on a day is told by `recognitionsOn`. */
export class Recognitions extends Context.Service<
  Recognitions,
  {
    /** All of them, by unit and day: some tens of thousands for the whole country. */
    readonly list: () => Effect.Effect<ReadonlyArray<Recognition>>
  }
>()("@ntm/domain/criteria/Recognitions") {}

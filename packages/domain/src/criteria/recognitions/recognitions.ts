import { Context, type Effect } from "effect"
import type { Moment } from "../../values/index.ts"
import type { Recognition } from "./recognition.ts"

/** Decisions that gave units a tier, as they were recorded and corrected since. What follows from them on a day is told by `recognitionsOn`. */
export class Recognitions extends Context.Service<
  Recognitions,
  {
    /** All of them, by unit and day: some tens of thousands for the whole country. As known at the moment, where one is named. */
    readonly list: (knownAt?: Moment | null) => Effect.Effect<ReadonlyArray<Recognition>>
  }
>()("@ntm/domain/criteria/Recognitions") {}

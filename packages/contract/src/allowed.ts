import type { Action } from "@ntm/domain/people"
import type { Leads } from "./leads.ts"

/** A change that whoever asked may make now. */
export interface Allowed {
  /** As the table of who may do what names it. */
  readonly action: Action
  readonly method: "POST"
  /** Where it is sent, with the origin left out: `/api/v1/dossiers/events`. */
  readonly href: string
  readonly title: string
  readonly titleEn: string
}

/** What the answer to a reading that leads to changes says besides. */
export interface Leading {
  /** What whoever asks may do next with what they read; of what it leads to, nothing else is theirs to do now. */
  readonly allowed: ReadonlyArray<Allowed>
}

/** The answer to a reading by its name in `api`: of one that leads to changes, with what is allowed. */
export type WithAllowed<Key extends string, Answer> = Key extends keyof Leads ? Answer & Leading : Answer

/** A reading that leads to changes, by its name in `api`. */
export type LeadFrom = keyof Leads

/** A change that it leads to, by its name in `api`. */
export type LeadTo<From extends LeadFrom> = Leads[From][number]

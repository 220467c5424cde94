import type { Unit } from "../../units/index.ts"
import type { Agency } from "./agency.ts"

/** An agency that a document means, and who answers for it on the day asked. */
export interface AgencyMeant {
  readonly _tag: "agency"
  /** As the document prints it. */
  readonly printed: string
  readonly agency: Agency
  /** True where the document uses a name that the agency did not bear on its day. */
  readonly outdatedName: boolean
  /** Who answers for it on the day asked: itself, or those that it passed to. Never empty. */
  readonly holders: ReadonlyArray<Agency>
}

/** Units that a document means by who speaks for them, and those that took their place by the day asked. */
export interface UnitsMeant {
  readonly _tag: "units"
  readonly printed: string
  /** As they stood on the day of the document. */
  readonly units: ReadonlyArray<Unit>
  /** As they stand on the day asked; a unit that was divided is followed to all that took of it. */
  readonly holders: ReadonlyArray<Unit>
}

/** A name that nobody is known by: refused where data are read, told where a document says it. */
export interface UnknownParty {
  readonly _tag: "unknown"
  readonly printed: string
}

/** Who is meant by the name of an agency in a document. */
export type Party = AgencyMeant | UnitsMeant | UnknownParty

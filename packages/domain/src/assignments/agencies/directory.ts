import type { UnitCode } from "../../units/index.ts"
import type { Agency, AgencyId } from "./agency.ts"

/** Agencies, indexed once by id and by every name that they ever bore. */
export interface AgencyDirectory {
  readonly agencies: ReadonlyArray<Agency>
  readonly byId: ReadonlyMap<AgencyId, Agency>
  /** By folded name; agencies of several provinces bear the same. */
  readonly byName: ReadonlyMap<string, ReadonlyArray<Agency>>
  readonly provinces: ReadonlySet<UnitCode>
}

import type { UnitCode } from "../../units/index.ts"
import { type Day, foldVietnamese } from "../../values/index.ts"
import type { Agency, AgencyId, AgencyName } from "./agency.ts"

/** Agencies, indexed once by id and by every name that they ever bore. */
export interface AgencyDirectory {
  readonly agencies: ReadonlyArray<Agency>
  readonly byId: ReadonlyMap<AgencyId, Agency>
  /** By folded name; agencies of several provinces bear the same. */
  readonly byName: ReadonlyMap<string, ReadonlyArray<Agency>>
}

/** Agencies as a directory; made once for many questions. */
export const agencyDirectory = (agencies: ReadonlyArray<Agency>): AgencyDirectory => {
  const byName = new Map<string, Array<Agency>>()
  for (const agency of agencies) {
    const names = new Set([...agency.names.map(({ name }) => name), ...agency.alsoWritten].map(foldVietnamese))
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), agency])
  }
  return { agencies, byId: new Map(agencies.map((agency) => [agency.id, agency])), byName }
}

const within = ({ from, to }: Pick<AgencyName, "from" | "to">, day: Day): boolean =>
  (from === null || from <= day) && (to === null || to >= day)

/** Its name on the day; null where it does not stand. */
export const agencyNameOn = (agency: Agency, day: Day): string | null =>
  agency.names.find((name) => within(name, day))?.name ?? null

/** Its name on the day, else the last that it bore before, else the first. */
export const agencyCalled = (agency: Agency, day: Day): string =>
  agencyNameOn(agency, day) ??
  agency.names.findLast(({ from }) => from === null || from <= day)?.name ??
  agency.names[0].name

const begun = (agency: Agency, day: Day): boolean => agency.names.some(({ from }) => from === null || from <= day)

/**
 * Who answers on a day for what an agency was asked: itself while it stands, else those that it passed to, on and on.
 *
 * **Details** Where it passed to one as a whole and to others in parts, the whole one answers: nobody says of which part a task is. Of parts
 * alone, all. Each once, in the order of the data. Before it begins it answers itself. Never empty for a known agency whose passings were
 * checked (`checkAgencies`).
 */
export const agencyHolders = (
  directory: AgencyDirectory,
  id: AgencyId,
  day: Day,
  seen: ReadonlySet<AgencyId> = new Set()
): ReadonlyArray<Agency> => {
  const agency = directory.byId.get(id)
  if (agency === undefined || seen.has(id)) return []
  if (agencyNameOn(agency, day) !== null || !begun(agency, day)) return [agency]
  const passed = agency.passesTo.filter(({ from }) => from <= day)
  const whole = passed.filter(({ part }) => part === null)
  const next = new Set([...seen, id])
  const found = (whole.length > 0 ? whole : passed).flatMap((to) => agencyHolders(directory, to.agency, day, next))
  return [...new Set(found)]
}

/** Who a group consists of on a day, followed to who stands; a single agency consists of itself. Each once, by name. */
export const membersOn = (directory: AgencyDirectory, agency: Agency, day: Day): ReadonlyArray<Agency> => {
  if (agency.kind !== "group") return [agency]
  const members = agency.members.filter((member) => within(member, day))
  return [...new Set(members.flatMap((member) => agencyHolders(directory, member.agency, day)))]
}

/** The agency that a name means for a province on a day, and whether it bore the name then; central ones are meant by all. */
export const agencyNamed = (
  directory: AgencyDirectory,
  printed: string,
  province: UnitCode,
  day: Day
): { readonly agency: Agency; readonly outdated: boolean } | undefined => {
  const folded = foldVietnamese(printed)
  const ours = (directory.byName.get(folded) ?? []).filter(
    (agency) => agency.province === null || agency.province === province
  )
  const bears = (agency: Agency): boolean => {
    const now = agencyNameOn(agency, day)
    return now !== null && [now, ...agency.alsoWritten].some((name) => foldVietnamese(name) === folded)
  }
  const current = ours.find(bears)
  if (current !== undefined) return { agency: current, outdated: false }
  const [former] = ours
  return former === undefined ? undefined : { agency: former, outdated: true }
}

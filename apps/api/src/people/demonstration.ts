import { Email, type GrantBody, type PersonRecording, Role, roleWords } from "@ntm/domain/people"
import { type Chronicle, childrenOn, type Unit, unitByCode, UnitCode } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Accounts } from "./accounts.ts"

/** The province that the pilot's documents are of. */
const PROVINCE = UnitCode.make("31")

/** Made up; nothing can be sent to such an address. */
export const demonstrationEmail = (role: Role): Email => Email.make(`${role.toLowerCase()}@minh-hoa.ntm.invalid`)

const firstCommune = ({ register }: Chronicle, province: Unit, day: Day): Unit | undefined =>
  childrenOn(register, province.id, day).find(({ type }) => type === "xã")

const grantFor = (role: Role, chronicle: Chronicle, day: Day): GrantBody | null => {
  const province = unitByCode(chronicle.register, PROVINCE, day)
  const commune = province === undefined ? undefined : firstCommune(chronicle, province, day)
  const unit = role === "localOfficer" ? commune : province
  if (unit === undefined) return null
  const agency = role === "department" ? "Sở Nông nghiệp và Môi trường" : null
  return { role, units: role === "administrator" ? "all" : [unit.id], agency, criteria: "all", from: day, to: null }
}

/**
 * One made-up person for each role, where there is none yet: what is to be recorded of them.
 *
 * **Gotchas** Only for the demonstration: everywhere else the domain refuses to record it.
 */
export const demonstrationPeople = async (
  accounts: Accounts,
  { chronicle, day, known }: { readonly chronicle: Chronicle; readonly day: Day; readonly known: ReadonlySet<string> }
): Promise<ReadonlyArray<PersonRecording>> => {
  const batch: Array<PersonRecording> = []
  for (const role of Role.literals) {
    const email = demonstrationEmail(role)
    const grant = grantFor(role, chronicle, day)
    if (known.has(email) || grant === null) continue
    const name = `Minh họa: ${roleWords[role].vi}`
    const person = await accounts.account({ name, email })
    const kind = "human"
    batch.push({ person, what: { _tag: "invited", name, email, kind, demonstration: true } })
    batch.push({ person, what: { _tag: "given", grant } })
  }
  return batch
}

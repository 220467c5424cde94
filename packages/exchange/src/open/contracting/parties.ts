import type { WorkInBook } from "@ntm/domain/works"

/** An organisation as other parts of a release name it. */
export interface PartyReference {
  readonly id: string
  readonly name: string
}

interface Party extends PartyReference {
  readonly roles: ReadonlyArray<string>
}

/** Organisations are known by their names only: no register's number is kept, so a name is the identifier within a release. */
const named = (name: string): PartyReference => ({ id: name, name })

/** The contractor, where the report that one was chosen names it: the last such report. */
const supplierOf = ({ history }: WorkInBook): PartyReference | null => {
  const chosen = history().reports.findLast(
    ({ body }) => body._tag === "step" && body.step === "contractor" && body.event === "done" && body.by !== null
  )
  return chosen?.body._tag === "step" && chosen.body.by !== null ? named(chosen.body.by) : null
}

/** The investor and the contractor of a work; one organisation with both roles where they are the same. */
export const partiesOf = (own: WorkInBook) => {
  const investor = named(own.work.investor)
  const supplier = supplierOf(own)
  const builds = supplier !== null && supplier.id === investor.id
  const all: ReadonlyArray<Party> = [
    { ...investor, roles: ["procuringEntity", ...(builds ? ["supplier"] : [])] },
    ...(supplier === null || builds ? [] : [{ ...supplier, roles: ["supplier"] }])
  ]
  return { all, investor, supplier }
}

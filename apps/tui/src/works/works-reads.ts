import type { AnswerOf, api, Client } from "@ntm/contract"
import type { Sector, WorkStanding } from "@ntm/domain/works"
import type { Day } from "@ntm/domain/values"
import { type MoneyHint, provinceNamed } from "../funding/money-reads.ts"
import type { WorkAnswer } from "./work-lines.ts"

export type ListAnswer = AnswerOf<typeof api.works.list>
export type Sort = "late" | "value" | "name" | "debt"

/** Which works are listed, and how. */
export interface WorksSpot {
  /** Code of a unit; null: the country. */
  readonly unit: string | null
  readonly sector: Sector | null
  readonly state: WorkStanding["state"] | null
  /** Only works that are late. */
  readonly late: boolean
  readonly query: string
  readonly sort: Sort
  /** Null: today, by the server's clock. */
  readonly asOf: Day | null
}

/** All works of a place: their curve, their batches by district, the rules that fired. */
export interface Summary {
  readonly curve: AnswerOf<typeof api.works.curve>
  readonly batches: AnswerOf<typeof api.works.batches>
  readonly alerts: AnswerOf<typeof api.works.alerts>
}

/** Where the tab opens: the place that the plan on show speaks of. */
export type WorksHint = Pick<MoneyHint, "day" | "place">

/** What the tab asks of the API, as data. Equal keys are the same question. */
export type WorksRead = { readonly room: "works"; readonly key: string; readonly after?: number } & (
  | { readonly _tag: "Open"; readonly hint: WorksHint }
  | { readonly _tag: "Go"; readonly to: WorksSpot }
  | { readonly _tag: "Work"; readonly id: number; readonly asOf: Day | null }
  | { readonly _tag: "Summary"; readonly unit: string | null; readonly asOf: Day | null }
)

export type WorksAnswer =
  | { readonly _tag: "Opened"; readonly unit: string | null }
  | { readonly _tag: "Arrived"; readonly spot: WorksSpot; readonly list: ListAnswer }
  | { readonly _tag: "Work"; readonly work: WorkAnswer }
  | { readonly _tag: "Summary"; readonly summary: Summary }

/** Most works that one answer of the API holds; the search finds the others. */
const MOST = 1000

/** Carries a question out. Rejects with `ApiProblem`. */
export const readWorks = async (client: Client, read: WorksRead, signal: AbortSignal): Promise<WorksAnswer> => {
  switch (read._tag) {
    case "Open":
      return { _tag: "Opened", unit: await provinceNamed(client, read.hint, signal) }
    case "Go": {
      const { asOf, late, query, sector, sort, state, unit } = read.to
      const asked = {
        unit: unit ?? undefined,
        as_of: asOf ?? undefined,
        sector: sector ?? undefined,
        state: state ?? undefined,
        late: late ? 1 : undefined,
        q: query.trim() === "" ? undefined : query.trim(),
        sort,
        limit: MOST
      }
      return { _tag: "Arrived", spot: read.to, list: await client.works.list(asked, signal) }
    }
    case "Work": {
      const work = await client.works.one({ id: String(read.id), as_of: read.asOf ?? undefined }, signal)
      return { _tag: "Work", work }
    }
    case "Summary": {
      const asked = { unit: read.unit ?? undefined, as_of: read.asOf ?? undefined }
      const [curve, batches, alerts] = await Promise.all([
        client.works.curve(asked, signal),
        client.works.batches(asked, signal),
        client.works.alerts({ ...asked, each: MOST }, signal)
      ])
      return { _tag: "Summary", summary: { curve, batches, alerts } }
    }
  }
}

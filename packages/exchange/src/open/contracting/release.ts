import type { FundingEntry } from "@ntm/domain/funding"
import type { Day, Moment } from "@ntm/domain/values"
import { type Batch, sectorNames, type StepKey, type StepStanding, type WorkInBook } from "@ntm/domain/works"
import { dayStart, illustrativeNote, publisher } from "../publisher.ts"
import { contractOf } from "./contract.ts"
import { milestonesOf } from "./milestones.ts"
import { partiesOf } from "./parties.ts"
import { dong } from "./value.ts"

/** A work as it stands on a day, with what of its money and of the journal a release tells. */
export interface ReleasedWork {
  readonly own: WorkInBook
  readonly batch: Batch | null
  /** Entries of the stage `disbursed` that name the work. */
  readonly payments: ReadonlyArray<FundingEntry>
  /** When anything of what is told was recorded last. */
  readonly changedAt: Moment
}

type Tag = "planning" | "tender" | "award" | "contract" | "implementation" | "compiled"

const stepOf = (steps: ReadonlyArray<StepStanding>, key: StepKey): StepStanding | undefined =>
  steps.find(({ step }) => step === key)

const describedIn = ({ own: { unit, work } }: ReleasedWork, language: "vi" | "en"): string => {
  const code = language === "vi" ? "mã đơn vị" : "unit code"
  const place = unit === null ? [] : [`${unit.type} ${unit.name} (${code} ${unit.code})`]
  const note = work.illustrative ? [illustrativeNote[language]] : []
  return [sectorNames[work.sector][language], ...place, ...note].join(" · ")
}

const planningOf = ({ batch, own: { work } }: ReleasedWork, steps: ReadonlyArray<StepStanding>, asOf: Day) => {
  const documents = [
    ...(batch === null || batch.document === null ? [] : [{ id: "batch", title: batch.document, language: "vi" }]),
    ...(work.document === null ? [] : [{ id: "work", title: work.document, language: "vi" }])
  ]
  const milestones = milestonesOf(steps, "planning", asOf)
  return {
    ...(work.serves.length === 0 ? {} : { rationale: `Phục vụ chỉ tiêu: ${work.serves.join(", ")}` }),
    budget: {
      description: "Tổng mức đầu tư được duyệt",
      description_en: "Total investment as approved",
      amount: dong(work.cost),
      ...(batch === null ? {} : { project: batch.name, projectID: batch.id })
    },
    ...(documents.length === 0 ? {} : { documents }),
    ...(milestones.length === 0 ? {} : { milestones })
  }
}

const tenderOf = (
  released: ReleasedWork,
  steps: ReadonlyArray<StepStanding>,
  isContracted: boolean,
  investor: { readonly id: string; readonly name: string },
  asOf: Day
) => {
  const { work } = released.own
  const chosen = stepOf(steps, "contractor")
  const built = work.milestones.find(({ step }) => step === "construction")
  // Until there is a contract what is planned for it stands with the tender.
  const milestones = [
    ...milestonesOf(steps, "tender", asOf),
    ...(isContracted ? [] : milestonesOf(steps, "implementation", asOf))
  ]
  return {
    id: work.code,
    title: work.name,
    description: describedIn(released, "vi"),
    description_en: describedIn(released, "en"),
    status: isContracted ? "complete" : chosen !== undefined && chosen.begunOn !== null ? "active" : "planned",
    procuringEntity: investor,
    mainProcurementCategory: "works",
    value: dong(work.cost),
    items: [
      {
        id: "1",
        description: work.name,
        ...(work.size === null ? {} : { quantity: work.size.amount, unit: { name: work.size.unit } })
      }
    ],
    ...(built === undefined
      ? {}
      : { contractPeriod: { startDate: dayStart(built.start), endDate: dayStart(built.due) } }),
    ...(milestones.length === 0 ? {} : { milestones })
  }
}

/**
 * A work as a release of Open Contracting 1.1: everything that is known of it as it stands on the day ("easy release").
 *
 * **Details** A contracting process is a work. It is awarded once the choice of the contractor, or the construction, is reported. What
 * the standard has no place for is left out; docs/open-formats.md lists it.
 */
export const releaseOf = (released: ReleasedWork, asOf: Day) => {
  const { changedAt, own, payments } = released
  const { work } = own
  const standing = own.standing()
  const { steps } = standing
  const parties = partiesOf(own)
  const contract = contractOf({ standing, payments, supplier: parties.supplier, asOf })
  const tag: ReadonlyArray<Tag> = [
    "planning",
    "tender",
    ...(contract === null ? [] : (["award", "contract", "implementation"] as const))
  ]
  return {
    ocid: `${publisher.id}-${work.id}`,
    id: `${work.id}-${asOf}-${changedAt}`,
    date: changedAt,
    tag,
    initiationType: "tender",
    language: "vi",
    parties: parties.all,
    planning: planningOf(released, steps, asOf),
    tender: tenderOf(released, steps, contract !== null, parties.investor, asOf),
    ...(contract === null ? {} : { awards: [contract.award], contracts: [contract.contract] }),
    ...(work.illustrative ? { illustrative: true } : {})
  }
}

/** The release and what all releases of the process come to, which is the same: each release tells everything. */
export const recordOf = (released: ReleasedWork, asOf: Day) => {
  const release = releaseOf(released, asOf)
  const compiled: ReadonlyArray<Tag> = ["compiled"]
  return {
    ocid: release.ocid,
    releases: [release],
    compiledRelease: { ...release, id: `${release.ocid}-${release.date}`, tag: compiled }
  }
}

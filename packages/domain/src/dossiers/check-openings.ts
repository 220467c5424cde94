import { type Actor, isInScope, tierWords } from "../criteria/index.ts"
import { type Chronicle, standsOn, type Unit, unitByCode, type UnitId } from "../units/index.ts"
import { type Bilingual, type Day, formatDay, listedProblems } from "../values/index.ts"
import type { DossierOpening } from "./dossier.ts"
import type { DossierJournal, DossierOpener } from "./dossiers.ts"
import { underWay } from "./under-way.ts"
import { procedureFor } from "./procedure-for.ts"
import type { Procedure } from "./procedure.ts"
import type { ProcedureOf } from "./procedure-versions.ts"
import { type DossierProblem, type DossierProblemKind, DossiersRefused } from "./refusal.ts"

/** What openings are checked against: all that was recorded before, and what the facts say. */
export interface CheckingOpenings extends DossierOpener {
  readonly journal: DossierJournal
  /** Those that are known now. */
  readonly procedures: ReadonlyArray<Procedure>
  readonly procedureOf: ProcedureOf
  /** The day of the act. */
  readonly today: Day
}

/** An opening that stands every check, with the identity of its unit. */
export type CheckedOpening = Omit<DossierOpening, "unit"> & { readonly unit: UnitId }

type Judgement = Omit<DossierProblem, "row">

const told = (field: string | null, kind: DossierProblemKind, vi: string, en: string): Judgement => ({
  field,
  kind,
  sentence: { vi, en }
})

/** The unit that an opening names as it stands on a day; or what is wrong with the name. */
const unitOf = (opening: DossierOpening, { register }: Chronicle): Unit | Judgement => {
  const { openedOn, unit } = opening
  if (typeof unit === "string") {
    const found = unitByCode(register, unit, openedOn)
    return (
      found ??
      told(
        "unit",
        "unknownUnit",
        `không có đơn vị mã ${unit} vào ngày ${formatDay(openedOn)}`,
        `no unit has the code ${unit} on ${openedOn}`
      )
    )
  }
  const rows = register.byId.get(unit)
  if (rows === undefined) return told("unit", "unknownUnit", `không có đơn vị ${unit}`, `there is no unit ${unit}`)
  return (
    rows.find((row) => standsOn(row, openedOn)) ??
    told(
      "unit",
      "unitNotStanding",
      `đơn vị không còn hoặc chưa có vào ngày ${formatDay(openedOn)}`,
      `the unit does not stand on ${openedOn}`
    )
  )
}

/** Another opening of the batch that asks for the same: of which line, only the file knows. */
const inBatch: Bilingual = { vi: "một dòng trước cũng mở hồ sơ này", en: "a row before opens it too" }

const dayProblems = ({ asOf, openedOn }: DossierOpening, today: Day): ReadonlyArray<Judgement> =>
  (["openedOn", "asOf"] as const).flatMap((field) => {
    const day = field === "asOf" ? asOf : openedOn
    return day > today ? [told(field, "futureDay", `ngày ${formatDay(day)} chưa đến`, `${day} has not come yet`)] : []
  })

const procedureProblems = (
  { openedOn, procedure: id, tasks, tier }: DossierOpening,
  unit: Unit,
  procedures: ReadonlyArray<Procedure>
): ReadonlyArray<Judgement> => {
  const right = procedureFor(procedures, { level: unit.level, tier, day: openedOn })
  const words = tierWords(tier, unit.level)
  if (right === undefined)
    return [
      told(
        "procedure",
        "procedureOfOther",
        `vào ngày ${formatDay(openedOn)} chưa có trình tự công nhận ${words.vi}`,
        `on ${openedOn} there is no procedure for “${words.en}”`
      )
    ]
  const steps = new Set(right.steps.map(({ key }) => key))
  const unknown = tasks.flatMap(({ step }, place) =>
    steps.has(step)
      ? []
      : [told(`tasks[${place}].step`, "unknownStep", `trình tự không có bước “${step}”`, `it has no step “${step}”`)]
  )
  if (right.id === id) return unknown
  return procedures.some((one) => one.id === id)
    ? [
        told(
          "procedure",
          "procedureOfOther",
          `trình tự của ${words.vi} ngày ${formatDay(openedOn)} là “${right.id}”, không phải “${id}”`,
          `the procedure for “${words.en}” on ${openedOn} is “${right.id}”, not “${id}”`
        )
      ]
    : [told("procedure", "unknownProcedure", `không có trình tự “${id}”`, `there is no procedure “${id}”`)]
}

/** Why the facts say no, where nobody says why it is opened nevertheless; what no reason opens in any case. */
const checkProblems = (
  opening: DossierOpening,
  unit: UnitId,
  { check }: CheckingOpenings
): ReadonlyArray<Judgement> => {
  const { override } = opening
  const { reasons } = check(opening, unit)
  return reasons
    .filter(({ kind, overridable }) => kind !== "noProcedure" && (override === null || !overridable))
    .map(({ en, kind, overridable, vi }) =>
      told(
        "override",
        kind === "alreadyHeld"
          ? "alreadyHeld"
          : kind === "unitNotStanding"
            ? "unitNotStanding"
            : "notAllowedByAssessment",
        overridable ? `${vi}; muốn mở vẫn phải nêu lý do` : vi,
        overridable ? `${en}; to open it nevertheless a reason is needed` : en
      )
    )
}

/** Dossiers under way, by unit and tier, as a batch names them. */
const openBy = ({ journal, procedureOf }: CheckingOpenings): Map<string, Bilingual> =>
  new Map(
    underWay(journal, procedureOf).map(({ id, tier, unit }) => [
      `${unit} ${tier}`,
      { vi: `hồ sơ số ${id}`, en: `dossier ${id}` }
    ])
  )

/**
 * Openings that may be recorded, with the identities of their units; or everything that is wrong with the batch, by row.
 *
 * **Details** A unit has one dossier for a tier at a time, those of the batch counted. A dossier is opened if the facts allow it, or with the reason
 * why it is opened nevertheless.
 */
export const checkDossierOpenings = (
  batch: ReadonlyArray<DossierOpening>,
  world: CheckingOpenings
): ReadonlyArray<CheckedOpening> | DossiersRefused => {
  const { actor, chronicle, isTask = () => true, procedures, sets, today } = world
  const open = openBy(world)
  const checked: Array<CheckedOpening> = []
  const problems = batch.flatMap((opening, row): ReadonlyArray<DossierProblem> => {
    const unit = unitOf(opening, chronicle)
    if ("sentence" in unit) return [{ row, ...unit }]
    const key = `${unit.id} ${opening.tier}`
    const other = open.get(key)
    const found: ReadonlyArray<Judgement> = [
      ...dayProblems(opening, today),
      ...scopeProblems(actor, chronicle, unit, opening.openedOn),
      ...(sets.has(opening.criteriaSet)
        ? []
        : [
            told(
              "criteriaSet",
              "unknownSet",
              `không có bộ tiêu chí “${opening.criteriaSet}”`,
              `there is no criteria set “${opening.criteriaSet}”`
            )
          ]),
      ...procedureProblems(opening, unit, procedures),
      ...opening.tasks.flatMap(({ task }, place) =>
        isTask(task)
          ? []
          : [told(`tasks[${place}].task`, "unknownTask", `không có nhiệm vụ “${task}”`, `there is no task “${task}”`)]
      ),
      ...(other === undefined
        ? []
        : [
            told(
              "unit",
              "alreadyOpen",
              `đơn vị đang có hồ sơ đề nghị hạng này (${other.vi})`,
              `the unit has a dossier for the tier under way (${other.en})`
            )
          ]),
      ...checkProblems(opening, unit.id, world)
    ]
    open.set(key, other ?? inBatch)
    if (found.length === 0) checked.push({ ...opening, unit: unit.id })
    return found.map((problem) => ({ row, ...problem }))
  })
  const listed = listedProblems(problems)
  return listed === null ? checked : new DossiersRefused({ problems: listed })
}

/** Whether somebody answers for the unit. */
export const scopeProblems = (
  actor: Actor,
  { register }: Chronicle,
  { id }: Pick<Unit, "id">,
  day: Day
): ReadonlyArray<Judgement> =>
  isInScope(register, actor, id, day)
    ? []
    : [
        told(
          "unit",
          "notInScope",
          `đơn vị này ngoài địa bàn của ${actor.name}`,
          `the unit lies outside the scope of ${actor.name}`
        )
      ]

import type { WorkCalendar } from "@ntm/domain/assignments"
import type { CriteriaSet, Recognition } from "@ntm/domain/criteria"
import {
  type DossierEventRecording,
  type DossierOpening,
  historyProblems,
  type Procedure,
  procedureFor
} from "@ntm/domain/dossiers"
import { type Chronicle, unitByCode, type UnitId } from "@ntm/domain/units"
import { formatDay } from "@ntm/domain/values"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { DossierFile } from "./dossiers-file.ts"

const FILE = "pilot/dossiers.json"

const decodeFile = decoder(DossierFile)

/** A dossier as documents tell it, with what they say happened, in its order. */
export interface PilotDossier {
  /** Names it for ever: loaded again, the dossier of this key is the same. */
  readonly key: string
  readonly opening: Omit<DossierOpening, "unit"> & { readonly unit: UnitId }
  readonly events: ReadonlyArray<Omit<DossierEventRecording, "dossier">>
}

/** What dossiers are read against. */
export interface DossierGround {
  readonly chronicle: Chronicle
  readonly criteriaSets: ReadonlyArray<CriteriaSet>
  readonly documents: ReadonlyArray<ReferenceDocument>
  readonly recognitions: ReadonlyArray<Recognition>
  readonly procedures: ReadonlyArray<Procedure>
  readonly calendar: WorkCalendar | undefined
}

type FileDossier = DossierFile["dossiers"][number]

/** A decision of a dossier stands among the recognitions too: neither may say what the other does not. */
const checkDecisions = (
  { events, tier }: FileDossier,
  unit: UnitId,
  { recognitions }: DossierGround,
  at: string,
  report: Report
): void => {
  for (const [place, { body }] of events.entries()) {
    if (body._tag !== "decided" || !body.recognised) continue
    const { decidedOn, document } = body
    const stands = recognitions.some(
      (one) => one.unit === unit && one.tier === tier && one.decidedOn === decidedOn && one.document === document
    )
    if (!stands)
      report(
        FILE,
        { path: `${at}.events[${place}].body` },
        `không có công nhận “${document}” ngày ${formatDay(decidedOn)} trong pilot/recognitions.json`,
        `pilot/recognitions.json has no “${document}” of ${decidedOn}`
      )
  }
}

const checkTasks = ({ tasks }: FileDossier, known: ReadonlySet<string>, at: string, report: Report): void => {
  for (const [place, { task }] of tasks.entries())
    if (!known.has(task))
      report(FILE, { path: `${at}.tasks[${place}].task` }, `không có nhiệm vụ “${task}”`, `there is no task “${task}”`)
}

const readOne = (
  dossier: FileDossier,
  ground: DossierGround,
  tasks: ReadonlySet<string>,
  at: string,
  report: Report
): ReadonlyArray<PilotDossier> => {
  const { chronicle, criteriaSets, procedures } = ground
  const { events, key, unit: code, ...stated } = dossier
  const { criteriaSet, openedOn, tier } = stated
  const wrong = (path: string, vi: string, en: string): ReadonlyArray<PilotDossier> => {
    report(FILE, { path: `${at}.${path}` }, vi, en)
    return []
  }
  const unit = unitByCode(chronicle.register, code, openedOn)
  if (unit === undefined)
    return wrong(
      "unit",
      `không có đơn vị ${code} vào ngày ${formatDay(openedOn)}`,
      `there is no unit ${code} on ${openedOn}`
    )
  if (!criteriaSets.some(({ id }) => id === criteriaSet))
    return wrong("criteriaSet", `không có bộ tiêu chí “${criteriaSet}”`, `there is no criteria set “${criteriaSet}”`)
  const procedure = procedureFor(procedures, { level: unit.level, tier, day: openedOn })
  if (procedure === undefined)
    return wrong(
      "tier",
      `vào ngày ${formatDay(openedOn)} không có trình tự công nhận hạng “${tier}” cấp này`,
      `on ${openedOn} there is no procedure for the tier “${tier}” of the level`
    )
  const steps = new Set(procedure.steps.map((step) => step.key))
  for (const [place, { step }] of stated.tasks.entries())
    if (!steps.has(step)) wrong(`tasks[${place}].step`, `trình tự không có bước “${step}”`, `it has no step “${step}”`)
  checkTasks(dossier, tasks, at, report)
  checkDecisions(dossier, unit.id, ground, at, report)
  const told = events.map((event) => ({ ...event, evidence: [] }))
  for (const { event, field, sentence } of historyProblems(told, { openedOn, procedure, calendar: ground.calendar }))
    wrong(`events[${event}].${field}`, sentence.vi, sentence.en)
  return [{ key, opening: { ...stated, unit: unit.id, procedure: procedure.id }, events: told }]
}

/**
 * Dossiers of which the pilot's documents speak; none where the folder has no `pilot/dossiers.json`.
 *
 * **Details** Steps go in the order of the procedure, days forward, and a decision is one of the recognitions. Papers and results of surveys and votes
 * are not public: what documents say was sent was done, though nobody can show here by what.
 */
export const readDossiers = (files: DataFiles, ground: DossierGround, report: Report): ReadonlyArray<PilotDossier> => {
  if (!files.has(FILE)) return []
  const json = readJson(files, FILE, report)
  const file =
    json === undefined ? undefined : decodeFile(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  if (file === undefined) return []
  const tasks = new Set(
    ground.documents.flatMap(({ assignments }) => assignments.map(({ document, no }) => `${document}/${no}`))
  )
  const keys = file.dossiers.map(({ key }) => key)
  return file.dossiers.flatMap((dossier, place) => {
    const at = `dossiers[${place}]`
    if (keys.indexOf(dossier.key) !== place)
      report(
        FILE,
        { path: `${at}.key` },
        `hồ sơ “${dossier.key}” có hai lần`,
        `the dossier “${dossier.key}” stands twice`
      )
    return readOne(dossier, ground, tasks, at, report)
  })
}

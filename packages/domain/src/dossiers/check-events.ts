import type { Actor } from "../criteria/index.ts"
import { unitOn } from "../units/index.ts"
import { type Day, formatDay, listedProblems } from "../values/index.ts"
import { eventProblems } from "./check-event.ts"
import { scopeProblems } from "./check-openings.ts"
import type { Dossier, DossierId } from "./dossier.ts"
import type { DossierJournal, DossierWriter } from "./dossiers.ts"
import { type DossierEvent, DossierEventId, type DossierEventRecording } from "./event.ts"
import { type DossierHistory, historyOf, withEvent } from "./history.ts"
import { paperStandings } from "./paper-standing.ts"
import type { DossierJudgement } from "./judged-dossier.ts"
import type { ProcedureOf } from "./procedure-versions.ts"
import { type DossierProblem, DossiersRefused } from "./refusal.ts"

/** What events are checked against: all that was recorded before, and what the facts say. */
export interface CheckingEvents extends DossierWriter {
  readonly journal: DossierJournal
  readonly procedureOf: ProcedureOf
  /** The day of the act. */
  readonly today: Day
}

const refused = (
  field: string | null,
  kind: DossierProblem["kind"],
  vi: string,
  en: string
): ReadonlyArray<DossierJudgement> => [{ field, kind, sentence: { vi, en } }]

/** What only the offices above may record: that a dossier is sent back, decided, ended. */
const officeProblems = ({ body }: DossierEventRecording, { role }: Actor): ReadonlyArray<DossierJudgement> => {
  const isOffice = role === "provincialOffice"
  if (body._tag === "decided" || body._tag === "revoked" || body._tag === "expired")
    return isOffice
      ? []
      : refused(
          "body",
          "notAllowed",
          "chỉ văn phòng điều phối cấp tỉnh ghi quyết định công nhận, thu hồi, hết hiệu lực",
          "only the provincial office records decisions, revocations and expiries"
        )
  return body._tag === "returned" && !isOffice && role !== "districtOffice"
    ? refused("body", "notAllowed", "chỉ cấp trên trả lại hồ sơ", "only an office above sends a dossier back")
    : []
}

/** An event that is being checked, as it would be once it is recorded: so that papers look at it like at any other. */
const supposed = (event: DossierEventRecording, row: number, { recordedAt, recordedBy }: Dossier): DossierEvent => ({
  ...event,
  id: DossierEventId.make(row + 1),
  recordedAt,
  recordedBy
})

/**
 * Everything that is wrong with a batch of events, by row; null where all of it may be recorded.
 *
 * **Details** Rows count in their order: the second may finish what the first began. A row that is wrong changes nothing for those behind it. No state
 * is reached but by its rule: steps in their order, papers there, results that hold, decisions last.
 */
export const checkDossierEvents = (
  batch: ReadonlyArray<DossierEventRecording>,
  world: CheckingEvents
): DossiersRefused | null => {
  const { actor, calendar, chronicle, factsOf, journal, procedureOf, today } = world
  const dossiers = new Map<DossierId, Dossier>(journal.dossiers.map((one) => [one.id, one]))
  const before = Map.groupBy(journal.events, ({ dossier }) => dossier)
  const histories = new Map<DossierId, DossierHistory<DossierEvent>>()
  const seen = new Set<string>()
  const problems = batch.flatMap((event, row): ReadonlyArray<DossierProblem> => {
    const at = (found: ReadonlyArray<DossierJudgement>) => found.map((problem) => ({ row, ...problem }))
    const dossier = dossiers.get(event.dossier)
    if (dossier === undefined)
      return at(
        refused(
          "dossier",
          "unknownDossier",
          `không có hồ sơ số ${event.dossier}`,
          `there is no dossier ${event.dossier}`
        )
      )
    const procedure = procedureOf(dossier)
    if (procedure === undefined)
      return at(
        refused(
          "dossier",
          "unknownProcedure",
          `không có trình tự “${dossier.procedure}”`,
          `there is no procedure “${dossier.procedure}”`
        )
      )
    const same = JSON.stringify([event.dossier, event.day, event.body])
    if (seen.has(same)) return at(refused(null, "duplicate", "dòng này có hai lần", "the row stands twice"))
    seen.add(same)
    const { day } = event
    const history = histories.get(dossier.id) ?? historyOf(before.get(dossier.id) ?? [], procedure)
    const unit = unitOn(chronicle.register, dossier.unit, day)
    const found = [
      // Of a unit that is no more, a dossier can only be given up, or what it held be ended.
      ...(unit === undefined && (event.body._tag === "step" || event.body._tag === "decided")
        ? refused(
            "day",
            "unitNotStanding",
            `đơn vị không còn hoặc chưa có vào ngày ${formatDay(day)}`,
            `the unit does not stand on ${day}`
          )
        : []),
      ...(unit === undefined ? [] : scopeProblems(actor, chronicle, unit, day)),
      ...officeProblems(event, actor),
      ...eventProblems(event, {
        procedure,
        history,
        openedOn: dossier.openedOn,
        calendar,
        today,
        papers: () => paperStandings({ procedure, history, facts: factsOf(dossier), calendar, day })
      })
    ]
    if (found.length === 0) histories.set(dossier.id, withEvent(history, supposed(event, row, dossier), procedure))
    return at(found)
  })
  const listed = listedProblems(problems)
  return listed === null ? null : new DossiersRefused({ problems: listed })
}

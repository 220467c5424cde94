import type { Lang } from "../language/lang.ts"
import { type Across, type OpenList } from "../parts/list.ts"
import type { Window } from "../parts/window.ts"
import { type AssessState, noAssessments } from "../assessments/assess-state.ts"
import { assessWanted, type Context, sendingOf } from "../assessments/assess-wanted.ts"
import { openAssignments } from "../assignments/assignments-list.ts"
import { isPrinted as isPrintedTasks, noTasks, type TasksState } from "../assignments/tasks-state.ts"
import { tasksWanted } from "../assignments/tasks-wanted.ts"
import { type DeskState, openDesk } from "../desk/desk-state.ts"
import { deskSending, deskWanted } from "../desk/desk-wanted.ts"
import { dossiersDesk } from "../dossiers/dossiers-desk.ts"
import type { DossiersKind } from "../dossiers/dossiers-kind.ts"
import { inventoryDesk } from "../inventory/inventory-desk.ts"
import type { InventoryKind } from "../inventory/inventory-kind.ts"
import { recommendationsDesk } from "../recommendations/recommendations-desk.ts"
import type { RecommendationsKind } from "../recommendations/recommendations-kind.ts"
import { openCriteria } from "../criteria/criteria-list.ts"
import { openFindings } from "../documents/findings-list.ts"
import { openFunding } from "../funding/funding-list.ts"
import type { MoneyHint } from "../funding/money-reads.ts"
import { isPrinted, type MoneyState, noMoney } from "../funding/money-state.ts"
import { moneyWanted } from "../funding/money-wanted.ts"
import { documentLabel } from "@ntm/domain/documents"
import { type Frame, noUnits, type UnitsState } from "../units/units-state.ts"
import { unitsWanted } from "../units/units-wanted.ts"
import { noWorks, type WorksState } from "../works/works-state.ts"
import { worksWanted } from "../works/works-wanted.ts"
import type { Loaded, Plan } from "./plan.ts"
import type { Read } from "./reading.ts"
import { isList, type ListTab, type Room, type Tab, type TaskRoom } from "./tabs.ts"

/** Where one list stands. Each tab keeps its own place and its own search while another is on show. */
export interface Place extends Window, Across {
  readonly query: string
}

export type Mode =
  | { readonly _tag: "Browse" }
  | { readonly _tag: "Search" }
  | { readonly _tag: "Detail"; readonly top: number }
  | { readonly _tag: "Help"; readonly top: number }

/** The whole state of the terminal program. Only `step` makes a new one. */
export interface State {
  readonly lang: Lang
  /** Origin of the API, for links that are shown. */
  readonly server: string
  readonly columns: number
  readonly rows: number
  readonly tab: Tab
  readonly places: Readonly<Record<ListTab, Place>>
  readonly units: UnitsState
  readonly assessments: AssessState
  readonly money: MoneyState
  readonly works: WorksState
  readonly tasks: TasksState
  /** Which room of the tab of assignments is on show, unless it shows what the plan prints. */
  readonly taskRoom: TaskRoom
  readonly recommendations: DeskState<RecommendationsKind>
  readonly dossiers: DeskState<DossiersKind>
  readonly inventory: DeskState<InventoryKind>
  readonly mode: Mode
  /** The last answer; `null` before the first. It stays on show while a newer one is on its way. */
  readonly loaded: Loaded | null
  readonly loading: boolean
  /** Counts the readings of the plan, so that each is a question of its own. */
  readonly reads: number
  readonly quit: boolean
}

const start: Place = { cursor: 0, top: 0, column: 0, table: 0, query: "" }

export const initial = (lang: Lang, columns: number, rows: number, server = ""): State => ({
  lang,
  server,
  columns,
  rows,
  tab: "criteria",
  places: { criteria: start, funding: start, assignments: start, findings: start },
  units: noUnits,
  assessments: noAssessments,
  money: noMoney,
  works: noWorks,
  tasks: noTasks,
  taskRoom: "assignments",
  recommendations: openDesk(recommendationsDesk),
  dossiers: openDesk(dossiersDesk),
  inventory: openDesk(inventoryDesk),
  mode: { _tag: "Browse" },
  loaded: null,
  loading: true,
  reads: 0,
  quit: false
})

/** Below this the screen only says that it is too small. */
export const SMALLEST = { columns: 40, rows: 10 }

/** Cells between the frame's edges. */
export const innerWidth = (state: Pick<State, "columns">): number => Math.max(1, state.columns - 2)

/** Rules above and below the body; a low window does without. */
export const hasRules = (state: Pick<State, "rows">): boolean => state.rows >= 16

/** Lines between the tabs and the status bar. */
export const bodyHeight = (state: Pick<State, "rows">): number =>
  Math.max(1, state.rows - 3 - (hasRules(state) ? 2 : 0))

/** Rows of the list on show: the body without caption, titles and the line about the chosen row. */
export const listHeight = (state: Pick<State, "rows">, list: OpenList): number =>
  Math.max(1, bodyHeight(state) - 2 - list.header.length)

/** The room on show; null where the tab is a list over the plan, as what is printed of funding and assignments. */
export const roomOf = ({
  money,
  tab,
  taskRoom,
  tasks
}: Pick<State, "money" | "tab" | "taskRoom" | "tasks">): Room | null => {
  switch (tab) {
    case "units":
    case "assessments":
    case "works":
      return tab
    case "funding":
      return isPrinted(money) ? null : tab
    case "assignments":
      return isPrintedTasks(tasks) ? null : taskRoom
    default:
      return null
  }
}

/** The list on show; the first one while the tab on show is none. */
export const listOf = ({ tab }: Pick<State, "tab">): ListTab => (isList(tab) ? tab : "criteria")

export const placeOf = (state: State): Place => state.places[listOf(state)]

/** The room that a tab of its own is drawn in. */
export const frameOf = (
  state: Pick<State, "columns" | "rows" | "lang" | "server">
): Frame & { readonly server: string } => ({
  width: innerWidth(state),
  height: bodyHeight(state),
  lang: state.lang,
  server: state.server
})

/** What the desk on show asks, and what any of them is recording: that stays so whatever a person turns to. */
const deskReads = (state: State): ReadonlyArray<Read> => {
  const room = roomOf(state)
  const { place } = contextOf(state)
  const { dossiers, inventory, recommendations } = state
  return [
    ...(room === "recommendations"
      ? deskWanted(recommendationsDesk, recommendations, place)
      : deskSending(recommendationsDesk, recommendations)),
    ...(room === "dossiers" ? deskWanted(dossiersDesk, dossiers, place) : deskSending(dossiersDesk, dossiers)),
    ...(room === "inventory" ? deskWanted(inventoryDesk, inventory, place) : deskSending(inventoryDesk, inventory))
  ]
}

/** What the program asks of the API now. */
export const wantedOf = (state: State): ReadonlyArray<Read> => [
  ...(state.loading ? [{ room: "plan", key: `plan ${state.reads}` } as const] : []),
  ...(state.tab === "units" ? unitsWanted(state.units, frameOf(state)) : []),
  ...(roomOf(state) === "funding" ? moneyWanted(state.money, moneyHintOf(state)) : []),
  ...(roomOf(state) === "assignments" ? tasksWanted(state.tasks) : []),
  ...deskReads(state),
  ...(state.tab === "works" ? worksWanted(state.works, contextOf(state)) : []),
  ...(state.tab === "assessments" ? assessWanted(state.assessments, contextOf(state)) : sendingOf(state.assessments))
]

/** Whether the server answers, but is still getting ready (503). */
export const isStarting = (state: State): boolean =>
  state.loaded?._tag === "Failed" && state.loaded.problem.status === 503

export const planOf = (state: State): Plan | null => (state.loaded?._tag === "Ready" ? state.loaded.plan : null)

/** The plan's place and day, on which assessments open; nothing where there is no plan. */
export const contextOf = (state: State): Context => {
  const plan = planOf(state)
  return {
    document: plan?.document.id ?? null,
    place: plan?.document.locality ?? null,
    day: plan?.results[0]?.asOf ?? null
  }
}

/** The same for money, with the table that the plan prints. */
const moneyHintOf = (state: State): MoneyHint => {
  const { day, place } = contextOf(state)
  const [table] = planOf(state)?.tables ?? []
  return { day, place, table: table === undefined ? null : { year: table.year, stage: table.stage } }
}

/** Whether the tabs of their own can be turned to: they need a server that answers, but no plan. */
export const hasRooms = ({ loaded }: Pick<State, "loaded">): boolean => loaded !== null && loaded._tag !== "Failed"

/** Opens the list of a tab on the plan. */
export const openList = (state: State, plan: Plan, tab: ListTab = listOf(state)): OpenList => {
  const { lang } = state
  const { query, ...place } = state.places[tab]
  const width = innerWidth(state)
  const document = documentLabel(plan.document)
  switch (tab) {
    case "criteria":
      return openCriteria(plan.results, document, query, lang, width)
    case "funding":
      return openFunding(plan.tables, plan.findings, document, place, query, lang, width)
    case "assignments":
      return openAssignments(plan.assignments, plan.asOf, document, query, lang, width)
    case "findings":
      return openFindings(plan.findings, query, lang, width)
  }
}

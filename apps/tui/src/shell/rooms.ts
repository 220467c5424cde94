import { assessFailed, assessLoaded } from "../assessments/assess-arriving.ts"
import { readAssessAgain } from "../assessments/assess-going.ts"
import { assessHint } from "../assessments/assess-keys.ts"
import { assessLines, assessPage } from "../assessments/assess-lines.ts"
import * as assess from "../assessments/assess-state.ts"
import { settleAssess, stepAssess } from "../assessments/assess-step.ts"
import { readTasksAgain, tasksFailed, tasksLoaded } from "../assignments/tasks-arriving.ts"
import { tasksHint } from "../assignments/tasks-keys.ts"
import { tasksLines } from "../assignments/tasks-lines.ts"
import { tasksPage } from "../assignments/tasks-page.ts"
import * as tasks from "../assignments/tasks-state.ts"
import { settleTasks, stepTasks } from "../assignments/tasks-step.ts"
import type { Desk, DeskKind } from "../desk/desk.ts"
import { deskFailed, deskLoaded, readDeskAgain } from "../desk/desk-arriving.ts"
import { deskHint } from "../desk/desk-keys.ts"
import { deskLines, deskPage } from "../desk/desk-lines.ts"
import { type DeskAnswer, type DeskRead, type DeskState, isHome, isTyping } from "../desk/desk-state.ts"
import { settleDesk, stepDesk } from "../desk/desk-step.ts"
import { dossiersDesk } from "../dossiers/dossiers-desk.ts"
import { inventoryDesk } from "../inventory/inventory-desk.ts"
import { recommendationsDesk } from "../recommendations/recommendations-desk.ts"
import { moneyFailed, moneyLoaded } from "../funding/money-arriving.ts"
import { readMoneyAgain } from "../funding/money-going.ts"
import { moneyHint } from "../funding/money-keys.ts"
import { moneyLines } from "../funding/money-lines.ts"
import { pageText } from "../funding/money-page.ts"
import * as money from "../funding/money-state.ts"
import { settleMoney, stepMoney } from "../funding/money-step.ts"
import type { Line } from "../parts/line.ts"
import type { Press } from "../parts/press.ts"
import { unitsFailed, unitsLoaded } from "../units/arriving.ts"
import { readUnitsAgain } from "../units/going.ts"
import { storyPart } from "../units/story-lines.ts"
import { unitsHint } from "../units/units-keys.ts"
import { unitsLines } from "../units/units-lines.ts"
import * as units from "../units/units-state.ts"
import { settleUnits, stepUnits } from "../units/units-step.ts"
import { readWorksAgain, worksFailed, worksLoaded } from "../works/works-arriving.ts"
import { worksHint } from "../works/works-keys.ts"
import { worksLines } from "../works/works-lines.ts"
import { worksPage } from "../works/works-page.ts"
import * as works from "../works/works-state.ts"
import { settleWorks, stepWorks } from "../works/works-step.ts"
import type { Problem } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import type { Reply } from "./reading.ts"
import { contextOf, frameOf, roomOf, type State } from "./state.ts"
import type { Room } from "./tabs.ts"

/** A tab that keeps its own state, as the shell draws and moves it. */
interface RoomFace {
  /** Whether letters are text now, and not keys; whether nothing lies over its first page. */
  readonly isTyping: (state: State) => boolean
  readonly isHome: (state: State) => boolean
  readonly step: (state: State, press: Press) => State
  /** After an answer, or in another window. */
  readonly settle: (state: State) => State
  readonly readAgain: (state: State) => State
  readonly lines: (state: State) => ReadonlyArray<Line>
  /** Which lines of a page are seen, where one lies over the tab. */
  readonly page: (state: State) => { readonly top: number; readonly count: number } | undefined
  readonly hint: (state: State) => Bilingual
  /** The day of the facts on show, `YYYY-MM-DD`; "" before the first answer. */
  readonly day: (state: State) => string
}

/** The face of a desk, which keeps its state under the name of its room. */
const deskFace = <K extends DeskKind>(
  desk: Desk<K>,
  of: (state: State) => DeskState<K>,
  keep: (state: State, next: DeskState<K>) => State
): RoomFace => ({
  isTyping: (state) => isTyping(of(state)),
  isHome: (state) => isHome(of(state)),
  step: (state, press) => keep(state, stepDesk(desk, of(state), press, frameOf(state))),
  settle: (state) => keep(state, settleDesk(desk, of(state), frameOf(state))),
  readAgain: (state) => keep(state, readDeskAgain(of(state))),
  lines: (state) => deskLines(desk, of(state), frameOf(state)),
  page: (state) => {
    const now = of(state)
    return now.view._tag === "Page" && now.view.moving === null
      ? { top: now.view.top, count: deskPage(desk, now, frameOf(state)).length }
      : undefined
  },
  hint: (state) => deskHint(desk.room, of(state)),
  day: (state) => of(state).list?.asOf ?? ""
})

export const rooms: Readonly<Record<Room, RoomFace>> = {
  recommendations: deskFace(
    recommendationsDesk,
    (state) => state.recommendations,
    (state, recommendations) => ({ ...state, recommendations })
  ),
  dossiers: deskFace(
    dossiersDesk,
    (state) => state.dossiers,
    (state, dossiers) => ({ ...state, dossiers })
  ),
  inventory: deskFace(
    inventoryDesk,
    (state) => state.inventory,
    (state, inventory) => ({ ...state, inventory })
  ),
  funding: {
    isTyping: (state) => money.isTyping(state.money),
    isHome: (state) => money.isHome(state.money),
    step: (state, press) => ({ ...state, money: stepMoney(state.money, press, frameOf(state)) }),
    settle: (state) => ({ ...state, money: settleMoney(state.money, frameOf(state)) }),
    readAgain: (state) => ({ ...state, money: readMoneyAgain(state.money) }),
    lines: (state) => moneyLines(state.money, frameOf(state)),
    page: ({ money, ...state }) =>
      money.view._tag === "Page"
        ? { top: money.view.top, count: pageText(money, money.view, frameOf(state)).length }
        : undefined,
    hint: (state) => moneyHint(state.money),
    day: (state) => state.money.pivot?.asOf ?? ""
  },
  assignments: {
    isTyping: (state) => tasks.isTyping(state.tasks),
    isHome: (state) => tasks.isHome(state.tasks),
    step: (state, press) => ({ ...state, tasks: stepTasks(state.tasks, press, frameOf(state)) }),
    settle: (state) => ({ ...state, tasks: settleTasks(state.tasks, frameOf(state)) }),
    readAgain: (state) => ({ ...state, tasks: readTasksAgain(state.tasks) }),
    lines: (state) => tasksLines(state.tasks, frameOf(state)),
    page: ({ tasks, ...state }) =>
      tasks.view._tag === "Page" ? { top: tasks.view.top, count: tasksPage(tasks, frameOf(state)).length } : undefined,
    hint: (state) => tasksHint(state.tasks),
    day: (state) => state.tasks.list?.asOf ?? ""
  },
  units: {
    isTyping: (state) => units.isTyping(state.units),
    isHome: (state) => units.isHome(state.units),
    step: (state, press) => ({ ...state, units: stepUnits(state.units, press, frameOf(state)) }),
    settle: (state) => ({ ...state, units: settleUnits(state.units, frameOf(state)) }),
    readAgain: (state) => ({ ...state, units: readUnitsAgain(state.units) }),
    lines: (state) => unitsLines(state.units, frameOf(state)),
    page: (state) => storyPart(state.units, frameOf(state)),
    hint: (state) => unitsHint(state.units),
    day: (state) => units.pageOf(state.units)?.day ?? state.units.day ?? ""
  },
  assessments: {
    isTyping: (state) => assess.isTyping(state.assessments),
    isHome: (state) => assess.isHome(state.assessments),
    step: (state, press) => ({
      ...state,
      assessments: stepAssess(state.assessments, press, contextOf(state).document, frameOf(state))
    }),
    settle: (state) => ({ ...state, assessments: settleAssess(state.assessments, frameOf(state)) }),
    readAgain: (state) => ({ ...state, assessments: readAssessAgain(state.assessments) }),
    lines: (state) => assessLines(state.assessments, contextOf(state).document, frameOf(state)),
    page: (state) => assessPage(state.assessments, contextOf(state).document, frameOf(state)),
    hint: (state) => assessHint(state.assessments),
    day: (state) => state.assessments.spot?.day ?? ""
  },
  works: {
    isTyping: (state) => works.isTyping(state.works),
    isHome: (state) => works.isHome(state.works),
    step: (state, press) => ({ ...state, works: stepWorks(state.works, press, frameOf(state)) }),
    settle: (state) => ({ ...state, works: settleWorks(state.works, frameOf(state)) }),
    readAgain: (state) => ({ ...state, works: readWorksAgain(state.works) }),
    lines: (state) => worksLines(state.works, frameOf(state)),
    page: ({ works, ...state }) =>
      works.view._tag === "Work" || works.view._tag === "Summary"
        ? { top: works.view.top, count: worksPage(works, frameOf(state)).length }
        : undefined,
    hint: (state) => worksHint(state.works),
    day: (state) => state.works.list?.asOf ?? ""
  }
}

/** A desk after one of its questions was carried out. */
const deskReplied = <K extends DeskKind>(
  before: DeskState<K>,
  reply:
    | { readonly _tag: "Loaded"; readonly read: DeskRead<K>; readonly answer: DeskAnswer<K> }
    | { readonly _tag: "Failed"; readonly read: DeskRead<K>; readonly problem: Problem }
): DeskState<K> =>
  reply._tag === "Failed" ? deskFailed(before, reply.read, reply.problem) : deskLoaded(before, reply.read, reply.answer)

/** The state after a question of a room was carried out: the answer goes to the room that asked. */
export const repliedToRoom = (state: State, reply: Exclude<Reply, { readonly room: "plan" }>): State => {
  switch (reply.room) {
    case "units": {
      const { read } = reply
      const after =
        reply._tag === "Failed"
          ? unitsFailed(state.units, read, reply.problem)
          : unitsLoaded(state.units, read, reply.answer)
      return rooms.units.settle({ ...state, units: after })
    }
    case "assess": {
      const { read } = reply
      const after =
        reply._tag === "Failed"
          ? assessFailed(state.assessments, read, reply.problem)
          : assessLoaded(state.assessments, read, reply.answer)
      return rooms.assessments.settle({ ...state, assessments: after })
    }
    case "money": {
      const { read } = reply
      const after =
        reply._tag === "Failed"
          ? moneyFailed(state.money, read, reply.problem)
          : moneyLoaded(state.money, read, reply.answer)
      return rooms.funding.settle({ ...state, money: after })
    }
    case "tasks": {
      const { read } = reply
      const after =
        reply._tag === "Failed"
          ? tasksFailed(state.tasks, read, reply.problem)
          : tasksLoaded(state.tasks, read, reply.answer)
      const replied = { ...state, tasks: after }
      return roomOf(state) === "assignments" ? rooms.assignments.settle(replied) : replied
    }
    case "recommendations":
      return rooms.recommendations.settle({
        ...state,
        recommendations: deskReplied(state.recommendations, reply)
      })
    case "dossiers":
      return rooms.dossiers.settle({ ...state, dossiers: deskReplied(state.dossiers, reply) })
    case "inventory":
      return rooms.inventory.settle({ ...state, inventory: deskReplied(state.inventory, reply) })
    case "works": {
      const { read } = reply
      const after =
        reply._tag === "Failed"
          ? worksFailed(state.works, read, reply.problem)
          : worksLoaded(state.works, read, reply.answer)
      return rooms.works.settle({ ...state, works: after })
    }
  }
}

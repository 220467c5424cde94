import type { DeskRoom } from "../desk/desk.ts"

/** The lists over the plan, which are drawn and moved alike. */
const lists = ["criteria", "funding", "assignments", "findings"] as const
export type ListTab = (typeof lists)[number]

export const tabs = [...lists, "units", "assessments", "works"] as const
export type Tab = (typeof tabs)[number]

/** The tabs that read for themselves and keep their own state. Funding and assignments are among them, and have the plan's printed lists too. */
export type RoomTab = "funding" | "assignments" | "units" | "assessments" | "works"

/** Rooms: one for each tab, and beside the tasks those that share theirs. */
export type Room = RoomTab | DeskRoom

/** The rooms of the tab of assignments, in the order in which they are turned to. */
export const taskRooms = ["assignments", "recommendations", "dossiers", "inventory"] as const
export type TaskRoom = (typeof taskRooms)[number]

export const isTaskRoom = (room: Room): room is TaskRoom => taskRooms.some((one) => one === room)

/** Whether the plan has a list for a tab. */
export const isList = (tab: Tab): tab is ListTab => lists.some((list) => list === tab)

/** Whether a tab is turned to without a plan. */
export const isRoom = (tab: Tab): tab is Exclude<RoomTab, "assignments"> =>
  tab === "funding" || tab === "units" || tab === "assessments" || tab === "works"

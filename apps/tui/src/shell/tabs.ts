/** The lists over the plan, which are drawn and moved alike. */
const lists = ["criteria", "funding", "assignments", "findings"] as const
export type ListTab = (typeof lists)[number]

export const tabs = [...lists, "units", "assessments"] as const
export type Tab = (typeof tabs)[number]

/** The tabs that are no lists over the plan: they read for themselves and keep their own state. */
export type RoomTab = Exclude<Tab, ListTab>

export const isRoom = (tab: Tab): tab is RoomTab => tab === "units" || tab === "assessments"

import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"

/** What somebody is in the programme. One person may hold several, each with a scope of its own. */
export const Role = Schema.Literals([
  "administrator",
  "coordinationOffice",
  "department",
  "localOfficer",
  "leader",
  "supervisor",
  "partner"
])
export type Role = typeof Role.Type

/** Roles as sentences name them. */
export const roleWords: Readonly<Record<Role, Bilingual>> = {
  administrator: { vi: "quản trị hệ thống", en: "the administrator" },
  coordinationOffice: { vi: "văn phòng điều phối", en: "the co-ordination office" },
  department: { vi: "sở, ngành phụ trách", en: "the department in charge" },
  localOfficer: { vi: "cán bộ địa phương", en: "the local officer" },
  leader: { vi: "lãnh đạo", en: "the leader" },
  supervisor: { vi: "cơ quan giám sát", en: "the supervising body" },
  partner: { vi: "hệ thống đối tác", en: "the partner system" }
}

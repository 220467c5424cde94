import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"

/**
 * Giai đoạn vốn: a row per stage, never a column.
 *
 * **Details** Budget money is planned, allocated (giao), disbursed (giải ngân); what comes from outside the budget is planned,
 * mobilised (huy động), disbursed.
 */
export const FundingStage = Schema.Literals(["planned", "allocated", "mobilised", "disbursed"])
export type FundingStage = typeof FundingStage.Type

export const stageNames = {
  planned: { vi: "Kế hoạch", en: "Planned" },
  allocated: { vi: "Đã giao", en: "Allocated" },
  mobilised: { vi: "Huy động", en: "Mobilised" },
  disbursed: { vi: "Giải ngân", en: "Disbursed" }
} as const satisfies Record<FundingStage, Bilingual>

import { Schema } from "effect"

/** Giai đoạn vốn: a row per stage, never a column. */
export const FundingStage = Schema.Literals(["planned", "allocated", "mobilised", "disbursed"])
export type FundingStage = typeof FundingStage.Type

/** A leaf of the tree of sources, with the names by which documents print it. */
export interface FundingSource {
  readonly key: string
  readonly parent: string | null
  readonly name: { readonly vi: string; readonly en: string }
}

const source = (key: string, parent: string | null, vi: string, en: string): FundingSource => ({
  key,
  parent,
  name: { vi, en }
})

/** The tree of sources of Phụ lục 02. Every parent is the sum of its children. */
export const fundingSources: ReadonlyArray<FundingSource> = [
  source("total", null, "Tổng cộng", "Total"),
  source("direct_budget_total", "total", "Ngân sách trực tiếp", "Direct budget"),
  source("public_investment_total", "direct_budget_total", "Vốn đầu tư công", "Public investment"),
  source("public_investment_city", "public_investment_total", "Đầu tư công thành phố", "Public investment, city"),
  source(
    "public_investment_district_commune",
    "public_investment_total",
    "Đầu tư công huyện, xã",
    "Public investment, district and commune"
  ),
  source("career_city", "direct_budget_total", "Vốn sự nghiệp thành phố", "Recurrent budget, city"),
  source("integrated", "total", "Vốn lồng ghép", "Integrated from other programmes"),
  source("credit", "total", "Vốn tín dụng", "Credit"),
  source("enterprise", "total", "Doanh nghiệp", "Enterprises"),
  source("community", "total", "Nhân dân đóng góp", "Community")
]

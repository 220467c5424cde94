import { Schema } from "effect"
import type { UnitLevel } from "../units/index.ts"
import type { Bilingual } from "../values/index.ts"

/** A place in the tree of sources. Amounts may stand at any of them: a document that says "community" and no more is entered there. */
export const FundingSourceKey = Schema.Literals([
  "all",
  "budget",
  "investment",
  "investment.central",
  "investment.province",
  "investment.local",
  "investment.district",
  "investment.commune",
  "career",
  "career.central",
  "career.province",
  "career.local",
  "career.district",
  "career.commune",
  "integrated",
  "credit",
  "enterprise",
  "community",
  "community.cash",
  "community.land",
  "community.labour",
  "community.kind"
])
export type FundingSourceKey = typeof FundingSourceKey.Type

/**
 * Nguồn vốn: a place in the tree of sources of the programme (Luật Ngân sách nhà nước 83/2015/QH13; Phụ lục 02 of 61/KH-UBND).
 *
 * **Details** What a source is worth is what stands at it and at everything below it. `budgetOf`: the level whose budget it is; it can only
 * be given while that level exists, to units of that level or below. `inKind`: the quantity that stands beside its value.
 */
export interface FundingSource {
  readonly key: FundingSourceKey
  readonly parent: FundingSourceKey | null
  readonly name: Bilingual
  /** "central" for the State's budget. Null where it is nobody's budget, or not said whose. */
  readonly budgetOf: UnitLevel | "central" | null
  readonly inKind: "m²" | "ngày công" | "hiện vật" | null
}

const source = (
  key: FundingSourceKey,
  parent: FundingSourceKey | null,
  vi: string,
  en: string,
  budgetOf: FundingSource["budgetOf"] = null,
  inKind: FundingSource["inKind"] = null
): FundingSource => ({ key, parent, name: { vi, en }, budgetOf, inKind })

/** The tree, parents before children, in the order in which tables print it. */
export const fundingSources: ReadonlyArray<FundingSource> = [
  source("all", null, "Tổng cộng", "Total"),
  source("budget", "all", "Ngân sách trực tiếp", "Direct budget"),
  source("investment", "budget", "Vốn đầu tư công", "Public investment"),
  source("investment.central", "investment", "Đầu tư công trung ương", "Public investment, central", "central"),
  source("investment.province", "investment", "Đầu tư công cấp tỉnh", "Public investment, province", "province"),
  source("investment.local", "investment", "Đầu tư công huyện, xã", "Public investment, district and commune"),
  source("investment.district", "investment.local", "Đầu tư công cấp huyện", "Public investment, district", "district"),
  source("investment.commune", "investment.local", "Đầu tư công cấp xã", "Public investment, commune", "commune"),
  source("career", "budget", "Vốn sự nghiệp", "Recurrent budget"),
  source("career.central", "career", "Sự nghiệp trung ương", "Recurrent, central", "central"),
  source("career.province", "career", "Sự nghiệp cấp tỉnh", "Recurrent, province", "province"),
  source("career.local", "career", "Sự nghiệp huyện, xã", "Recurrent, district and commune"),
  source("career.district", "career.local", "Sự nghiệp cấp huyện", "Recurrent, district", "district"),
  source("career.commune", "career.local", "Sự nghiệp cấp xã", "Recurrent, commune", "commune"),
  source("integrated", "all", "Vốn lồng ghép", "Integrated from other programmes"),
  source("credit", "all", "Vốn tín dụng", "Credit"),
  source("enterprise", "all", "Doanh nghiệp", "Enterprises"),
  source("community", "all", "Nhân dân đóng góp", "Community"),
  source("community.cash", "community", "Tiền mặt", "Cash"),
  source("community.land", "community", "Hiến đất", "Land", null, "m²"),
  source("community.labour", "community", "Ngày công", "Labour days", null, "ngày công"),
  source("community.kind", "community", "Hiện vật", "In kind", null, "hiện vật")
]

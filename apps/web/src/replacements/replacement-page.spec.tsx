import { fireEvent, screen, within } from "@solidjs/testing-library"
import type { SetReplacement } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { asKnown, rows, set } from "../assessments/testing/facts.ts"
import { showPage } from "../testing/show.tsx"
import { clientOf, counts, oldHaiPhong } from "../units/testing/register.ts"
import ReplacementPage from "./replacement-page.tsx"

const national = {
  id: "xa-ntm-2021-2025",
  name: "Bộ tiêu chí quốc gia về xã nông thôn mới 2021-2025",
  level: "commune",
  tier: "standard",
  periodFrom: 2021,
  periodTo: 2025,
  period: { from: "2021-01-01", to: "2025-12-31" },
  derivesFrom: null,
  doNotEvaluate: false
}
const frameSet = {
  ...national,
  id: "xa-ntm-2026-2030",
  name: "Bộ tiêu chí quốc gia về xã nông thôn mới 2026-2030",
  periodFrom: 2026,
  doNotEvaluate: true
}
const advanced = {
  ...national,
  id: "xa-nang-cao",
  name: "Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao 2021-2025",
  tier: "advanced"
}

const [first, second] = rows.map(({ unit }) => unit)
if (first === undefined || second === undefined) throw new Error("rows")
const nothing = { lost: [], gained: [], newlyFailed: [], open: [] }

const judged: SetReplacement = {
  ...asKnown,
  from: { ...set, id: national.id, name: national.name },
  to: { ...set, id: advanced.id, name: advanced.name },
  parent: oldHaiPhong,
  units: [
    {
      unit: first,
      before: "met",
      after: "notMet",
      metBefore: 19,
      metAfter: 17,
      lost: [{ from: "17.4", to: "17.11" }],
      gained: [],
      newlyFailed: ["8.5"],
      open: ["13.2"]
    },
    { unit: second, before: "met", after: "met", metBefore: 19, metAfter: 19, ...nothing }
  ],
  paired: [{ from: { code: "17.4", name: "Cây" }, to: { code: "17.11", name: "Đất cây xanh" }, lost: 1, gained: 0 }],
  added: [{ code: "8.5", name: "Wifi", failed: 1, open: 0 }],
  dropped: [{ code: "2.2", name: "Đường thôn" }],
  notJudged: 3,
  partial: { listed: 3, official: 47 },
  frame: null,
  illustrative: 1
}

const framed: SetReplacement = {
  ...judged,
  to: { ...set, id: frameSet.id, name: frameSet.name },
  units: judged.units.map(({ before, metBefore, unit }) => ({
    unit,
    before,
    metBefore,
    after: "noThreshold",
    metAfter: 0,
    ...nothing
  })),
  paired: [],
  added: [],
  dropped: [],
  notJudged: 0,
  partial: null,
  frame: {
    document: "51/2025/QĐ-TTg",
    reason: { vi: "Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg", en: "The annex is not known" },
    criteria: [
      {
        no: 3,
        name: "Phát triển kinh tế nông thôn",
        verdict: "noThreshold",
        counterparts: [10, 13],
        confidence: "inferred",
        holding: { all: 1, lacking: 1, open: 0 }
      },
      { no: 7, name: "Chuyển đổi số", verdict: "noThreshold", counterparts: [], confidence: null, holding: null }
    ],
    old: [
      { no: 9, name: "Nhà ở dân cư", counterparts: [], met: 2 },
      { no: 10, name: "Thu nhập", counterparts: [3], met: 1 },
      { no: 13, name: "Tổ chức sản xuất", counterparts: [3], met: 1 }
    ],
    verdicts: ["mmm", "mn "]
  }
}

const open = (answer: SetReplacement, query: string) => {
  const answers: Readonly<Record<string, unknown>> = {
    "/rollups/replacement": answer,
    "/criteria-sets": { items: [national, advanced, frameSet] },
    "/documents": { items: [] },
    "/reorganisations": { items: [] },
    "/units": { asOf: "2024-12-31", items: [oldHaiPhong], counts: counts(1, 0, 4) }
  }
  const asked: Array<string> = []
  const client = clientOf((path) => answers[path], asked)
  return { ...showPage(ReplacementPage, client, `/danh-gia/thay-bo?${query}`), asked }
}

describe("one set in the place of another", () => {
  it("asks for the next period's set of the same tier, where the address names none", async () => {
    const { asked } = open(framed, "bo=xa-ntm-2021-2025&don-vi=31&as_of=2024-12-31")
    await screen.findByRole("note", { name: "Bộ thay vào mới có khung" })
    expect(asked).toContain("/rollups/replacement?set=xa-ntm-2021-2025&with=xa-ntm-2026-2030&unit=31&as_of=2024-12-31")
    expect(
      screen.getByRole("option", { name: "Xã nông thôn mới 2026-2030 (mới có khung)", selected: true })
    ).toBeEnabled()
  })

  it("of a frame tells the reason first, no verdict, and what each unit holds of the old criteria beside it", async () => {
    open(framed, "bo=xa-ntm-2021-2025&sang=xa-ntm-2026-2030&don-vi=31")
    expect(await screen.findByRole("note")).toHaveTextContent("chưa có phụ lục của 51/2025/QĐ-TTg")
    const table = screen.getByRole("region", { name: /^Bộ mới, từng tiêu chí.*\(/ })
    const line = within(table).getByRole("row", { name: /3\. Phát triển kinh tế nông thôn/ })
    expect(line).toHaveTextContent("Chưa có mức quy định")
    expect(line).toHaveTextContent("10. Thu nhập; 13. Tổ chức sản xuất")
    expect(line).toHaveTextContent("theo tên gọi, chưa kiểm chứng")
    expect(within(table).getByRole("row", { name: /7\. Chuyển đổi số/ })).toHaveTextContent("chưa có")
    expect(screen.getByText("9. Nhà ở dân cư: 2 đơn vị đạt")).toBeVisible()
    const units = screen.getByRole("region", { name: /^Từng đơn vị đang giữ gì.*\(/ })
    const other = within(units).getByRole("row", { name: /An Hòa/ })
    expect(within(other).getAllByRole("img")).toHaveLength(1)
    expect(within(other).getByRole("img", { name: "10. Thu nhập: Chưa đạt" })).toBeVisible()
    expect(within(other).getByRole("link")).toHaveAttribute("href", "/don-vi/11590/danh-gia?bo=xa-ntm-2021-2025")
    expect(screen.queryByText("Mất")).toBeNull()
  })

  it("where both judge tells what is lost and gained, by indicator and unit by unit, and leads to the scorecard", async () => {
    open(judged, "bo=xa-ntm-2021-2025&sang=xa-nang-cao&don-vi=31&as_of=2024-12-31")
    const lines = await screen.findByRole("region", { name: /^Chỉ tiêu hỏi cùng.*\(/ })
    expect(within(lines).getByRole("row", { name: /Đất cây xanh/ })).toHaveTextContent("17.417.11Đất cây xanh10")
    expect(screen.getByText("3 đơn vị chưa đánh giá được vì mới có khung tiêu chí")).toBeVisible()
    expect(screen.getByText(/^Bộ thay vào mới có 3 trong 47 chỉ tiêu/)).toBeVisible()
    expect(screen.getByText("Đạt cả bộ").nextElementSibling).toHaveTextContent("2 → 1")
    const units = screen.getByRole("region", { name: /^Từng đơn vị \(/ })
    expect(within(units).getAllByRole("row")).toHaveLength(2)
    expect(within(units).getByRole("row", { name: /An Đồng/ })).toHaveTextContent("17.4 → 17.11")
    expect(within(units).getByRole("link")).toHaveAttribute(
      "href",
      "/don-vi/11623/danh-gia?bo=xa-nang-cao&as_of=2024-12-31"
    )
    fireEvent.click(screen.getByRole("checkbox", { name: "Chỉ đơn vị có thay đổi" }))
    expect(within(units).getAllByRole("row")).toHaveLength(3)
  })
})

import { screen, within } from "@solidjs/testing-library"
import { flat, InputKey } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { blankIndicator, blankSet } from "@ntm/domain/testing"
import { expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import SetPage from "./set-page.tsx"

const road = InputKey.make("road")
const set = {
  ...blankSet("xa-ntm-2026-2030"),
  name: "Bộ 2026-2030",
  doNotEvaluate: true,
  legalBases: [{ number: "51/2025/QĐ-TTg", date: "2025-12-29", role: null }],
  criteria: [
    { no: 1, name: "Quy hoạch", indicators: [] },
    {
      no: 2,
      name: "Hạ tầng",
      indicators: [
        {
          ...blankIndicator("2.1"),
          name: "Đường",
          unit: "%",
          confidence: "illustrative",
          leadAgency: "Bộ Xây dựng",
          rule: { op: ">=", measure: { of: "input", input: road }, threshold: flat(90) }
        }
      ]
    }
  ],
  officialIndicators: 47,
  groups: [
    {
      group: 3,
      name: "Xã nhóm 3",
      confidence: "verified",
      definition: { if: "stated", input: road, text: "xã khu vực III" }
    }
  ],
  amendments: [
    {
      number: "7/2026/QĐ-TTg",
      issuedOn: null,
      from: Day.make("2025-07-01"),
      scope: "Sửa chỉ tiêu đường",
      confidence: "verified",
      complete: false,
      changes: [
        {
          change: "replace",
          code: "2.1",
          rule: { op: ">=", measure: { of: "input", input: road }, threshold: flat(80) },
          confidence: "verified",
          name: null,
          measure: null,
          unit: null,
          appliesWhen: null,
          leadAgency: null,
          note: null,
          evidence: null
        }
      ]
    }
  ]
} as const
const version = {
  set: set.id,
  name: set.name,
  knownFrom: "2026-03-01T02:30:00.000Z",
  knownUntil: null,
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
  programVersion: null,
  file: "phu-luc.json",
  sha256: null,
  follows: null,
  doNotEvaluate: false,
  criteria: 10,
  indicators: 47,
  shippedChanged: true
}

it("shows what a set says, that only its frame is known, and every load of it: when, from whom, out of which file", async () => {
  const client = answering({
    "/criteria-sets": { items: [set] },
    "/criteria-sets/xa-ntm-2026-2030": set,
    "/criteria-sets/xa-ntm-2026-2030/versions": {
      items: [
        version,
        {
          ...version,
          knownFrom: "2026-01-01T00:00:00.000Z",
          knownUntil: version.knownFrom,
          recordedBy: null,
          programVersion: "0.5.0",
          file: null,
          doNotEvaluate: true,
          indicators: 0,
          shippedChanged: false
        }
      ]
    }
  })
  showPage(SetPage, client, "/bo-tieu-chi?bo=xa-ntm-2026-2030")
  expect(await screen.findByText(/Mới biết tên tiêu chí/)).toHaveTextContent("ntm sets load")
  expect(screen.getByText("51/2025/QĐ-TTg (29/12/2025)")).toBeVisible()
  expect(screen.getByText("chưa có chỉ tiêu nào trong hệ thống")).toBeVisible()
  const loads = await screen.findByRole("region", { name: /^Các lần nạp \(/ })
  expect(within(loads).getByRole("row", { name: /^01\/03\/2026 09:30/ })).toHaveTextContent(
    "nayNguyễn Thị Lan · phu-luc.json10 tiêu chí, 47 chỉ tiêu"
  )
  expect(within(loads).getByRole("row", { name: /^01\/01\/2026 07:00/ })).toHaveTextContent("kèm chương trình 0.5.0")
  expect(screen.getByText(/Bản kèm chương trình nay khác/)).toBeVisible()
})

it("tells each line as in force on a day, by which decision, who is in charge, and which units are of which group", async () => {
  const client = answering({
    "/criteria-sets": { items: [set] },
    "/criteria-sets/xa-ntm-2026-2030": set,
    "/criteria-sets/xa-ntm-2026-2030/versions": { items: [version] }
  })
  const { unmount } = showPage(SetPage, client, "/bo-tieu-chi?bo=xa-ntm-2026-2030")
  const lines = await screen.findByRole("region", { name: "2 tiêu chí" })
  expect(lines).toHaveTextContent(
    /2\.1 ?Đường.*road ≥ 80 %.*Phụ trách: Bộ Xây dựng · theo 7\/2026\/QĐ-TTg, từ 01\/07\/2025/
  )
  const head = screen.getByRole("region", { name: "Bộ 2026-2030" })
  expect(head).toHaveTextContent("2 tiêu chí, 1/47 chỉ tiêu")
  expect(head).toHaveTextContent("7/2026/QĐ-TTg, từ 01/07/2025: Sửa chỉ tiêu đường chưa biết hết các thay đổi")
  expect(head).toHaveTextContent("Xã nhóm 3: xã khu vực III")
  unmount()
  showPage(SetPage, client, "/bo-tieu-chi?bo=xa-ntm-2026-2030&as_of=2025-06-30")
  expect(await screen.findByRole("region", { name: "2 tiêu chí" })).toHaveTextContent(/road ≥ 90 %/)
})

import { Dong } from "@ntm/domain/values"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { width as cells } from "../parts/text.ts"
import { answerTo } from "../testing/money-sample.ts"
import { moneyLoaded } from "./money-arriving.ts"
import { moneyLines } from "./money-lines.ts"
import { type Frame, type MoneyState, noMoney } from "./money-state.ts"
import { stepMoney } from "./money-step.ts"
import { moneyWanted } from "./money-wanted.ts"

const hint = { place: "Hải Phòng", day: null, table: { year: 2024, stage: "mobilised" } } as const
const frame = (width: number, height = 25, lang: "vi" | "en" = "vi"): Frame => ({ width, height, lang })

const answered = (money: MoneyState): MoneyState => {
  const [read] = moneyWanted(money, hint)
  return read === undefined ? money : answered(moneyLoaded(money, read, answerTo(read)))
}
/** "jRR": j and k move, R is the right arrow, E is Enter. */
const press = (money: MoneyState, keys: string, of: Frame): MoneyState =>
  Array.from(keys).reduce(
    (state, text) =>
      answered(
        stepMoney(
          state,
          text === "R"
            ? { _tag: "Key", key: "right" }
            : text === "E"
              ? { _tag: "Key", key: "enter" }
              : { _tag: "Typed", text },
          of
        )
      ),
    money
  )
const lines = (of: Frame, keys = "") => moneyLines(press(answered(noMoney), keys, of), of)
const text = (of: Frame, keys = "") => lines(of, keys).map(plain).join("\n")

describe("the table of any source by any unit", () => {
  it("says what it is of, and marks what is doubted by a sign", () => {
    const shown = text(frame(98))
    expect(text(frame(118))).toMatch(
      /^thành phố Hải Phòng · năm 2024 · Huy động · Cấp huyện · triệu đồng · theo ranh giới ngày 31\/12\/2024/
    )
    expect(shown).toMatch(/nguồn 1\/5 › · 1\/3$/m)
    expect(shown).toMatch(/^huyện An Lão +1\.601\.000 +501\.000 +▲ 493\.227 +490\.452/m)
    expect(text(frame(106), "jRRRR")).toMatch(/^huyện Cát Hải .* 507\.773 +–$/m)
    expect(shown).toMatch(/^Tổng +2\.201\.000/m)
  })

  it("tells the chosen cell with its sentence, below in a narrow window and beside in a wide one", () => {
    const narrow = text(frame(98), "jRR")
    expect(narrow).toContain("huyện An Lão · Vốn đầu tư công: 493.227 triệu đồng")
    expect(narrow).toContain("▲ huyện An Lão, vốn đầu tư công: văn bản ghi 493227, các phần cộng lại 490452")
    const wide = text(frame(140), "jRR")
    expect(wide).toMatch(/│ ▲ Tổng không bằng các phần/)
    expect(wide).toMatch(/│ = 493,227 tỷ đồng/)
    expect(wide).toMatch(/│ trong đó 2\.775 triệu đồng chưa giải/)
  })

  it("goes down to the unit, where the very amount that is not explained stands alone", () => {
    expect(text(frame(98), "jE")).toMatch(/^Chênh lệch của dòng tổng? +2\.775 +2\.775 +▲ 2\.775 +–/m)
  })

  it("prints in tỷ on u, and the other language", () => {
    expect(text(frame(98), "u")).toMatch(/^huyện An Lão +1\.601 +501 +▲ 493,227/m)
    expect(text(frame(98, 25, "en"))).toMatch(/^Total +2\.201\.000/m)
  })

  it("cuts no amount: columns are as wide as the longest, and fewer of them are on show", () => {
    const money = answered(noMoney)
    const { pivot } = money
    if (pivot === null) throw new Error("the sample has a table")
    const precise = Schema.decodeUnknownSync(Dong)(139_272_725_693)
    const [first, ...others] = pivot.pivot.total
    const total = [
      first === null || first === undefined ? null : { ...first, amount: precise, illustrative: true },
      ...others
    ]
    const long = { ...money, pivot: { ...pivot, pivot: { ...pivot.pivot, total } } }
    const shown = moneyLines(long, frame(98)).map(plain).join("\n")
    expect(shown).toMatch(/^Tổng +139\.272,725693° /m)
    expect(shown).toMatch(/^huyện An Lão +1\.601\.000 +501\.000 +▲ 493\.227$/m)
  })

  it("lists stages and entries on pages of their own", () => {
    expect(text(frame(98), "ji")).toMatch(/Tổng cộng +1\.700\.000 +– +1\.601\.000 +800\.500 +50 +50/)
    expect(text(frame(98), "je")).toMatch(
      /7 +31\/12\/2024 +huyện An Lão \(313\) +Vốn đầu tư công +Huy động +2\.775 +chưa giải/
    )
  })

  it("says that nothing is stated for a year, and not that it is zero", () => {
    expect(text(frame(98), "]")).toContain("Không có khoản nào của đơn vị này trong năm và giai đoạn này.")
  })

  it("fills no more than its room, in any window and whatever lies over it", () => {
    for (const [width, height] of [
      [38, 7],
      [60, 12],
      [98, 25],
      [118, 30],
      [200, 50]
    ] as const)
      for (const keys of ["", "jRR", "jE", "/an", "d", "ji", "je", "x"])
        for (const lang of ["vi", "en"] as const) {
          const drawn = lines(frame(width, height, lang), keys)
          expect(drawn.length).toBeLessThanOrEqual(height)
          for (const line of drawn) expect(cells(plain(line))).toBeLessThanOrEqual(width)
        }
  })
})

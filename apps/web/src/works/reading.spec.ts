import { ApiProblem } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { mainField, readPayment, readReport, refusedFields } from "./reading.ts"

describe("a report on a work as typed", () => {
  it("reads days and amounts as people here write them", () => {
    expect(readReport(7, "volume", { day: "5/3/2025", amount: "1,25 tỷ" }, [])).toEqual({
      row: {
        work: 7,
        day: "2025-03-05",
        body: { _tag: "volume", done: 1_250_000_000 },
        document: null,
        evidence: [],
        note: null,
        illustrative: false
      }
    })
  })

  it("refuses an amount without its unit, a day that is not in the calendar, and blanks, each at its field", () => {
    const read = readReport(7, "accepted", { day: "31/6/2025", amount: "350" }, [])
    expect("wrong" in read && [...read.wrong.keys()]).toEqual(["day", "amount"])
    expect("wrong" in read && read.wrong.get("amount")?.[0]?.vi).toMatch(/đơn vị/)
    const blank = readReport(7, "problem", {}, [])
    expect("wrong" in blank && [...blank.wrong.keys()].toSorted()).toEqual(["category", "day", "text"])
  })

  it("says to whom a step hands over, or nothing", () => {
    const typed = { day: "05/03/2025", step: "handover", event: "done", by: "  UBND xã  " }
    expect(readReport(7, "step", typed, [])).toMatchObject({ row: { body: { by: "UBND xã" } } })
    expect(readReport(7, "step", { ...typed, by: " " }, [])).toMatchObject({ row: { body: { by: null } } })
  })
})

describe("a payment as typed", () => {
  it("is money of the commune, paid, for the work", () => {
    const typed = { day: "05/03/2025", amount: "350 triệu", source: "investment.province", year: "2024" }
    expect(readPayment(7, "11824", typed)).toEqual({
      row: {
        unit: "11824",
        tier: "commune",
        source: "investment.province",
        year: 2024,
        stage: "disbursed",
        amount: 350_000_000,
        day: "2025-03-05",
        work: 7,
        document: null
      }
    })
  })
})

describe("what the server refuses", () => {
  const refusal = new ApiProblem({
    type: "urn:ntm:problem:works-refused",
    title: "Sai",
    titleEn: "Wrong",
    status: 422,
    errors: [
      { path: "rows[0].body.done", message: "vượt giá trị hợp đồng", messageEn: "over the contract" },
      { path: "rows[0].body", message: "lùi so với kỳ trước" },
      { path: "rows[0].day", message: "ở tương lai" },
      { path: "rows[0]", message: "trùng" }
    ]
  })

  it("is told at the field that it is about; the rest for the whole form", () => {
    const wrong = refusedFields(refusal, ["amount", "day"], { body: mainField.volume, done: "amount" })
    expect(wrong.get("amount")).toEqual([
      { vi: "vượt giá trị hợp đồng", en: "over the contract" },
      { vi: "lùi so với kỳ trước", en: "lùi so với kỳ trước" }
    ])
    expect(wrong.get("day")).toEqual([{ vi: "ở tương lai", en: "ở tương lai" }])
    expect(wrong.get("")).toEqual([{ vi: "trùng", en: "trùng" }])
    expect(refusedFields(new Error("x"), []).size).toBe(0)
  })
})

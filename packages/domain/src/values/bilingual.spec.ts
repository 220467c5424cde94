import { describe, expect, it } from "vitest"
import { bothLanguages, quoted } from "./bilingual.ts"

describe("quoted", () => {
  it("repeats a short text whole and cuts a long one after 60 characters", () => {
    expect(quoted("31/6/2025")).toBe("“31/6/2025”")
    expect(quoted("đ".repeat(60))).toBe(`“${"đ".repeat(60)}”`)
    expect(quoted("đ".repeat(1_000_000))).toBe(`“${"đ".repeat(60)}…”`)
  })
})

describe("bothLanguages", () => {
  it("puts Vietnamese first", () => {
    expect(bothLanguages({ vi: "Chưa có số", en: "No number" })).toBe("Chưa có số · No number")
  })
})

import { describe, expect, it } from "vitest"
import { addressOf } from "./address.ts"
import { ApiProblem } from "./problem.ts"

describe("addressOf", () => {
  it("fills the path and puts the rest into the query, percent-encoded", () => {
    expect(addressOf("/documents/:id/results", { id: "kh 61/2025" })).toBe("/api/v1/documents/kh%2061%2F2025/results")
    expect(addressOf("/units", { q: "Thủy & Nguyên", limit: 5 })).toBe(
      "/api/v1/units?q=Th%E1%BB%A7y+%26+Nguy%C3%AAn&limit=5"
    )
  })

  it("leaves out query keys that are undefined or empty", () => {
    expect(addressOf("/figures", { q: "", document: undefined })).toBe("/api/v1/figures")
  })

  it("does not mistake a field for another whose name begins the same", () => {
    expect(addressOf("/documents/:id", { id: "a", identity: "b" })).toBe("/api/v1/documents/a?identity=b")
  })

  it("does not read a value as a pattern or as another field", () => {
    expect(addressOf("/a/:id/:code", { id: ":code", code: "$&" })).toBe("/api/v1/a/%3Acode/%24%26")
  })

  it.each(["", ".", ".."])("refuses %j in the path, which would lead to another address", (id) => {
    expect(() => addressOf("/documents/:id", { id })).toThrow(ApiProblem)
  })
})

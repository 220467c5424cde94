import { describe, expect, it } from "vitest"
import { codeOf, textOf } from "./explain.ts"
import { QueryFailed } from "./query-failed.ts"

describe("what PostgreSQL refused, in words", () => {
  it("is its own message with the detail, without what wraps it", () => {
    const refused = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (id)=(1)" })
    const wrapped = new Error("Failed query: insert …", { cause: refused })
    expect([textOf(wrapped), codeOf(wrapped)]).toEqual(["duplicate key (Key (id)=(1))", "23505"])
    expect(new QueryFailed({ cause: wrapped }).state).toBe("23505")
    expect(new QueryFailed({ cause: "away" }).state).toBeNull()
    const away = (code: string) => new QueryFailed({ cause: Object.assign(new Error("no"), { code }) }).isAway
    expect(["ECONNREFUSED", "CONNECTION_CLOSED", "08006", "57P01", "57P03", "53300"].map(away)).toEqual(
      Array.from({ length: 6 }, () => true)
    )
    expect(["23505", "57014", "42501", "42P01"].map(away)).toEqual([false, false, false, false])
  })

  it("is told of anything that was thrown, and never throws itself", () => {
    const bare: unknown = Object.assign(Object.create(null), { message: "broken" })
    const circle: Record<string, unknown> = {}
    circle["self"] = circle
    expect([textOf(bare), textOf(circle), textOf({ a: 1 }), textOf(Symbol("x")), textOf(null)]).toEqual([
      "broken",
      "[object Object]",
      '{"a":1}',
      "Symbol(x)",
      "null"
    ])
    const cyclic: unknown = [circle, 1n]
    for (const thrown of [
      undefined,
      1n,
      () => 1,
      [],
      [1n],
      cyclic,
      Object.create(null),
      { toJSON: () => undefined },
      NaN
    ])
      expect(typeof new QueryFailed({ cause: thrown }).message).toBe("string")
  })
})

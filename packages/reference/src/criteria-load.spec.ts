import { readSetLoad } from "@ntm/exchange"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"

const { criteriaSets } = await Effect.runPromise(loadReference())

describe("the files of the shipped sets, loaded again", () => {
  it.each(criteriaSets.map((set) => [set.id, set] as const))("change nothing: %s", (_, set) => {
    const { problems, sets, warnings } = readSetLoad("tệp", set.source, criteriaSets)
    expect(problems).toEqual([])
    expect(sets).toEqual([{ set, follows: null }])
    expect(warnings.every(({ path }) => path !== "/completeness/doNotEvaluate")).toBe(true)
  })
})

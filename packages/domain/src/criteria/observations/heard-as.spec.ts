import { describe, expect, it } from "vitest"
import { country, idOf } from "../../units/testing/country.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { heardAs } from "./heard-as.ts"
import type { Actor } from "./workflow.ts"
import { type Step, stepRefusal } from "./workflow-judging.ts"

const day = Day.make("2025-03-01")

/** A department in one district, and the officer of a commune in another. */
const lan: Actor = {
  name: "Lan",
  role: "department",
  scope: [idOf("101")],
  agency: "Sở Y tế",
  others: [{ name: "Lan", role: "communeOfficer", scope: [idOf("10201")], agency: null }]
}

const step = (unit: string, from: Step["from"], to: Step["to"]): Step => ({
  from,
  to,
  unit: idOf(unit),
  day,
  input: InputKey.make("xa-ntm-2021-2025/15.1"),
  agencies: ["Sở Y tế"],
  reason: "vì"
})

const heard = (...steps: ReadonlyArray<Step>) => {
  const { actor, checked } = heardAs(
    lan,
    (one) => steps.flatMap((made) => stepRefusal({ register: country.register, actor: one, today: day }, made) ?? []),
    ({ length }) => length
  )
  return [actor.role, checked.map(({ kind }) => kind)]
}

describe("somebody of two offices", () => {
  it("is heard as the one that has leave for the unit, whichever may more", () => {
    expect(heard(step("10101", "submitted", "verified"))).toEqual(["department", []])
    expect(heard(step("10201", "draft", "submitted"))).toEqual(["communeOfficer", []])
  })

  it("is refused as the nearest where neither has", () => {
    expect(heard(step("10201", "submitted", "verified"))).toEqual(["department", ["notInScope"]])
    expect(heard(step("10201", "draft", "submitted"), step("10202", "draft", "submitted"))).toEqual([
      "communeOfficer",
      ["notInScope"]
    ])
  })

  it("does not do one half as this and the other as that", () => {
    const [, kinds] = heard(step("10101", "submitted", "verified"), step("10201", "draft", "submitted"))
    expect(kinds).toHaveLength(1)
  })
})

import type { Relative } from "@ntm/domain/units"
import { describe, expect, it } from "vitest"
import { sample } from "../testing/unit-sample.ts"
import { nearestKin } from "./kin.ts"

const kin = (unit: Relative["unit"], low: number, high = low): Relative => ({
  unit,
  share: { low, high },
  inferred: false,
  notes: []
})

describe("what takes a unit's place on another day", () => {
  const { aiQuoc, city, dungTien, oldCity, vinhAn, vinhThuan } = sample

  it("is the unit itself where it stands, by whatever name", () => {
    const renamed = { ...vinhAn, name: "An Vĩnh" }
    const namesake = { ...dungTien, name: vinhAn.name }
    expect(nearestKin(vinhAn, [kin(namesake, 1), kin(renamed, 0.1)])?.unit).toBe(renamed)
  })

  it("is else the one of its name", () => {
    expect(nearestKin(city, [kin(vinhAn, 1), kin(oldCity, 0.2)])?.unit).toBe(oldCity)
  })

  it("is else the one with which it shares most, the first among equals", () => {
    expect(nearestKin(dungTien, [kin(aiQuoc, 0.2), kin(vinhThuan, 0.8)])?.unit).toBe(vinhThuan)
    expect(nearestKin(dungTien, [kin(aiQuoc, 0, 1), kin(vinhThuan, 0.5)])?.unit).toBe(aiQuoc)
  })

  it("is nothing where nothing stands on its ground", () => {
    expect(nearestKin(vinhAn, [])).toBeUndefined()
  })
})

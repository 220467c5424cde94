import { columnKey, type InputCatalogue, inputColumn } from "@ntm/domain/criteria"
import { type Chronicle, descendantsOn, type Unit } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Wish } from "./invert.ts"
import { anything, both, type Range, valueIn } from "./ranges.ts"

/** What is asked of one value of one unit, by all lines together. */
export interface Place {
  readonly unit: Unit
  readonly wish: Wish
  readonly range: Range
  /** The lines: "hp-xa-ntm-2021-2025 10; …". */
  readonly lines: string
}

const keyOf = ({ input, leaf, of }: Wish): string =>
  of === "window" && leaf.of === "window" ? columnKey(leaf) : inputColumn(input)

/** Everything that was asked so far, by unit and value; what several lines ask of one value is joined. */
export class Book {
  private readonly found = new Map<string, Place>()
  private readonly chronicle: Chronicle
  private readonly day: Day
  private readonly inputs: InputCatalogue

  constructor(chronicle: Chronicle, day: Day, inputs: InputCatalogue) {
    this.chronicle = chronicle
    this.day = day
    this.inputs = inputs
  }

  /** The units whose value a wish is about: the unit itself, or all below it. */
  private unitsOf(unit: Unit, { leaf }: Wish): ReadonlyArray<Unit> {
    if (leaf.of !== "leastBelow") return [unit]
    return descendantsOn(this.chronicle.register, unit.id, this.day).filter(({ level }) => level === leaf.level)
  }

  private rangeWith(unit: Unit, wish: Wish): Range {
    return both(this.found.get(`${unit.id} ${keyOf(wish)}`)?.range ?? anything, wish.range)
  }

  /** Whether there is a value that also does what was asked before. */
  allows(unit: Unit, wish: Wish): boolean {
    const spec = this.inputs.get(wish.input)
    return (
      spec !== undefined &&
      this.unitsOf(unit, wish).every((one) => valueIn(this.rangeWith(one, wish), spec, 0) !== undefined)
    )
  }

  /** Whether anything was asked of the value yet. */
  asks(unit: Unit, wish: Wish): boolean {
    return this.found.has(`${unit.id} ${keyOf(wish)}`)
  }

  ask(unit: Unit, wish: Wish, line: string): void {
    for (const one of this.unitsOf(unit, wish)) {
      const name = `${one.id} ${keyOf(wish)}`
      const before = this.found.get(name)
      const lines = before === undefined ? line : `${before.lines}; ${line}`
      this.found.set(name, { unit: one, wish, range: this.rangeWith(one, wish), lines })
    }
  }

  places(): Iterable<Place> {
    return this.found.values()
  }
}

import type { Bilingual } from "../values/index.ts"
import type { Cause } from "./cause.ts"
import type { Finding, FindingKind, Place, Severity } from "./finding.ts"
import { inUnitOf, type Statement } from "./statement.ts"

/** How many relations were looked at: those that hold, and those that nothing decides (an open split, a blank cell). */
export interface Checked {
  readonly relations: number
  readonly held: number
  readonly open: number
}

/** A split that the document leaves open: its parts do not make the total, and need not. For a person to look at. */
export interface OpenSplit {
  readonly place: Place
  readonly message: Bilingual
}

/** What a check says about a relation that does not hold. */
export interface Doubt {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly stated: Statement
  readonly against: ReadonlyArray<Statement>
  /** What the related statements give, in ticks. */
  readonly expected: bigint
  readonly cause: Cause | null
  readonly message: Bilingual
}

/** Collects what the checks see. One per reconciliation. */
export class Report {
  readonly findings: Array<Finding> = []
  readonly openSplits: Array<OpenSplit> = []
  private held = 0
  private open = 0
  private readonly ids = new Set<string>()

  holds(): void {
    this.held++
  }

  undecided(): void {
    this.open++
  }

  leavesOpen(total: Statement, message: Bilingual): void {
    this.open++
    this.openSplits.push({ place: total.place(), message })
  }

  doubt(doubt: Doubt): void {
    const { stated } = doubt
    const places: [Place, ...Array<Place>] = [stated.place(), ...doubt.against.map((statement) => statement.place())]
    const [first] = places
    const second = places[1]
    const id = [
      doubt.kind,
      first.document,
      first.file + first.path,
      second === undefined ? "" : second.document + second.path
    ]
      .filter((part) => part !== "")
      .join(":")
    // Two relations can say the same of the same numbers (a part of a total, and out of it): told once.
    if (this.ids.has(id)) return
    this.ids.add(id)
    this.findings.push({
      id,
      kind: doubt.kind,
      severity: doubt.severity,
      places,
      stated: stated.value,
      expected: inUnitOf(stated, doubt.expected),
      difference: inUnitOf(stated, stated.claim.mid - doubt.expected),
      unit: stated.unit,
      cause: doubt.cause,
      message: doubt.message
    })
  }

  checked(): Checked {
    return { relations: this.held + this.open + this.findings.length, held: this.held, open: this.open }
  }
}

/** Error where the two differ by a hundredth or more, or where things counted differ at all; warning below. */
export const byMateriality = (stated: Statement, expected: bigint): Severity => {
  const difference = stated.claim.mid - expected
  const size = difference < 0n ? -difference : difference
  const whole = expected < 0n ? -expected : expected
  return (stated.measure.exact && stated.decimals === 0) || size * 100n >= whole ? "error" : "warning"
}

import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day, Moment } from "../values/index.ts"
import { type Procedure, ProcedureId } from "./procedure.ts"
import { proceduresTaken } from "./procedure-load.ts"
import { procedureOfDossier, proceduresKnown, type ProcedureVersion } from "./procedure-versions.ts"
import { testDossier, testProcedure } from "./testing/dossiers.ts"

const later: Procedure = {
  ...testProcedure,
  id: ProcedureId.make("xa-sau"),
  form: "twoTier",
  from: Day.make("2025-07-01"),
  to: null
}
const named: Procedure = { ...testProcedure, name: { vi: "Tên khác", en: "Another name" } }

const changes = (loaded: ReadonlyArray<Procedure>, known: ReadonlyArray<Procedure>) =>
  Result.map(proceduresTaken(loaded, known), (all) => all.map(({ change, procedure }) => `${procedure.id} ${change}`))
const paths = (loaded: ReadonlyArray<Procedure>, known: ReadonlyArray<Procedure>) =>
  Result.match(proceduresTaken(loaded, known), {
    onSuccess: () => [],
    onFailure: ({ problems }) => problems.map(({ message, path }) => [path, message.vi])
  })

describe("a file of procedures", () => {
  it("replaces those of its ids, whatever the order of keys, and comes beside the others", () => {
    const reordered = { ...Object.fromEntries(Object.entries(testProcedure).toReversed()), ...testProcedure }
    expect(changes([reordered, later], [testProcedure])).toEqual(Result.succeed(["xa-thu unchanged", "xa-sau added"]))
    expect(changes([named], [later, testProcedure])).toEqual(Result.succeed(["xa-thu replaced"]))
  })

  it("is held against what is known, and every reason stands at its place in the file", () => {
    const beside = { ...testProcedure, id: ProcedureId.make("xa-khac"), from: Day.make("2025-06-01") }
    expect(paths([later, { ...beside, papers: testProcedure.papers.slice(1) }], [testProcedure])).toEqual([
      ["procedures[1].steps[0].papers[0]", "không có giấy tờ “assessment”"],
      [
        "procedures[1]",
        "trùng thời gian với “xa-thu” về Xã đạt chuẩn nông thôn mới, Xã nông thôn mới nâng cao từ 01/06/2025"
      ]
    ])
    // Ended before in the same file, the known one makes room.
    expect(paths([{ ...testProcedure, to: Day.make("2025-05-31") }, beside], [testProcedure])).toEqual([])
    expect(paths([later, later], [])).toContainEqual(["procedures[1].id", "trình tự “xa-sau” có hai lần"])
  })
})

describe("what was known of a procedure", () => {
  const origin = { recordedBy: null, programVersion: null, file: null, sha256: null, shippedChanged: false }
  const version = (procedure: Procedure, from: string, until: string | null): ProcedureVersion => ({
    ...origin,
    procedure,
    knownFrom: Moment.make(from),
    knownUntil: until === null ? null : Moment.make(until)
  })
  const change = "2025-04-01T00:00:00.000Z"
  const versions = [version(testProcedure, "2025-01-01T00:00:00.000Z", change), version(named, change, null)]

  it("is told by the moment", () => {
    expect(proceduresKnown(versions, null)).toEqual([named])
    expect(proceduresKnown(versions, Moment.make("2025-03-31T23:59:59.999Z"))).toEqual([testProcedure])
    expect(proceduresKnown(versions, Moment.make(change))).toEqual([named])
    expect(proceduresKnown(versions, Moment.make("2024-12-31T00:00:00.000Z"))).toEqual([])
  })

  it("stays for a dossier as it was when the dossier was opened", () => {
    const of = procedureOfDossier(versions)
    expect(of(testDossier)).toBe(testProcedure)
    expect(of({ ...testDossier, recordedAt: Moment.make(change) })).toBe(named)
    expect(of({ ...testDossier, recordedAt: Moment.make("2024-01-01T00:00:00.000Z") })).toBe(testProcedure)
    expect(of({ ...testDossier, procedure: later.id })).toBeUndefined()
    // Nothing took the place of what ended: what was known last holds.
    expect(procedureOfDossier(versions.slice(0, 1))({ ...testDossier, recordedAt: Moment.make(change) })).toBe(
      testProcedure
    )
  })
})

import type { Problem } from "@ntm/contract"
import { AccessRefused, type Action } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { SignInNeeded } from "../people/errors.ts"
import type { ApiEnv } from "./api-env.ts"
import { type ApiError, OutsideScope } from "./errors.ts"
import { problemCatalogue, refuse } from "./problems.ts"

const sentence = { vi: "sai", en: "wrong" }
const day = Day.make("2025-06-20")

/** A batch of whose rows each is refused for a kind. */
const batch = (tag: string, ...kinds: ReadonlyArray<string>): ApiError => {
  const problems = kinds.map((kind, row) => ({
    row,
    field: "unit",
    kind,
    sentence,
    rule: null,
    next: null,
    mayAct: []
  }))
  // As the rooms of the domain make them; only what is told of one is asked here.
  return { _tag: tag, problems, count: problems.length, rows: problems.length } as never
}
const told = (tag: string, more: object): ApiError => ({ _tag: tag, ...more }) as never

const refused = new AccessRefused({
  kind: "units",
  action: "works.record",
  day,
  mayAct: ["administrator"],
  sentence,
  next: sentence
})

/** Every refusal by a rule of a room, or by the table of who may do what. */
const ofRules: ReadonlyArray<ApiError> = [
  refused,
  new OutsideScope({ refused }),
  new SignInNeeded({ sentence, next: sentence }),
  ...["Observations", "Funding", "Works", "Inventory", "Tasks", "Recommendations", "Dossiers", "People"].map((room) =>
    batch(`${room}Refused`, "form")
  ),
  told("CriteriaSetRefused", { problems: [{ path: "a", message: sentence }] }),
  told("ProceduresRefused", { problems: [{ path: "a", message: sentence }] }),
  told("EvidenceRefused", { problems: [{ kind: "name", sentence }] }),
  told("ReorganisationRefused", { refusals: [{ change: 0, kind: "x", sentence }] }),
  told("RegisterChanged", { event: "x" }),
  told("SecondFactorNeeded", { has: false }),
  told("SecondFactorNeeded", { has: true }),
  told("ConfirmNeeded", {}),
  told("ChangesStayLocal", {}),
  told("EverythingNeeded", {}),
  told("WebhookRefused", { reason: "insecure" }),
  told("EntryAhead", { since: 8, last: 7 })
]

/** Where nobody signs in there are none of these. */
const signingIn: ReadonlySet<string> = new Set(["SignInNeeded", "SecondFactorNeeded", "ConfirmNeeded"])

/** Refusals that no rule of the programme makes: of the form of a request, of its way, of a credential. They say what to do in their words. */
const ofRequests: ReadonlySet<string> = new Set([
  "InvalidParameters",
  "InvalidBody",
  "CredentialRefused",
  "SignInRefused",
  "TooManyRequests",
  "TooManyAtOnce",
  "KeyReused",
  "KeyInProgress",
  "KeyUnsettled",
  "ToldOnce",
  "ChangedMeanwhile",
  "SayWhatYouSaw"
])

const answered = async (error: ApiError, action?: Action): Promise<Problem> => {
  const app = new Hono<ApiEnv>()
  app.get("/", (c) => {
    c.set("day", day)
    if (action !== undefined) c.set("action", action)
    return refuse(c, error)
  })
  return (await (await app.request("/")).json()) as Problem
}

describe("problems", () => {
  it("are all heard of here: each that refuses is a rule's, or a request's", () => {
    const refusing = problemCatalogue.filter(({ status }) => [401, 403, 409, 412, 422, 428, 429].includes(status))
    const known = new Set([...ofRules.map(({ _tag }) => _tag as string), ...ofRequests])
    expect(refusing.map(({ tag }) => tag).filter((tag) => !known.has(tag))).toEqual([])
    expect(new Set(problemCatalogue.map(({ name }) => name)).size).toBe(problemCatalogue.length)
  })

  it.each(ofRules.map((error) => [error._tag, error] as const))(
    "%s names the rule, the day, who may act and the next step, in both languages",
    async (_tag, error) => {
      const both = { vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) }
      expect(await answered(error, "works.record")).toMatchObject({
        detail: expect.any(String),
        detailEn: expect.any(String),
        rule: "works.record",
        asOf: day,
        whoMay: expect.arrayContaining([expect.objectContaining({ role: "administrator", ...both })]),
        next: both
      })
      // Where nobody signs in the rule is that of the room.
      if (!signingIn.has(_tag)) expect((await answered(error)).rule).toMatch(/^[a-z]+\.[a-z]+$/)
    }
  )

  it.each([
    ["WorksRefused", ["unknownWork"], 404, "rows-not-found"],
    ["WorksRefused", ["unknownWork", "notInScope"], 403, "outside-scope"],
    ["WorksRefused", ["unknownWork", "futureDay"], 422, "works-refused"],
    ["DossiersRefused", ["unknownDossier", "unknownDossier"], 404, "rows-not-found"],
    ["TasksRefused", ["notAllowed"], 403, "outside-scope"],
    ["ObservationsRefused", ["notInCharge"], 403, "outside-scope"],
    ["ObservationsRefused", ["unknownObservation"], 404, "rows-not-found"],
    // A certificate does not end: a rule of the room, not of who asks.
    ["InventoryRefused", ["notAllowed"], 422, "inventory-refused"],
    ["FundingRefused", ["notInScope"], 403, "outside-scope"]
  ] as const)("%s of rows that are %j is answered %i %s, row by row", async (tag, kinds, status, name) => {
    const problem = await answered(batch(tag, ...kinds))
    expect([problem.status, problem.type]).toEqual([status, `urn:ntm:problem:${name}`])
    expect(problem.errors?.map(({ kind, path }) => [path, kind])).toEqual(
      kinds.map((kind, row) => [`rows[${row}].unit`, kind])
    )
    expect(problem.next?.vi).toMatch(/\S/)
  })
})

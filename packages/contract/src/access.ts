import type { Action } from "@ntm/domain/people"
import { api } from "./client.ts"

/** The same nouns as `api`, with the action that each question is. */
type Actions<Group> = {
  readonly [K in keyof Group]: Group[K] extends { readonly path: string } ? Action : Actions<Group[K]>
}

const reference = "reference.read"
const facts = "facts.read"

/**
 * What asking each question of the API is, for the table of who may do what. An endpoint without a row does not compile.
 *
 * **Details** A question sent with a body that changes nothing is a reading.
 */
export const access: Actions<typeof api> = {
  health: "public.read",
  session: {
    now: "public.read",
    signIn: "public.read",
    secondFactor: "public.read",
    link: "public.read",
    demonstration: "public.read",
    provider: "public.read",
    confirm: "session.own",
    signOut: "public.read",
    password: "session.own",
    startSecondFactor: "session.own",
    endSecondFactor: "session.own",
    calendar: "session.own",
    renewCalendar: "session.own",
    calendarFile: "public.read"
  },
  sessions: { list: "session.own", endOthers: "session.own", end: "session.own" },
  devices: { start: "public.read", token: "public.read", answer: "session.own" },
  people: {
    list: "people.manage",
    history: "people.manage",
    account: "people.manage",
    invite: "people.manage",
    link: "people.manage",
    give: "people.manage",
    end: "people.manage",
    close: "people.manage",
    open: "people.manage",
    endSessions: "people.manage",
    endAllSessions: "people.manage",
    endSecondFactor: "people.manage"
  },
  keys: { list: "keys.manage", create: "keys.manage", revoke: "keys.manage" },
  documents: { list: reference, get: reference, figures: reference, findings: reference },
  units: { list: reference, tree: reference, get: reference, lineage: reference, history: reference },
  map: { get: reference },
  boundaries: { list: reference, check: "units.boundaries", record: "units.boundaries" },
  reorganisations: {
    list: reference,
    get: reference,
    preview: "units.preview",
    apply: "units.reorganise",
    undo: "units.reorganise"
  },
  criteria: {
    list: reference,
    get: reference,
    differences: reference,
    results: reference,
    versions: reference,
    preview: reference,
    load: "sets.load"
  },
  observations: {
    history: facts,
    inForce: facts,
    record: "values.record",
    move: "values.move",
    rebuild: "values.rebuild",
    inputs: reference,
    ofUnit: facts,
    ofInput: facts,
    data: facts,
    structure: reference
  },
  evidence: { keep: "evidence.keep", file: facts },
  series: { asked: facts },
  assessments: { unit: facts, whatIf: facts, matrix: facts, group: facts, replacement: facts, targets: facts },
  proofs: { unit: facts, annex: facts },
  movements: { group: facts },
  funding: {
    tables: reference,
    sources: reference,
    stated: facts,
    pivot: facts,
    stages: facts,
    years: facts,
    entries: facts,
    activities: facts,
    record: "funding.record"
  },
  works: {
    list: facts,
    one: facts,
    batches: facts,
    curve: facts,
    slips: facts,
    debt: facts,
    land: facts,
    alerts: facts,
    releases: facts,
    records: facts,
    approve: "works.record",
    report: "works.record",
    giveLand: "works.record",
    followLand: "works.record"
  },
  assignments: {
    list: facts,
    tasks: facts,
    due: facts,
    task: facts,
    timeline: facts,
    load: facts,
    calendar: facts,
    record: "tasks.report"
  },
  agencies: { list: reference, one: reference, calendar: reference, period: reference },
  recommendations: { list: facts, one: facts, limitations: facts, record: "recommendations.answer" },
  dossiers: {
    list: facts,
    one: facts,
    procedures: reference,
    previewProcedures: reference,
    loadProcedures: "sets.load",
    check: facts,
    rehearsal: facts,
    bundle: facts,
    open: "dossiers.open",
    record: "dossiers.record",
    survey: "dossiers.record"
  },
  inventory: { list: facts, counts: facts, record: "registers.record", follow: "registers.record" },
  audit: {
    list: "audit.read",
    entry: "audit.read",
    sealed: "audit.read",
    differences: "audit.read",
    checkpoint: "audit.read"
  },
  changes: { list: "changes.read" },
  webhooks: {
    list: "webhooks.manage",
    create: "webhooks.manage",
    rotate: "webhooks.manage",
    switch: "webhooks.manage",
    replay: "webhooks.manage",
    remove: "webhooks.manage",
    deliveries: "webhooks.manage"
  }
}

/** A question as a request names it. */
export interface EndpointAction {
  readonly method: "GET" | "POST"
  /** Below `API_ROOT`, parameters as `:name`. */
  readonly path: string
  readonly action: Action
}

const listed = (group: object, actions: object): ReadonlyArray<EndpointAction> =>
  Object.entries(group).flatMap(([name, member]: [string, object]): ReadonlyArray<EndpointAction> => {
    const action: unknown = Object.entries(actions).find(([each]) => each === name)?.[1]
    if (!("path" in member) || typeof member.path !== "string") return listed(member, action as object)
    const method = "body" in member || "sends" in member ? "POST" : "GET"
    return [{ method, path: member.path, action: action as Action }]
  })

/** Every question of the API with its action, in the order of `api`. */
export const endpointActions: ReadonlyArray<EndpointAction> = listed(api, access)

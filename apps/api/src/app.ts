import { API_ROOT, type Health } from "@ntm/contract"
import { describedEndpoints } from "@ntm/contract/openapi"
import type { Actor } from "@ntm/domain/criteria"
import { type Effect, Layer, ManagedRuntime } from "effect"
import { Hono, type MiddlewareHandler } from "hono"
import { requestId } from "hono/request-id"
import { assessmentRoutes } from "./assessments/routes.ts"
import { agencyRoutes } from "./assignments/agency-routes.ts"
import { recommendationRoutes } from "./assignments/recommendation-routes.ts"
import { assignmentRoutes } from "./assignments/routes.ts"
import { makeTasks } from "./assignments/tasks-book.ts"
import { mountChanges } from "./changes/mounting.ts"
import { criteriaRoutes } from "./criteria/routes.ts"
import { documentRoutes } from "./documents/routes.ts"
import { dossierRoutes } from "./dossiers/routes.ts"
import { fundingRoutes } from "./funding/routes.ts"
import { type Probes, probes } from "./health/probes.ts"
import { healthRoutes } from "./health/routes.ts"
import { inventoryRoutes } from "./inventory/routes.ts"
import { ANSWER_MS } from "./http/answering.ts"
import { callers } from "./http/caller.ts"
import { deliver } from "./http/deliver.ts"
import { InternalFault, UnknownPath } from "./http/errors.ts"
import { guard } from "./http/guard.ts"
import { localChanges } from "./http/local-changes.ts"
import type { Desk } from "./http/mount.ts"
import { refuse } from "./http/problems.ts"
import { todayInVietnam } from "./http/today.ts"
import type { Within } from "./http/api-env.ts"
import type { ApiEnv, Log, Ports, Runtime } from "./http/respond.ts"
import { evidenceRoutes } from "./observations/evidence-routes.ts"
import type { Scan } from "./observations/scanner.ts"
import { observationRoutes } from "./observations/routes.ts"
import { seriesRoutes } from "./observations/series-routes.ts"
import { AT_ONCE, type AtOnce, underWay } from "./http/under-way.ts"
import { security } from "./http/security.ts"
import { movementRoutes } from "./movements/routes.ts"
import { tellDeprecated } from "./openapi/deprecation.ts"
import { openApiRoutes } from "./openapi/routes.ts"
import { proofRoutes } from "./proofs/routes.ts"
import { webApp } from "./static.ts"
import { makeBook } from "./works/book.ts"
import { owedByWorks } from "./works/owed.ts"
import { actsAs, actsAsWhoAsks } from "./people/acting.ts"
import { calendarFileRoutes } from "./people/calendar-routes.ts"
import { RATE_LIMITS, type RateLimits } from "./people/limits.ts"
import { limited } from "./people/middleware.ts"
import { mountCallback, mountPeople, type PeopleOptions, sessionWithoutAccounts } from "./people/routes.ts"
import type { WebhooksConfig } from "./webhooks/config.ts"
import { worksRoutes } from "./works/routes.ts"
import { boundariesRoutes } from "./units/boundaries-routes.ts"
import { mapRoutes } from "./units/map-routes.ts"
import { reorganisationRoutes } from "./units/reorganisation-routes.ts"
import { unitRoutes } from "./units/routes.ts"

export interface AppOptions extends Omit<ShellOptions, "log"> {
  readonly health: () => Effect.Effect<Health, never, Ports>
  /** Folder of the built web app; null for the API alone. */
  readonly web: string | null
  /** Host name or address on which the server listens. Changes are taken on the loopback address only. */
  readonly host: string
  /** People who can sign in, each held to what they may; without them everything is readable, and changes are taken from this machine only. */
  readonly people?: PeopleOptions
  /** Where nobody signs in, holds whatever answers a request: to a time. Who signs in is held by `people`. */
  readonly within?: Within
  /** Who writes values down, as long as nobody can sign in: the name that they are recorded under. */
  readonly recorder?: string
  readonly now?: () => Date
  /** Looks at files before they are kept; nobody does, unless told. */
  readonly scan?: Scan
  /** Where webhooks may be sent; to public addresses over https, unless told. */
  readonly webhooks?: WebhooksConfig
  readonly log?: Log
  /** Whether a defect means that the data cannot be reached just now; never, unless told. */
  readonly isOutage?: (defect: unknown) => boolean
  /** How much may be asked in a minute; `RATE_LIMITS` unless told. */
  readonly rates?: RateLimits
  /** How much may be under way at once; `AT_ONCE` unless told. */
  readonly atOnce?: AtOnce
  /** After so many milliseconds an answer that has not begun is given up; `ANSWER_MS` unless told. */
  readonly answerMs?: number
}

/** What stands around every answer. */
export interface ShellOptions {
  readonly log: Log
  /** Whether people reach this server by https. */
  readonly secure?: boolean
  /** Reverse proxies of one's own that every request comes through; none, unless told. */
  readonly proxies?: number
  /** Hears of every request, when it is answered. */
  readonly requests?: MiddlewareHandler<ApiEnv>
  /** Puts requests below a span. */
  readonly telemetry?: MiddlewareHandler<ApiEnv>
  /** Answers whoever watches over the program. */
  readonly probes?: Probes
}

/** The shell around every answer: request id, security headers, limits, and problems instead of stack traces. */
export const makeShell = ({ log, ...options }: ShellOptions): Hono<ApiEnv> => {
  const app = new Hono<ApiEnv>()
  app.use(requestId(), callers(options.proxies ?? 0))
  // A handler that makes a Response of its own (a file, a stream) knows of no headers that were put down before.
  app.use(async (c, next) => {
    await next()
    c.res.headers.set("x-request-id", c.get("requestId"))
  })
  if (options.requests !== undefined) app.use(options.requests)
  if (options.telemetry !== undefined) app.use(options.telemetry)
  app.use(security({ secure: options.secure ?? false }), guard)
  if (options.probes !== undefined) app.use(probes(options.probes))
  app.onError((error, c) => {
    log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    return refuse(c, new InternalFault())
  })
  return app
}

/**
 * The API, and the web app beside it, over whatever stands behind the ports.
 *
 * **Details** A pure composition: nothing is opened or listened to, so `app.request(…)` serves specs and the terminal alike.
 */
export const makeApp = (runtime: Runtime, options: AppOptions): Hono<ApiEnv> => {
  const log = options.log ?? console.error
  const routes = new Hono<ApiEnv>()
  const books = makeBook()
  const desk: Desk = {
    app: routes,
    runtime: ManagedRuntime.make(
      owedByWorks(books).pipe(Layer.provideMerge(Layer.effectContext(runtime.contextEffect)))
    ),
    books,
    things: new Map(),
    log,
    isOutage: options.isOutage ?? (() => false),
    answerMs: options.answerMs ?? ANSWER_MS,
    now: options.now ?? (() => new Date())
  }
  routes.use(async (c, next) => {
    c.set("day", todayInVietnam(desk.now()))
    await next()
  })
  // Before the rule for changes: whoever can sign in from elsewhere has to be able to.
  const rates = options.rates ?? RATE_LIMITS
  const busy = underWay(options.atOnce ?? AT_ONCE, desk.answerMs)
  const people = options.people === undefined ? null : mountPeople(desk, options.people, rates, busy)
  if (people === null) routes.use(limited(rates, null), busy, localChanges(options.host))
  const { within } = options
  if (people === null && within !== undefined)
    routes.use(async (c, next) => {
      c.set("scoped", within)
      await next()
    })
  routes.use(deliver)
  tellDeprecated(
    routes,
    describedEndpoints.map(({ endpoint }) => endpoint)
  )
  if (people === null) sessionWithoutAccounts(desk)
  healthRoutes(desk, options.health)
  documentRoutes(desk)
  unitRoutes(desk)
  const tasks = makeTasks(books)
  reorganisationRoutes(desk, tasks)
  boundariesRoutes(desk)
  mapRoutes(desk)
  assessmentRoutes(desk)
  proofRoutes(desk)
  movementRoutes(desk)
  const actor: Actor = {
    name: options.recorder ?? "Chưa khai báo",
    role: "provincialOffice",
    scope: "all",
    agency: null
  }
  const acts = people === null ? actsAs(actor) : actsAsWhoAsks
  criteriaRoutes(desk, acts)
  observationRoutes(desk, acts)
  evidenceRoutes(desk, acts, options.scan ?? null)
  seriesRoutes(desk)
  fundingRoutes(desk, acts)
  worksRoutes(desk, acts)
  inventoryRoutes(desk, acts)
  assignmentRoutes(desk, tasks, acts)
  if (people !== null) calendarFileRoutes(people, tasks)
  agencyRoutes(desk, tasks)
  recommendationRoutes(desk, tasks, acts)
  dossierRoutes(desk, tasks, acts)
  mountChanges(desk, {
    who: people?.who ?? null,
    owner: people?.owner?.id ?? null,
    recorder: actor.name,
    webhooks: options.webhooks ?? { privately: false }
  })

  const app = makeShell({ ...options, log })
  const page = options.web === null ? null : webApp(options.web)
  openApiRoutes(app, page)
  app.route(API_ROOT, routes)
  if (people !== null) mountCallback(app, people)
  app.all("/api", (c) => refuse(c, new UnknownPath({ path: c.req.path })))
  app.all("/api/*", (c) => refuse(c, new UnknownPath({ path: c.req.path })))
  if (page !== null) app.all("*", page)
  app.notFound((c) => refuse(c, new UnknownPath({ path: c.req.path })))
  return app
}

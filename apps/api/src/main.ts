import { readFileSync } from "node:fs"
import { join } from "node:path"
import { API_ROOT, type Health, makeClient } from "@ntm/contract"
import {
  accountsAdapter,
  alone,
  boundedBy,
  type Database,
  databaseLayer,
  isAtSchema,
  loadedAt,
  migrate,
  postgresVersion,
  QueryFailed,
  scopesLayer,
  showPassword,
  startBundledPostgres,
  storeLayer,
  waitUntilReady
} from "@ntm/store"
import { Scopes } from "@ntm/domain/people"
import { Context, Data, Effect, Layer, ManagedRuntime, Result } from "effect"
import manifest from "../package.json" with { type: "json" }
import { makeApp } from "./app.ts"
import { dailyDigests } from "./digests/daily.ts"
import { keepDigest } from "./digests/keep.ts"
import { makeMailer } from "./digests/mailer.ts"
import { dailyPost } from "./digests/post.ts"
import { readRecipients } from "./digests/recipients.ts"
import { hindranceOf } from "./health/checks.ts"
import type { Hindrance } from "./health/hindrance.ts"
import { clamd } from "./observations/scanner.ts"
import { recorderOf } from "./observations/recorder.ts"
import { isLoopback } from "./http/local-changes.ts"
import { askOwn } from "./http/own-asking.ts"
import { loadPilot } from "./pilot.ts"
import { addressOf, type Config, instanceOf } from "./start/config.ts"
import { passwordNow } from "./start/database-password.ts"
import { takePort } from "./start/port.ts"
import { keepRunning } from "./start/postgres.ts"
import { makeProgress, type Progress } from "./start/progress.ts"
import { runUntilStopped } from "./start/run.ts"
import { readSettings, type Settings } from "./start/settings.ts"
import { stoppingApp, waitingApp } from "./start/waiting.ts"
import type { Log } from "./telemetry/log.ts"
import { programLog } from "./telemetry/program-log.ts"
import { requestLog } from "./telemetry/requests.ts"
import { makeSender } from "./webhooks/sender.ts"
import { webhookWorker } from "./webhooks/worker.ts"

/** The only file that knows which implementation stands behind which port. Runs from `src` and from `dist` alike. */

const root = join(import.meta.dirname, "..", "..", "..")
const { version } = manifest

const readText = (file: string): string => readFileSync(file, "utf8")

const migrationsFolder = join(root, "packages", "store", "migrations")

class Misconfigured extends Data.TaggedError("Misconfigured")<{ readonly message: string }> {}

/** The database that the configuration names, at this program's schema. */
const openDatabase = Effect.fnUntraced(function* (
  { databasePassword, databaseUrl, dataDirectory }: Config,
  { step }: Progress,
  say: (line: string) => void
) {
  if (databaseUrl === null) step("Đang mở cơ sở dữ liệu…")
  else step("Đang kết nối cơ sở dữ liệu theo DATABASE_URL…")
  const url =
    databaseUrl ??
    (yield* keepRunning(
      (say) =>
        startBundledPostgres({
          dataDirectory,
          durable: true,
          packageRoot: join(root, "packages", "store"),
          onProgress: say
        }),
      step,
      say
    ))
  if (databasePassword !== null) showPassword(url, passwordNow(databasePassword, readText, say))
  yield* waitUntilReady({ url })
  yield* migrate({ url, migrationsFolder, onProgress: step })
  return { url, context: yield* Layer.build(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url })))) }
})

const healthOf = Effect.fnUntraced(function* (database: Health["database"]): Effect.fn.Return<Health, never, Database> {
  // A database that does not answer is no fault of the asker: the API turns it into 503.
  const [postgres, loaded] = yield* Effect.orDie(Effect.all([postgresVersion(), loadedAt()]))
  return { status: "ok", version, database, postgres, loadedAt: loaded }
})

const announce = (address: string, { databaseUrl, dataDirectory }: Config, demonstration: boolean): void => {
  const data = databaseUrl === null ? dataDirectory : "máy chủ theo DATABASE_URL"
  const trying = "  Xem thử: mở địa chỉ trên rồi chọn một vai · To try it: open the address and choose a role\n"
  console.log(
    `\n  ntm đang chạy · ntm is running\n\n    ${address}\n\n${demonstration ? trying : ""}  Dữ liệu: ${data} · Dừng: Ctrl-C\n`
  )
}

/** Told as long as no administrator has a way of their own to sign in. */
const firstLink = (link: string): string =>
  `  Chưa ai đăng nhập được. Mở liên kết này (dùng một lần, trong 24 giờ) rồi đặt mật khẩu:\n  Nobody can sign in yet. Open this link (once, within 24 hours) and set a password:\n\n    ${link}\n\n  Liên kết khác · Another link: ntm people link\n`

/** What stands around every answer of this program. Telemetry is loaded only where it is sent somewhere. */
const shellOf = Effect.fnUntraced(function* ({ config, signIn }: Settings, log: Log) {
  const shell = {
    log: (line: string) => log.error(line),
    requests: requestLog(log, config.log),
    secure: signIn.address?.startsWith("https:") === true,
    proxies: config.asking.proxies
  }
  if (!config.exporting) return shell
  const [{ exporting }, { tracing }] = yield* Effect.promise(() =>
    Promise.all([import("./telemetry/otlp.ts"), import("./telemetry/tracing.ts")])
  )
  return { ...shell, telemetry: tracing(yield* exporting(process.env, version)) }
})

const program = Effect.gen(function* () {
  const read = readSettings(process.env, root, readText)
  if (Result.isFailure(read)) return yield* new Misconfigured({ message: read.failure.join("\n") })
  const { config, mail, remarks, secrets, signIn, webhooks } = read.success
  const log = programLog(config.log, secrets)
  for (const remark of remarks) log.warn(remark)
  const recipients = mail === null ? [] : yield* readRecipients(mail)
  const progress = makeProgress((line) => console.log(line))
  yield* Effect.addFinalizer(() => Effect.sync(progress.end))

  // The port comes first: who has it is known before anything is started, and of two starts at once only one goes on.
  const shell = yield* shellOf(read.success, log)
  const [waiting, stopping] = [waitingApp(shell, version), stoppingApp(shell, version)]
  const server = yield* takePort(
    config,
    instanceOf(config),
    (request) => waiting.fetch(request),
    (request) => stopping.fetch(request)
  )
  const { context, url } = yield* openDatabase(config, progress, (line) => log.warn(line))
  // What the database lacks for people to sign in is told before anything is loaded.
  const answerMs = config.asking.answerSeconds * 1000
  const scopes = signIn.on
    ? Context.get(
        yield* Effect.provideContext(Layer.build(scopesLayer({ url, statementMs: answerMs })), context),
        Scopes
      )
    : null
  const state = yield* Effect.provideContext(
    loadPilot({
      dataDirectory: join(root, "packages", "reference", "data"),
      programVersion: version,
      say: progress.step
    }),
    context
  )
  const owner = recorderOf(process.env)
  // The library of accounts takes half a second to load: not for who does not use it. Programs that start together wait for each other.
  const started =
    scopes === null
      ? null
      : yield* Effect.provideContext(
          alone(url)(
            (yield* Effect.promise(() => import("./people/start.ts"))).startPeople({
              config: signIn,
              database: yield* Effect.provideContext(accountsAdapter, context),
              scopes,
              dataDirectory: config.dataDirectory,
              databaseUrl: config.databaseUrl,
              address: addressOf(config.host, server.port),
              local: isLoopback(config.host),
              owner
            })
          ),
          context
        )
  for (const remark of started?.remarks ?? []) log.warn(remark)
  const hindrance = hindranceOf({ atSchema: isAtSchema({ migrationsFolder }), loadedAt: loadedAt() })
  const app = makeApp(ManagedRuntime.make(Layer.succeedContext(context)), {
    ...shell,
    probes: {
      version,
      hindrance: () =>
        server.stopping()
          ? Promise.resolve<Hindrance>("stopping")
          : Effect.runPromise(Effect.provideContext(hindrance, context))
    },
    health: () => Effect.provideContext(healthOf(config.databaseUrl === null ? "bundled" : "server"), context),
    web: join(root, "apps", "web", "dist"),
    host: config.host,
    recorder: owner,
    webhooks,
    ...(config.scanner === null ? {} : { scan: clamd(config.scanner) }),
    ...(started === null
      ? { within: yield* Effect.provideContext(boundedBy({ url, statementMs: answerMs }), context) }
      : { people: { ...started.people, calendarKeysBeside: config.calendarKeysBeside } }),
    isOutage: (defect) => defect instanceof QueryFailed,
    rates: config.asking.rates,
    atOnce: config.asking.atOnce,
    answerMs
  })
  const ask = askOwn(app)
  server.answerWith((request, beside) => app.fetch(request, beside))
  // Opened last, so closed first: running requests still have their database.
  yield* Effect.addFinalizer(() => Effect.promise(server.drain))
  progress.step(state === "unchanged" ? "Dữ liệu đã nạp từ trước" : "Đã nạp dữ liệu")
  progress.end()
  announce(addressOf(config.host, server.port), config, started?.people.demonstration ?? false)
  const link = started?.link ?? null
  if (link !== null) console.log(firstLink(link.link))
  // Nobody's first key shall wait for the index over all units, nor the first question about works for their journal; the first page
  // comes before both.
  let indexing: Promise<unknown> = Promise.resolve()
  // Closed in this order: what has not begun does not, what has begun still has its database.
  yield* Effect.addFinalizer(() => Effect.promise(() => indexing))
  yield* Effect.forkScoped(
    Effect.delay(
      Effect.sync(() => {
        indexing = Promise.all(["units?q=a", "works?limit=1"].map((path) => ask(`${API_ROOT}/${path}`)))
      }),
      "1 second"
    )
  )
  const { digestFolder: folder } = config
  const client = makeClient(ask, "")
  if (folder !== null) {
    let keeping: Promise<unknown> = Promise.resolve()
    yield* Effect.addFinalizer(() => Effect.promise(() => keeping))
    const digests = dailyDigests(
      (day) => {
        const kept = keepDigest({ folder, ask: (as_of) => client.assignments.due({ as_of }) }, day)
        keeping = kept.catch(() => undefined)
        return kept
      },
      (day, cause) => log.error(`Chưa ghi được bản tin ngày ${day}: ${String(cause)}`)
    )
    // Nobody waits for it, and whoever opens a page as the program starts goes first.
    yield* Effect.forkScoped(Effect.delay(digests, "1 minute"))
  }
  if (mail !== null) {
    const post = dailyPost({
      due: (as_of, agency) => client.assignments.due({ as_of, agency: agency ?? undefined }),
      agencies: async (as_of) => (await client.agencies.list({ as_of })).items,
      recipients,
      send: makeMailer(mail),
      tell: (line) => log.error(line)
    })
    yield* Effect.forkScoped(Effect.delay(Effect.provideContext(post, context), "1 minute"))
  }
  const deliveries = webhookWorker({
    send: makeSender(webhooks),
    random: Math.random,
    tell: (line) => log.error(line),
    isAway: (defect) => defect instanceof QueryFailed && defect.isAway
  })
  yield* Effect.forkScoped(Effect.delay(Effect.provideContext(deliveries, context), "5 seconds"))
  return yield* Effect.never
})

runUntilStopped(program, (line) => console.log(line))

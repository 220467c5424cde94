import { readFileSync } from "node:fs"
import { join } from "node:path"
import { API_ROOT, type Health, makeClient } from "@ntm/contract"
import {
  accountsAdapter,
  type Database,
  databaseLayer,
  loadedAt,
  migrate,
  postgresVersion,
  QueryFailed,
  startBundledPostgres,
  storeLayer,
  waitUntilReady
} from "@ntm/store"
import { Data, Effect, Layer, ManagedRuntime, Result } from "effect"
import manifest from "../package.json" with { type: "json" }
import { makeApp } from "./app.ts"
import { dailyDigests } from "./digests/daily.ts"
import { keepDigest } from "./digests/keep.ts"
import { readMailConfig } from "./digests/mail-config.ts"
import { makeMailer } from "./digests/mailer.ts"
import { dailyPost } from "./digests/post.ts"
import { readRecipients } from "./digests/recipients.ts"
import { recorderOf } from "./observations/recorder.ts"
import { isLoopback } from "./http/local-changes.ts"
import { readSignIn } from "./people/sign-in-config.ts"
import { loadPilot } from "./pilot.ts"
import { addressOf, type Config, instanceOf, readConfig } from "./start/config.ts"
import { takePort } from "./start/port.ts"
import { keepRunning } from "./start/postgres.ts"
import { makeProgress, type Progress } from "./start/progress.ts"
import { runUntilStopped } from "./start/run.ts"
import { waitingApp } from "./start/waiting.ts"

/** The only file that knows which implementation stands behind which port. Runs from `src` and from `dist` alike. */

const root = join(import.meta.dirname, "..", "..", "..")
const { version } = manifest

class Misconfigured extends Data.TaggedError("Misconfigured")<{ readonly message: string }> {}

/** The database that the configuration names, at this program's schema. */
const openDatabase = Effect.fnUntraced(function* ({ databaseUrl, dataDirectory }: Config, { step }: Progress) {
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
      console.error
    ))
  yield* waitUntilReady({ url })
  yield* migrate({ url, migrationsFolder: join(root, "packages", "store", "migrations"), onProgress: step })
  return yield* Layer.build(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url }))))
})

const healthOf = Effect.fnUntraced(function* (database: Health["database"]): Effect.fn.Return<Health, never, Database> {
  // A database that does not answer is no fault of the asker: the API turns it into 503.
  const [postgres, loaded] = yield* Effect.orDie(Effect.all([postgresVersion(), loadedAt()]))
  return { status: "ok", version, database, postgres, loadedAt: loaded }
})

const announce = (address: string, { databaseUrl, dataDirectory }: Config): void => {
  const data = databaseUrl === null ? dataDirectory : "máy chủ theo DATABASE_URL"
  console.log(`\n  ntm đang chạy · ntm is running\n\n    ${address}\n\n  Dữ liệu: ${data} · Dừng: Ctrl-C\n`)
}

/** Told as long as no administrator has a way of their own to sign in. */
const firstLink = (link: string): string =>
  `  Chưa ai đăng nhập được. Mở liên kết này (dùng một lần, trong 24 giờ) rồi đặt mật khẩu:\n  Nobody can sign in yet. Open this link (once, within 24 hours) and set a password:\n\n    ${link}\n\n  Liên kết khác · Another link: ntm people link\n`

const program = Effect.gen(function* () {
  const read = readConfig(process.env, root)
  const mail = readMailConfig(process.env, (file) => readFileSync(file, "utf8"))
  if (Result.isFailure(read) || Result.isFailure(mail)) {
    const problems = [Result.isFailure(read) ? read.failure : [], Result.isFailure(mail) ? mail.failure : []]
    return yield* new Misconfigured({ message: problems.flat().join("\n") })
  }
  const config = read.success
  const signIn = readSignIn(process.env)
  if (Result.isFailure(signIn)) return yield* new Misconfigured({ message: signIn.failure.join("\n") })
  const recipients = mail.success === null ? [] : yield* readRecipients(mail.success)
  const progress = makeProgress((line) => console.log(line))
  yield* Effect.addFinalizer(() => Effect.sync(progress.end))

  // The port comes first: who has it is known before anything is started, and of two starts at once only one goes on.
  const waiting = waitingApp(console.error)
  const server = yield* takePort(config, instanceOf(config), (request) => waiting.fetch(request))
  const context = yield* openDatabase(config, progress)
  const state = yield* Effect.provideContext(
    loadPilot({
      dataDirectory: join(root, "packages", "reference", "data"),
      programVersion: version,
      say: progress.step
    }),
    context
  )
  const owner = recorderOf(process.env)
  // The library of accounts takes half a second to load: not for who does not use it.
  const started = signIn.success.on
    ? yield* Effect.provideContext(
        (yield* Effect.promise(() => import("./people/start.ts"))).startPeople({
          config: signIn.success,
          database: yield* Effect.provideContext(accountsAdapter, context),
          env: process.env,
          dataDirectory: config.dataDirectory,
          databaseUrl: config.databaseUrl,
          address: addressOf(config.host, server.port),
          local: isLoopback(config.host),
          owner
        }),
        context
      )
    : null
  const app = makeApp(ManagedRuntime.make(Layer.succeedContext(context)), {
    health: () => Effect.provideContext(healthOf(config.databaseUrl === null ? "bundled" : "server"), context),
    web: join(root, "apps", "web", "dist"),
    host: config.host,
    recorder: owner,
    ...(started === null ? {} : { people: started.people }),
    isOutage: (defect) => defect instanceof QueryFailed
  })
  server.answerWith((request) => app.fetch(request))
  // Opened last, so closed first: running requests still have their database.
  yield* Effect.addFinalizer(() => Effect.promise(server.drain))
  progress.step(state === "unchanged" ? "Dữ liệu đã nạp từ trước" : "Đã nạp dữ liệu")
  progress.end()
  announce(addressOf(config.host, server.port), config)
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
        indexing = Promise.all(["units?q=a", "works?limit=1"].map((path) => app.request(`${API_ROOT}/${path}`)))
      }),
      "1 second"
    )
  )
  const { digestFolder: folder } = config
  const client = makeClient((url, init) => app.request(url, init), "")
  if (folder !== null) {
    let keeping: Promise<unknown> = Promise.resolve()
    yield* Effect.addFinalizer(() => Effect.promise(() => keeping))
    const digests = dailyDigests(
      (day) => {
        const kept = keepDigest({ folder, ask: (as_of) => client.assignments.due({ as_of }) }, day)
        keeping = kept.catch(() => undefined)
        return kept
      },
      (day, cause) => console.error(`Chưa ghi được bản tin ngày ${day}: ${String(cause)}`)
    )
    // Nobody waits for it, and whoever opens a page as the program starts goes first.
    yield* Effect.forkScoped(Effect.delay(digests, "1 minute"))
  }
  if (mail.success !== null) {
    const post = dailyPost({
      due: (as_of, agency) => client.assignments.due({ as_of, agency: agency ?? undefined }),
      agencies: async (as_of) => (await client.agencies.list({ as_of })).items,
      recipients,
      send: makeMailer(mail.success),
      tell: console.error
    })
    yield* Effect.forkScoped(Effect.delay(Effect.provideContext(post, context), "1 minute"))
  }
  return yield* Effect.never
})

runUntilStopped(program, (line) => console.log(line))

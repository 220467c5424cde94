import { type BundledPostgres, type BundledPostgresOptions, startBundledPostgres } from "@ntm/store"
import { Effect, Scope } from "effect"

/** How soon a database that was killed is noticed. */
const LOOK_EVERY = "2 seconds"

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "ESRCH"
  }
}

/** Looks after a running database for as long as the scope lasts. */
const lookAfter = Effect.fnUntraced(function* (
  options: BundledPostgresOptions,
  first: BundledPostgres,
  scope: Scope.Scope,
  say: (line: string) => void
) {
  let { pid } = first
  while (true) {
    yield* Effect.sleep(LOOK_EVERY)
    if (!isGone(pid)) continue
    say("Cơ sở dữ liệu đã dừng đột ngột; đang khởi động lại… · The database was gone; starting it again")
    // It comes back under the same address, so that the pool finds it by itself.
    const again = yield* Effect.result(Scope.provide(scope)(startBundledPostgres({ ...options, onProgress: say })))
    if (again._tag === "Failure") say(again.failure.message)
    else if (again.success.url === first.url) pid = again.success.pid
    else return say("Cơ sở dữ liệu đã đổi cổng; hãy dừng rồi chạy lại ntm · The database moved to another port; restart ntm")
    if (!isGone(pid)) say("Cơ sở dữ liệu đã chạy lại · The database runs again")
  }
})

/**
 * The address of the database that comes along, running until the scope ends.
 *
 * **Details** A database that is killed meanwhile is started again within seconds; requests in between get 503.
 */
export const runPostgres = Effect.fnUntraced(function* (options: BundledPostgresOptions, say: (line: string) => void) {
  const running = yield* startBundledPostgres(options)
  // A scope opened before the watch ends after it: the watch must not take an orderly stop for an accident.
  const revived = yield* Effect.acquireRelease(Scope.make(), Scope.close)
  yield* Effect.forkScoped(lookAfter(options, running, revived, say))
  return running.url
})

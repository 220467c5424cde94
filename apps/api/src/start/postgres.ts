import { Effect, Scope } from "effect"

/** A database server of this machine that runs. */
export interface Running {
  readonly url: string
  readonly pid: number
}

/** Starts the server, or joins it; it is held until the scope ends. Told where to say what it does. */
export type Start<E> = (say: (message: string) => void) => Effect.Effect<Running, E, Scope.Scope>

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
const lookAfter = Effect.fnUntraced(function* <E extends { readonly message: string }>(
  start: Start<E>,
  first: Running,
  scope: Scope.Scope,
  say: (line: string) => void
) {
  let { pid } = first
  while (true) {
    yield* Effect.sleep(LOOK_EVERY)
    if (!isGone(pid)) continue
    say("Cơ sở dữ liệu đã dừng đột ngột; đang khởi động lại… · The database was gone; starting it again")
    // It comes back under the same address, so that the pool finds it by itself.
    const again = yield* Effect.result(Scope.provide(scope)(start(say)))
    if (again._tag === "Failure") {
      say(again.failure.message)
      continue
    }
    if (again.success.url !== first.url) {
      return say(
        "Cơ sở dữ liệu đã đổi cổng; hãy dừng rồi chạy lại ntm · The database moved to another port; restart ntm"
      )
    }
    pid = again.success.pid
    say("Cơ sở dữ liệu đã chạy lại · The database runs again")
  }
})

/**
 * Starts the database that comes along and keeps it running until the scope ends; answers its address.
 *
 * **Details** A database that is killed meanwhile is started again within seconds; requests in between get 503. `onProgress` hears of
 * the first start, `say` of what happens later.
 */
export const keepRunning = Effect.fnUntraced(function* <E extends { readonly message: string }>(
  start: Start<E>,
  onProgress: (message: string) => void,
  say: (line: string) => void
) {
  const running = yield* start(onProgress)
  // A scope opened before the watch ends after it: the watch must not take an orderly stop for an accident.
  const revived = yield* Effect.acquireRelease(Scope.make(), Scope.close)
  yield* Effect.forkScoped(lookAfter(start, running, revived, say))
  return running.url
})

import { Cause, Effect, Exit, Fiber, type Scope } from "effect"
import { AlreadyRunning } from "./port.ts"

/** A Ctrl-C reaches a child twice, from the terminal and from its parent; only a later signal is impatience. */
const IMPATIENT_AFTER_MS = 1000

/** Failures that a person can mend carry their advice in the message; anything else is a fault of ours. */
const explain = (cause: Cause.Cause<{ readonly message: string }>): string => {
  const failure = cause.reasons.find(Cause.isFailReason)
  return failure === undefined
    ? `Lỗi của chương trình · A fault of the program\n${Cause.pretty(cause)}`
    : failure.error.message
}

/**
 * Runs a program that serves until it is told to stop, and ends the process.
 *
 * **Details** SIGINT, SIGTERM and SIGHUP end it in order (exit 0): its scope closes, last opened first. A second signal ends the process at
 * once. A failure is told in one line on stderr (exit 1); that ntm runs already is no failure (exit 0).
 */
export const runUntilStopped = (
  program: Effect.Effect<never, { readonly message: string }, Scope.Scope>,
  say: (line: string) => void
): void => {
  const fiber = Effect.runFork(Effect.scoped(program))
  let stoppedAt: number | undefined
  const stop = (signal: NodeJS.Signals) => {
    if (stoppedAt !== undefined) {
      if (performance.now() - stoppedAt > IMPATIENT_AFTER_MS) process.exit(1)
      return
    }
    stoppedAt = performance.now()
    say(`Nhận ${signal}: đang dừng · Stopping`)
    void Effect.runPromise(Fiber.interrupt(fiber))
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)
  // Whoever read our output may be gone (a closed terminal, `| head`): that is no reason to stop in disorder.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
  fiber.addObserver((exit) => {
    if (stoppedAt !== undefined) {
      say("Đã dừng · Stopped")
      return process.exit(0)
    }
    if (Exit.isSuccess(exit)) return process.exit(0)
    const failure = exit.cause.reasons.find(Cause.isFailReason)?.error
    if (failure instanceof AlreadyRunning) {
      console.log(failure.message)
      return process.exit(0)
    }
    console.error(explain(exit.cause))
    process.exit(1)
  })
}

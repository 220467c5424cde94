import { Data, Effect, type Scope } from "effect"
import { addressOf, type Config } from "./config.ts"
import { whoAnswers } from "./neighbour.ts"
import { type Answer, openServer, type OpenServer, type PortRefused } from "./server.ts"

/** Nothing to do: this very ntm serves there already. */
export class AlreadyRunning extends Data.TaggedError("AlreadyRunning")<{ readonly message: string }> {}

/** The port cannot be used; the message says what a person can do. */
export class PortTaken extends Data.TaggedError("PortTaken")<{ readonly message: string }> {}

const another = (port: number): string => `PORT=${port < 65_535 ? port + 1 : 4100} npm start`

const explain = async ({ code, host, port }: PortRefused, instance: string): Promise<AlreadyRunning | PortTaken> => {
  const address = addressOf(host, port)
  if (code === "EADDRINUSE") {
    const neighbour = await whoAnswers(address, instance)
    if (neighbour === "same") {
      return new AlreadyRunning({
        message: `ntm đã chạy tại ${address}, trên cùng dữ liệu; không cần chạy thêm · ntm already runs there`
      })
    }
    const who =
      neighbour === "other"
        ? `Cổng ${port} đang do một ntm khác dùng, với dữ liệu khác`
        : `Cổng ${port} đang do chương trình khác dùng`
    return new PortTaken({
      message: `${who}. Chọn cổng khác, ví dụ: ${another(port)} · Port ${port} is taken; choose another`
    })
  }
  const why = code === "EACCES" ? "không được phép" : code
  return new PortTaken({
    message: `Không mở được ${host}:${port} (${why}). Kiểm tra HOST và PORT · Cannot listen on ${host}:${port} (${code})`
  })
}

/** Opens the port of the configuration, or says who has it. */
export const takePort = (
  { host, port, stopSeconds }: Pick<Config, "host" | "port" | "stopSeconds">,
  instance: string,
  answer: Answer,
  refusing: Answer
): Effect.Effect<OpenServer, AlreadyRunning | PortTaken, Scope.Scope> =>
  openServer({ host, port, instance, answer, refusing, drainMs: stopSeconds * 1000 }).pipe(
    Effect.catch((refused) =>
      Effect.flatMap(
        Effect.promise(() => explain(refused, instance)),
        Effect.fail
      )
    )
  )

import { type Client, makeClient } from "@ntm/contract"
import type { Desk, DeskKind } from "../desk/desk.ts"
import { deskFailed, deskLoaded } from "../desk/desk-arriving.ts"
import { deskLines } from "../desk/desk-lines.ts"
import { type DeskState, type Frame, openDesk, readDesk } from "../desk/desk-state.ts"
import { stepDesk } from "../desk/desk-step.ts"
import { deskWanted } from "../desk/desk-wanted.ts"
import { plain } from "../parts/line.ts"
import { type Key, type Press } from "../parts/press.ts"
import { problemOf } from "../shell/problem.ts"

const isKey = (text: string): text is Key =>
  ["enter", "escape", "up", "down", "left", "right", "end", "home", "backspace", "tab"].includes(text)

/** A desk on answers by path; what is sent is kept, or refused with a problem while there is one. */
export const driveDesk = <K extends DeskKind>(
  desk: Desk<K>,
  answers: Readonly<Record<string, object>>,
  place: string | null = null
) => {
  const asked: Array<string> = []
  const sent: Array<{ readonly path: string; readonly body: unknown }> = []
  const refusal: { problem: object | null } = { problem: null }
  const client: Client = makeClient((url, init) => {
    const address = decodeURIComponent(url.replace("/api/v1", ""))
    if (init.method === "POST") {
      sent.push({ path: address, body: typeof init.body === "string" ? JSON.parse(init.body) : null })
      return refusal.problem === null
        ? Response.json({ recordedAt: "2026-01-01T00:00:00.000Z", items: [{ row: 0, id: 1 }] })
        : Response.json(refusal.problem, { status: 422 })
    }
    asked.push(address)
    const answer = answers[address.split("?")[0] ?? ""]
    const missing = { type: "urn:ntm:problem:not-found", title: "Không có", titleEn: "Not found", status: 404 }
    return answer === undefined ? Response.json(missing, { status: 404 }) : Response.json(answer)
  }, "")
  const wide: Frame = { width: 118, height: 30, lang: "vi" }
  return {
    asked,
    sent,
    refusal,
    start: openDesk(desk),
    /** The desk once everything that it wants has come. */
    read: async (state: DeskState<K>): Promise<DeskState<K>> => {
      asked.length = 0
      let now = state
      for (let wanted = deskWanted(desk, now, place); wanted.length > 0; wanted = deskWanted(desk, now, place))
        for (const one of wanted)
          now = await readDesk(desk, client, one, AbortSignal.timeout(1000)).then(
            (answer) => deskLoaded(now, one, answer),
            (cause: unknown) => deskFailed(now, one, problemOf(cause))
          )
      return now
    },
    /** Names of keys are keys; any other text is typed letter by letter. */
    press: (state: DeskState<K>, ...presses: ReadonlyArray<string>): DeskState<K> =>
      presses
        .flatMap((text): ReadonlyArray<Press> =>
          isKey(text) ? [{ _tag: "Key", key: text }] : Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))
        )
        .reduce((now, press) => stepDesk(desk, now, press, wide), state),
    drawn: (state: DeskState<K>, frame: Partial<Frame> = {}): ReadonlyArray<string> =>
      deskLines(desk, state, { ...wide, ...frame }).map((line) => plain(line).trimEnd())
  }
}

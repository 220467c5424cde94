import type { Client } from "@ntm/contract"
import { useApp, useWindowSize } from "ink"
import { useEffect, useMemo, useReducer } from "react"
import type { Lang } from "../language/lang.ts"
import { Colour } from "../parts/row.tsx"
import { Screen } from "./screen.tsx"
import { initial, isStarting, wantedOf } from "./state.ts"
import { step } from "./step.ts"
import { useKeys } from "./use-keys.ts"
import { useReads } from "./use-reads.ts"

/** The terminal program: events in, `step`, screen out. */
export const App = (props: {
  readonly client: Client
  readonly server: string
  readonly lang: Lang
  readonly colour: boolean
}) => {
  const { exit } = useApp()
  const { columns, rows } = useWindowSize()
  const [state, send] = useReducer(step, null, () => initial(props.lang, columns, rows, props.server))
  useKeys(send)
  const wanted = useMemo(() => wantedOf(state), [state])
  useReads(props.client, wanted, send)
  useEffect(() => send({ _tag: "Resized", columns, rows }), [columns, rows])
  // A server that is starting is asked again every second, so that nobody has to press r.
  const waits = isStarting(state) && !state.loading
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => send({ _tag: "ReadAgain" }), 1000)
    return () => clearTimeout(timer)
  }, [waits])
  useEffect(() => {
    if (state.quit) exit()
  }, [state.quit, exit])
  return (
    <Colour value={props.colour}>
      <Screen state={state} server={props.server} />
    </Colour>
  )
}

import type { UseQueryResult } from "@tanstack/solid-query"
import { type Accessor, type JSX, Match, Switch } from "solid-js"
import { Failure } from "./failure.tsx"
import { Loading } from "./loading.tsx"

/** Shows an answer when it is there; before that, that it is coming; else, why it is not. */
export const Loaded = <T,>(props: {
  readonly query: UseQueryResult<T, Error>
  readonly children: (answer: Accessor<NonNullable<T>>) => JSX.Element
}) => (
  <Switch fallback={<Loading />}>
    <Match when={props.query.isError && props.query.error}>
      {(failure) => <Failure failure={failure()} onRetry={() => void props.query.refetch()} />}
    </Match>
    <Match when={props.query.isSuccess && props.query.data}>{(answer) => props.children(answer)}</Match>
  </Switch>
)

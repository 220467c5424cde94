import type { SetVersion } from "@ntm/domain/criteria"
import { formatMoment } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { useVersions } from "./criteria.queries.ts"
import { setWords } from "./set.words.ts"

/** Every body of a set that was ever loaded: when, from whom, out of which file. */
export const SetVersions = (props: { readonly id: string }) => {
  const t = useWords(setWords)
  const versions = useVersions(() => props.id)
  return (
    <Card id="cac-ban" title={t().versions} lead={t().versionsLead}>
      <Loaded query={versions}>
        {(answer) => (
          <>
            <Show when={answer().items.some(({ shippedChanged }) => shippedChanged)}>
              <p class="mb-3 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning">
                {t().shippedChanged}
              </p>
            </Show>
            <TableFrame label={t().versions}>
              <table class="w-full text-sm">
                <thead class="bg-raised text-xs">
                  <tr>
                    <For each={[t().from, t().until, t().by, t().size]}>
                      {(name) => (
                        <th scope="col" class="px-3 py-2 text-left">
                          {name}
                        </th>
                      )}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={answer().items}>{(version) => <Row version={version} />}</For>
                </tbody>
              </table>
            </TableFrame>
          </>
        )}
      </Loaded>
    </Card>
  )
}

const Row = (props: { readonly version: SetVersion }) => {
  const t = useWords(setWords)
  const by = () => {
    const { file, follows, programVersion, recordedBy } = props.version
    return [
      recordedBy?.name ?? t().program(programVersion ?? ""),
      ...(follows === null ? [] : [t().follows(follows)]),
      ...(file === null ? [] : [file])
    ].join(" · ")
  }
  return (
    <tr class="border-t border-line align-top">
      <th scope="row" class="px-3 py-1.5 text-left font-normal whitespace-nowrap">
        {formatMoment(props.version.knownFrom)}
      </th>
      <td class="px-3 py-1.5 whitespace-nowrap">
        {props.version.knownUntil === null ? t().now : formatMoment(props.version.knownUntil)}
      </td>
      <td class="px-3 py-1.5">{by()}</td>
      <td class="px-3 py-1.5">
        {t().counts(props.version.criteria, props.version.indicators)}{" "}
        <Show when={props.version.doNotEvaluate}>
          <Badge tone="warning">{t().frame}</Badge>
        </Show>
      </td>
    </tr>
  )
}

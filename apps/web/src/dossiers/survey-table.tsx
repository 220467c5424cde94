import { readSurvey } from "@ntm/domain/dossiers"
import { formatPercent } from "@ntm/domain/values"
import { For } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { BLANK, formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { dossierWords } from "./dossier.words.ts"

type Survey = Parameters<typeof readSurvey>[0]

const columns = ["content", "asked", "answered", "satisfied", "share"] as const

/** A survey as it is read: by content, and whether enough answered to speak for all. */
export const SurveyTable = (props: { readonly survey: Survey }) => {
  const t = useWords(dossierWords)
  const standing = () => readSurvey(props.survey)
  return (
    <div class="space-y-1">
      <p>{inLanguage(standing().sentence)}</p>
      <TableFrame label={t().survey}>
        <table class="w-full text-sm">
          <thead class="text-xs">
            <tr>
              <For each={columns}>
                {(column, index) => (
                  <th
                    scope="col"
                    class={`border-b border-line bg-raised px-3 py-1.5 ${index() === 0 ? "text-left" : "text-right"}`}
                  >
                    {t().columns[column]}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={standing().results}>
              {(result) => (
                <tr>
                  <th scope="row" class="px-3 py-1 text-left font-normal">
                    {result.content}
                  </th>
                  <td class="px-3 py-1 text-right">{formatNumber(result.asked)}</td>
                  <td class="px-3 py-1 text-right">{formatNumber(result.answered)}</td>
                  <td class="px-3 py-1 text-right">{formatNumber(result.satisfied)}</td>
                  <td class="px-3 py-1 text-right">
                    {result.satisfiedPercent === null ? BLANK : formatPercent(result.satisfiedPercent)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </div>
  )
}

import { type Figure, figureText, type Finding, type Place } from "@ntm/domain/documents"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { useFigures } from "./documents.queries.ts"
import { documentWords } from "./documents.words.ts"
import { FindingPanel } from "./finding-panel.tsx"
import { MarkedNumber } from "./marked-number.tsx"
import { anchors } from "./place-link.ts"

/** "31/12/2024" for a day; a month, a year or a period stays as printed. */
const when = (figure: Figure): string => {
  const moment = figure.asOf ?? figure.period ?? ""
  return /^\d{4}-\d{2}-\d{2}$/.test(moment) ? formatDay(moment) : moment
}

/** The figures of a document, searched by the server without diacritics. */
export const DocumentFigures = (props: {
  readonly document: string
  readonly findings: ReadonlyArray<Finding>
  readonly count: number
}) => {
  const t = useWords(documentWords)
  const [words, setWords] = createSignal<string>()
  const [open, setOpen] = createSignal<Figure>()
  const figures = useFigures(() => props.document, words)
  const isAt = (place: Place, figure: Figure) => place.document === props.document && place.figure === figure.id
  const findingsOf = (figure: Figure) =>
    props.findings.filter((finding) => finding.places.some((place) => isAt(place, figure)))
  return (
    <Card
      id="so-lieu"
      title={t().figures}
      lead={t().figuresLead(props.count)}
      aside={
        <SearchBox
          label={t().search}
          hint={t().searchHint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
      }
    >
      <Loaded query={figures}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().noFigures}</Empty>}>
            <TableFrame label={t().figures} tall>
              <table class="w-full text-sm">
                <thead class="sticky top-0 bg-raised text-left text-xs">
                  <tr>
                    <th scope="col" class="px-3 py-2 max-sm:hidden print:table-cell">
                      {t().section}
                    </th>
                    <th scope="col" class="px-3 py-2">
                      {t().label}
                    </th>
                    <th scope="col" class="px-3 py-2 text-right">
                      {t().value}
                    </th>
                    <th scope="col" class="px-3 py-2">
                      {t().when}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={answer().items}>
                    {(item) => (
                      <tr id={anchors.figure(item.figure.id)} class="border-t border-line align-top">
                        <td class="px-3 py-1.5 whitespace-nowrap text-ink-faint max-sm:hidden print:table-cell">
                          {item.figure.section ?? "–"}
                        </td>
                        <th scope="row" class="min-w-36 px-3 py-1.5 text-left font-normal sm:min-w-48">
                          {item.figure.label}
                        </th>
                        <td class="min-w-28 px-3 py-1.5 text-right font-semibold sm:whitespace-nowrap">
                          <MarkedNumber
                            text={figureText(item.figure)}
                            findings={findingsOf(item.figure)}
                            doubted={findingsOf(item.figure).some((finding) => isAt(finding.places[0], item.figure))}
                            onOpen={() => setOpen(item.figure)}
                          />
                        </td>
                        <td class="px-3 py-1.5 whitespace-nowrap text-ink-soft">{when(item.figure)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </TableFrame>
          </Show>
        )}
      </Loaded>
      <Show when={open()}>
        {(figure) => (
          <FindingPanel title={figure().label} findings={findingsOf(figure())} onClose={() => setOpen(undefined)} />
        )}
      </Show>
    </Card>
  )
}

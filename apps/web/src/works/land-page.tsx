import type { AnswerOf, api } from "@ntm/contract"
import type { LandStanding } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { Page } from "../shell/page.tsx"
import { LandFigures } from "./land-figures.tsx"
import { ledgerWords } from "./ledger.words.ts"
import { useWorksScope, type WorksScope } from "./use-works-scope.ts"
import { WorksBar } from "./works-bar.tsx"
import { useLand } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"

type Answer = AnswerOf<typeof api.works.land>

const PATH = "/cong-trinh/hien-dat"

/** Land that households gave, what stood on it, and whose records have followed. */
const LandPage = () => {
  const t = useWords(ledgerWords)
  const scope = useWorksScope()
  const land = useLand(scope.asked)
  return (
    <Page
      title={t().land.title}
      lead={<WorksLead scope={scope} path={PATH} asOf={land.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH} />
      <Loaded query={land}>
        {(answer) => (
          <Show when={answer().total.households > 0} fallback={<Empty>{t().land.none}</Empty>}>
            <div class="space-y-5" aria-busy={land.isPlaceholderData}>
              <LandFigures land={answer().total} />
              <Units answer={answer()} scope={scope} />
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const columns = [
  "households",
  "residential",
  "agricultural",
  "structures",
  "eligible",
  "toClear",
  "parcels",
  "parcelsUpdated"
] as const satisfies ReadonlyArray<keyof LandStanding>

const Units = (props: { readonly answer: Answer; readonly scope: WorksScope }) => {
  const t = useWords(ledgerWords)
  const names = () => {
    const words = t().land.columns
    return [
      words.unit,
      words.households,
      words.residential,
      words.agricultural,
      words.structures,
      words.eligible,
      words.toClear,
      words.parcels,
      words.updated
    ]
  }
  const given = () => props.answer.units.filter(({ land }) => land.households > 0)
  const row = (land: LandStanding) => columns.map((key) => formatNumber(land[key], 0))
  return (
    <Show when={given().length > 0}>
      <Card id="theo-don-vi" title={t().land.byUnit}>
        <TableFrame label={t().land.byUnit} tall>
          <table class="w-full border-separate border-spacing-0 text-sm">
            <thead class="sticky top-0 z-10 text-xs">
              <tr>
                <For each={names()}>
                  {(name, index) => (
                    <th
                      scope="col"
                      class={`border-b border-line bg-raised px-3 py-2 align-bottom ${index() === 0 ? "sticky left-0 text-left" : "text-right"}`}
                    >
                      {name}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={given()}>
                {(line) => (
                  <tr>
                    <th
                      scope="row"
                      class="sticky left-0 border-b border-line bg-surface px-3 py-1.5 text-left font-normal"
                    >
                      <A class="link" href={props.scope.hrefOf(PATH)(line.unit.code)}>
                        {line.unit.type} {line.unit.name}
                      </A>
                    </th>
                    <For each={row(line.land)}>
                      {(text) => <td class="border-b border-line px-3 py-1.5 text-right whitespace-nowrap">{text}</td>}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Card>
    </Show>
  )
}

export default LandPage

import type { FundingTable } from "@ntm/domain/funding"
import { For, Show } from "solid-js"
import { useFindings } from "../documents/documents.queries.ts"
import { countBySeverity } from "@ntm/domain/documents"
import { anchors, documentHref } from "../documents/place-link.ts"
import { usePlan } from "../documents/plan.ts"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failure } from "../parts/failure.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { Page } from "../shell/page.tsx"
import { FundingTabs } from "./funding-tabs.tsx"
import { useFundingTables } from "./funding.queries.ts"
import { fundingWords } from "./funding.words.ts"
import { FundingTableView } from "./funding-table-view.tsx"
import { shownUnit } from "./money-unit.ts"
import { MoneyUnitSwitch } from "./money-unit-switch.tsx"
import { SourceBars } from "./source-bars.tsx"

/** Decimals that lose nothing of a table printed in triệu đồng. */
const exactDecimals = { đồng: 0, "triệu đồng": 0, "tỷ đồng": 3 } as const

/** Phụ lục 02 as the document prints it, with its findings. */
const PrintedPage = () => {
  const t = useWords(fundingWords)
  const plan = usePlan()
  const tables = useFundingTables(() => plan()?.id)
  return (
    <Page title={t().title} lead={plan()?.title} controls={<FundingTabs />}>
      <div class="no-print mb-5">
        <MoneyUnitSwitch />
      </div>
      <Loaded query={tables}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().empty}</Empty>}>
            <div class="space-y-5">
              <For each={answer().items}>{(table) => <TableSection table={table} />}</For>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const TableSection = (props: { readonly table: FundingTable }) => {
  const t = useWords(fundingWords)
  const findings = useFindings(() => props.table.document)
  const found = () => (findings.isSuccess ? findings.data.items : [])
  const here = () =>
    countBySeverity(found().filter((finding) => finding.places.some((place) => place.table === props.table.table)))
  return (
    <>
      <Card id={`co-cau-${props.table.table}`} title={t().shares} lead={t().sharesLead}>
        <SourceBars table={props.table} unit={shownUnit()} decimals={exactDecimals[shownUnit()]} />
      </Card>
      <Card
        id={`nguon-luc-${props.table.table}`}
        title={props.table.title ?? props.table.name}
        lead={
          <>
            {t().lead(props.table.name, props.table.year, props.table.printedUnit)} · {t().stages[props.table.stage]}
          </>
        }
        aside={<SourceLink href={documentHref(props.table.document, anchors.table(props.table.table))} />}
      >
        <Show when={findings.isError && findings.error}>
          {(failure) => <Failure failure={failure()} onRetry={() => void findings.refetch()} />}
        </Show>
        <FundingTableView
          table={props.table}
          findings={found()}
          unit={shownUnit()}
          decimals={exactDecimals[shownUnit()]}
        />
        <p class="mt-2 text-sm text-ink-soft">
          {t().moneyUnits[shownUnit()]}. {findings.isSuccess ? t().found(here().error, here().warning) : ""}{" "}
          {t().legend}
        </p>
      </Card>
    </>
  )
}

export default PrintedPage

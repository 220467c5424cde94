import { A, useParams } from "@solidjs/router"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { addressWith, useAddress } from "../parts/address.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { LandFollowForm } from "./land-follow-form.tsx"
import { LandForm } from "./land-form.tsx"
import { PaymentForm } from "./payment-form.tsx"
import { ReportForm } from "./report-form.tsx"
import { reportWords } from "./report.words.ts"
import { useWork } from "./works.queries.ts"
import { workWords } from "./work.words.ts"

/** Where progress, payments and land given for one work are recorded. */
const ReportPage = () => {
  const t = useWords(reportWords)
  const words = useWords(workWords)
  const params = useParams<{ readonly id: string }>()
  const [asOf] = useAddress("as_of")
  const work = useWork(
    () => params.id,
    () => ({ asOf: asOf(), knownAt: undefined })
  )
  return (
    <Page
      title={work.isSuccess ? t().title(work.data.standing.work.name) : words().waiting}
      lead={
        <>
          <p>{t().lead}</p>
          <A class="link" href={addressWith(`/cong-trinh/${params.id}`, { as_of: asOf() })}>
            {t().back}
          </A>
        </>
      }
    >
      <Loaded query={work}>
        {(answer) => (
          <Allowed action="works.record" here={answer().allowed} told>
            <div class="grid items-start gap-5 xl:grid-cols-2">
              <ReportForm standing={answer().standing} reports={answer().reports} asOf={answer().asOf} />
              <div class="space-y-5">
                <PaymentForm standing={answer().standing} asOf={answer().asOf} />
                <LandForm standing={answer().standing} asOf={answer().asOf} />
                <Show when={answer().gifts.length > 0}>
                  <LandFollowForm gifts={answer().gifts} asOf={answer().asOf} />
                </Show>
              </div>
            </div>
          </Allowed>
        )}
      </Loaded>
    </Page>
  )
}

export default ReportPage

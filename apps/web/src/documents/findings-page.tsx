import { useWords } from "../language/words.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { useFindings } from "./documents.queries.ts"
import { documentWords } from "./documents.words.ts"
import { DocumentTabs } from "./document-tabs.tsx"
import { FindingsList } from "./findings-list.tsx"

/** All findings about all documents. */
const FindingsPage = () => {
  const t = useWords(documentWords)
  const findings = useFindings(() => undefined)
  return (
    <Page title={t().findingsTitle} lead={t().findingsLead} controls={<DocumentTabs />}>
      <h2 class="sr-only">{t().findings}</h2>
      <Loaded query={findings}>{(answer) => <FindingsList findings={answer().items} />}</Loaded>
    </Page>
  )
}

export default FindingsPage

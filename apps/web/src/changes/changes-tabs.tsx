import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { useMay } from "../people/people.queries.ts"
import { changesWords } from "./changes.words.ts"

/** The trail, and where changes are sent. */
export const ChangesTabs = () => {
  const t = useWords(changesWords)
  const may = useMay()
  return (
    <Tabs
      label={t().pages}
      tabs={[
        ...(may("audit.read") ? [{ href: "/nhat-ky", name: t().audit }] : []),
        ...(may("webhooks.manage") ? [{ href: "/webhook", name: t().webhooks }] : [])
      ]}
    />
  )
}

import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { changesWords } from "./changes.words.ts"

/** The trail, and where changes are sent. */
export const ChangesTabs = () => {
  const t = useWords(changesWords)
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: "/nhat-ky", name: t().audit },
        { href: "/webhook", name: t().webhooks }
      ]}
    />
  )
}

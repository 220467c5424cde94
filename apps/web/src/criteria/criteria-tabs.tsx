import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { criteriaWords } from "./criteria.words.ts"

/** Where units stand, what the plan wants, what documents publish, and where values are entered. */
export const CriteriaTabs = () => {
  const t = useWords(criteriaWords)
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: "/danh-gia", name: t().tabs.assessments },
        { href: "/danh-gia/thay-bo", name: t().tabs.replacement },
        { href: "/chi-tieu", name: t().tabs.targets },
        { href: "/tieu-chi", name: t().tabs.results },
        { href: "/bo-tieu-chi", name: t().tabs.sets },
        { href: "/nhap-so-lieu", name: t().tabs.entry }
      ]}
    />
  )
}

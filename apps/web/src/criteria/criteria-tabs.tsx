import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { useMay } from "../people/people.queries.ts"
import { criteriaWords } from "./criteria.words.ts"

/** Where units stand, what the plan wants, what documents publish, and where values are entered. */
export const CriteriaTabs = () => {
  const t = useWords(criteriaWords)
  const may = useMay()
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: "/danh-gia", name: t().tabs.assessments },
        { href: "/danh-gia/thay-bo", name: t().tabs.replacement },
        { href: "/chi-tieu", name: t().tabs.targets },
        { href: "/tieu-chi", name: t().tabs.results },
        { href: "/bo-tieu-chi", name: t().tabs.sets },
        ...(may("values.record") ? [{ href: "/nhap-so-lieu", name: t().tabs.entry }] : [])
      ]}
    />
  )
}

import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import type { WorksScope } from "./use-works-scope.ts"
import { worksWords } from "./works.words.ts"

/** Works together, one by one, what is owed for them, the land given for them, and what wants attention. */
export const WorksTabs = (props: { readonly scope: WorksScope }) => {
  const t = useWords(worksWords)
  const href = (path: string) => props.scope.within(path)
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: href("/cong-trinh"), name: t().tabs.overview },
        { href: href("/cong-trinh/danh-sach"), name: t().tabs.list },
        { href: href("/cong-trinh/no-dong"), name: t().tabs.debt },
        { href: href("/cong-trinh/hien-dat"), name: t().tabs.land },
        { href: href("/cong-trinh/canh-bao"), name: t().tabs.alerts }
      ]}
    />
  )
}

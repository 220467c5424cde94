import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { useMay } from "../people/people.queries.ts"
import { dossiersWords } from "./dossiers.words.ts"
import type { DossiersScope } from "./use-dossiers-scope.ts"

/** Dossiers one by one, where one is opened, how they are asked for; and the registers. */
export const DossiersTabs = (props: { readonly scope: DossiersScope }) => {
  const t = useWords(dossiersWords)
  const may = useMay()
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: props.scope.within("/ho-so"), name: t().tabs.list },
        ...(may("dossiers.open") ? [{ href: props.scope.within("/ho-so/mo"), name: t().tabs.open }] : []),
        { href: props.scope.within("/ho-so/trinh-tu"), name: t().tabs.procedures },
        { href: props.scope.within("/so-theo-doi", { hang: undefined }), name: t().tabs.counts }
      ]}
    />
  )
}

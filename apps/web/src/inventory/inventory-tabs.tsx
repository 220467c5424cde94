import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { useMay } from "../people/people.queries.ts"
import { dossiersWords } from "../dossiers/dossiers.words.ts"
import type { InventoryScope } from "./use-inventory-scope.ts"

/** The registers in numbers, one by one, where one is put down; and back to the dossiers. */
export const InventoryTabs = (props: { readonly scope: InventoryScope }) => {
  const t = useWords(dossiersWords)
  const may = useMay()
  const plain = { loai: undefined, nam: undefined }
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: props.scope.within("/ho-so", plain), name: t().tabs.list },
        { href: props.scope.within("/so-theo-doi"), name: t().tabs.counts },
        { href: props.scope.within("/so-theo-doi/danh-sach"), name: t().tabs.items },
        ...(may("registers.record") ? [{ href: props.scope.within("/so-theo-doi/ghi"), name: t().tabs.record }] : [])
      ]}
    />
  )
}

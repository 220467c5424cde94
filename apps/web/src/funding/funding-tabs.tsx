import { useWords } from "../language/words.ts"
import { addressWith, useAddress } from "../parts/address.ts"
import { Tabs } from "../parts/tabs.tsx"
import { fundingWords } from "./funding.words.ts"

/** Money as a table, from the plan to the payment, year against year, entry by entry, and as documents print it. */
export const FundingTabs = () => {
  const t = useWords(fundingWords)
  const [unit] = useAddress("don-vi")
  const [asOf] = useAddress("as_of")
  const [knownAt] = useAddress("known_at")
  const [year] = useAddress("nam")
  const [stage] = useAddress("giai-doan")
  const [boundaries] = useAddress("ranh-gioi")
  const href = (path: string) =>
    addressWith(path, {
      "don-vi": unit(),
      nam: year(),
      "giai-doan": stage(),
      "ranh-gioi": boundaries(),
      as_of: asOf(),
      known_at: knownAt()
    })
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: href("/nguon-luc"), name: t().tabs.pivot },
        { href: href("/nguon-luc/giai-ngan"), name: t().tabs.stages },
        { href: href("/nguon-luc/so-sanh"), name: t().tabs.years },
        { href: href("/nguon-luc/but-toan"), name: t().tabs.entries },
        { href: "/nguon-luc/ban-in", name: t().tabs.printed }
      ]}
    />
  )
}

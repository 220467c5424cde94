import { useSearchParams } from "@solidjs/router"

type Key =
  | "q"
  | "as_of"
  | "known_at"
  | "van-ban"
  | "level"
  | "mo"
  | "ban-do"
  | "bo"
  | "don-vi"
  | "xem"
  | "sap-xep"
  | "thieu"
  | "chi-so"
  | "loc"

/** One word of the page's address (`?as_of=2025-04-15`), and a way to change it; the first one where it is given twice. */
export const useAddress = (key: Key): readonly [() => string | undefined, (value: string | undefined) => void] => {
  const [params, setParams] = useSearchParams<Record<Key, string>>()
  const read = () => {
    const value: string | ReadonlyArray<string> | undefined = params[key]
    const first = typeof value === "string" ? value : value?.[0]
    return first === "" ? undefined : first
  }
  return [read, (value) => setParams({ [key]: value ?? null }, { replace: true })]
}

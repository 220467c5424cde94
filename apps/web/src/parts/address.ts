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
  | "sang"
  | "don-vi"
  | "xem"
  | "sap-xep"
  | "thieu"
  | "chi-so"
  | "loc"
  | "nam"
  | "giai-doan"
  | "cap"
  | "ranh-gioi"
  | "nguon"
  | "cong-trinh"
  | "dot"
  | "linh-vuc"
  | "tinh-trang"
  | "cham"
  | "tu"
  | "den"
  | "tu-luc"
  | "so"
  | "vi-sao"
  | "ma"
  | "co-quan"
  | "vai"
  | "trong"
  | "hang"
  | "loai"
  | "ky-thuat"

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

/** Changes several words of the page's address at once; undefined takes a word out. */
export const useSetAddress = (): ((words: Partial<Readonly<Record<Key, string | undefined>>>) => void) => {
  const [, setParams] = useSearchParams<Record<Key, string>>()
  return (words) =>
    setParams(Object.fromEntries(Object.entries(words).map(([key, value]) => [key, value ?? null])), { replace: true })
}

/** A path with words behind it, of which those that are undefined are left out. */
export const addressWith = (
  path: string,
  words: Partial<Readonly<Record<Key, string | number | undefined>>>
): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(words)) {
    if (value !== undefined) query.set(key, String(value))
  }
  return query.size === 0 ? path : `${path}?${query}`
}

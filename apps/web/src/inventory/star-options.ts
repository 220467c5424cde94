import type { Option } from "../parts/select.tsx"

/** The grades of a product; the one that it has first, for that is what stands before anything is chosen. */
export const starOptions = (now: number, name: (stars: string) => string): ReadonlyArray<Option> =>
  [now, ...[3, 4, 5].filter((stars) => stars !== now)].map((stars) => ({
    value: String(stars),
    name: name(String(stars))
  }))

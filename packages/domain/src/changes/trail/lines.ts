import type { Bilingual } from "../../values/index.ts"
import type { FieldForm } from "./field.ts"
import type { Named } from "./names.ts"
import { columnField, isParts, partOf, type Telling, tellTag, tellValue } from "./telling.ts"

/** What a field says in words, before and after; null: there was nothing. */
export interface ChangedLine {
  readonly words: Bilingual
  readonly before: Named | null
  readonly after: Named | null
}

/** More than this is told as it is kept alone. */
const LONGEST = 4000

/** What has parts with more signs than this is not told part by part: nobody reads it so, and it may name thousands of things. */
const LONGEST_KEPT = 16_000

/** Whether something with parts is too long to be told; looks no further than it has to. */
const isTooLong = (value: unknown): boolean => {
  let room = LONGEST_KEPT
  const fits = (part: unknown): boolean => {
    if (typeof part !== "object" || part === null) {
      room -= typeof part === "string" ? part.length : 5
      return room >= 0
    }
    for (const key in part) {
      room -= Array.isArray(part) ? 1 : key.length
      if (!fits(Reflect.get(part, key))) return false
    }
    return room >= 0
  }
  return typeof value === "object" && !fits(value)
}

const asKept: Named = { vi: "xem dữ liệu gốc", en: "see the original data", to: null }

/** By what something that is kept whole is called in it. */
const titles = ["title", "name", "names", "text", "content", "label"]

/** What something that is kept whole calls itself, and that more is to be seen; null where there is nothing. */
const wholeSaid = (value: unknown): Named | null => {
  if (value === null || value === undefined) return null
  const called = isParts(value) ? titles.map((key) => titleIn(value[key])).find((title) => title !== null) : null
  return called ? { vi: `${called.vi} (${asKept.vi})`, en: `${called.en} (${asKept.en})`, to: null } : asKept
}

const titleIn = (title: unknown): Bilingual | null => {
  if (typeof title === "string") return { vi: title, en: title }
  if (Array.isArray(title)) return titleIn(isParts(title[0]) ? title[0]["name"] : null)
  if (!isParts(title)) return null
  const { en, vi } = title
  return typeof vi === "string" ? { vi, en: typeof en === "string" ? en : vi } : null
}

/** A value in words, or that it is to be seen as it is kept. */
const told = (value: unknown, form: FieldForm, telling: Telling): Named | null => {
  if (isTooLong(value)) return asKept
  const said = tellValue(value, form, telling)
  return said !== null && said.vi.length > LONGEST ? asKept : said
}

/** The parts of something, each by its place: a part with parts of its own is told by these, a list as one. */
const partsOf = (
  value: unknown,
  telling: Telling,
  path = ""
): ReadonlyMap<string, { readonly words: Bilingual; readonly said: Named }> => {
  if (!isParts(value)) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, part]) => {
      const place = `${path}/${key}`
      const { form, words } = partOf(telling.noun, key)
      if (form === "kept") return []
      if (form === "inside" && isParts(part)) return [...partsOf(part, telling, place)]
      const said = key === "_tag" && typeof part === "string" ? tellTag(telling.noun, part) : told(part, form, telling)
      return said === null ? [] : [[place, { words, said }] as const]
    })
  )
}

const same = (a: Named | null, b: Named | null): boolean => a?.vi === b?.vi && a?.en === b?.en

/**
 * A column of a row in words: one line, or a line for each part that differs; none of what is the program's alone.
 *
 * **Details** Both values have to differ: where they are told alike all the same, both are to be seen as they are kept.
 */
export const linesOf = (
  column: string,
  { after, before }: { readonly before: unknown; readonly after: unknown },
  telling: Telling
): ReadonlyArray<ChangedLine> => {
  const found = columnField(telling.noun, column)
  if (found === undefined || found.form === "kept") return []
  const { form, words } = found
  const there = (value: unknown) => (value === null || value === undefined ? null : asKept)
  if (form === "whole") return [{ words, before: wholeSaid(before), after: wholeSaid(after) }]
  if (form === "inside") {
    const [was, is] = [partsOf(before, telling), partsOf(after, telling)]
    return [...new Set([...is.keys(), ...was.keys()])].flatMap((place) => {
      const line = { before: was.get(place)?.said ?? null, after: is.get(place)?.said ?? null }
      const called = is.get(place)?.words ?? was.get(place)?.words
      return called === undefined || same(line.before, line.after) ? [] : [{ words: called, ...line }]
    })
  }
  const line = { before: told(before, form, telling), after: told(after, form, telling) }
  if (line.before === null && line.after === null) return []
  return [{ words, ...(same(line.before, line.after) ? { before: there(before), after: there(after) } : line) }]
}

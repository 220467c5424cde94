import {
  ancestorsOn,
  descendantsOn,
  type Register,
  type Unit,
  type UnitId,
  type UnitLevel,
  unitOn
} from "../units/index.ts"
import { type Day, foldVietnamese } from "../values/index.ts"

/** Who speaks for a unit: "UBND", "Chủ tịch UBND", "Hội đồng nhân dân". An office of its own ("Văn phòng UBND …") does not. */
const speaksForUnits = /^(chu tich |thuong truc )?(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) /u

/** Type words of a level as documents write them; the longest first. */
const typeWords = ["thi tran", "thi xa", "thanh pho", "dac khu", "phuong", "huyen", "quan", "tinh", "xa"]

const levelNames: Readonly<Record<string, UnitLevel>> = {
  "cap tinh": "province",
  "cap huyen": "district",
  "cap xa": "commune"
}

const typesOf = (text: string): { readonly types: ReadonlyArray<string>; readonly rest: string } => {
  const types: Array<string> = []
  let rest = text
  for (;;) {
    const word = typeWords.find((each) => rest === each || rest.startsWith(`${each} `) || rest.startsWith(`${each},`))
    if (word === undefined) return { types, rest }
    types.push(word)
    rest = rest.slice(word.length).replace(/^(,| va )?\s*/u, "")
  }
}

/** "vinh bao, tien lang va an lao" → each of them. */
const namesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/,|;| va /u)
      .map((name) => name.trim())
      .filter((name) => name !== "")
  )

const folded = new WeakMap<Unit, { readonly type: string; readonly name: string }>()

const spelled = (unit: Unit) => {
  const known = folded.get(unit)
  if (known !== undefined) return known
  const made = { type: foldVietnamese(unit.type), name: foldVietnamese(unit.name) }
  folded.set(unit, made)
  return made
}

/** A municipality's register type says "thành phố trung ương" where texts say "thành phố". */
const isOfType = (unit: Unit, types: ReadonlyArray<string>): boolean =>
  types.some((type) => spelled(unit).type === type || spelled(unit).type.startsWith(`${type} `))

/**
 * The units that a document means by the name of an agency: "UBND các huyện Vĩnh Bảo, Tiên Lãng", "UBND cấp xã",
 * "UBND thành phố Thủy Nguyên". In Vietnamese order of the register's own rows; empty where the name is not one of a unit.
 *
 * **Details** Read among the units of `within` (the province that the document is for) as they stood on the day, itself among
 * them. "các huyện" without names are all of that type. A name is never guessed: "UBND các địa phương liên quan" gives none.
 */
export const addressees = (agency: string, register: Register, within: UnitId, day: Day): ReadonlyArray<Unit> => {
  const text = foldVietnamese(agency)
  const spoken = speaksForUnits.exec(text)
  if (spoken === null) return []
  const called = text.slice(spoken[0].length)
  const own = unitOn(register, within, day)
  const units = [...(own === undefined ? [] : [own]), ...descendantsOn(register, within, day)]
  const level = levelNames[called]
  if (level !== undefined) return units.filter((unit) => unit.level === level)
  const all = called.startsWith("cac ")
  const { types, rest } = typesOf(all ? called.slice("cac ".length) : called)
  if (types.length === 0) return []
  const ofType = units.filter((unit) => isOfType(unit, types))
  if (rest === "") return all ? ofType.filter((unit) => unit.id !== within) : []
  const names = namesOf(rest)
  const named = ofType.filter((unit) => names.has(spelled(unit).name))
  // One agency speaks for one unit: of namesakes the higher is meant, as a lower one is named with the one above it.
  return all
    ? named
    : named
        .toSorted((a, b) => ancestorsOn(register, a.id, day).length - ancestorsOn(register, b.id, day).length)
        .slice(0, 1)
}

/** The units that a document names without who speaks for them ("huyện Vĩnh Bảo"); its own province where it names none. */
export const unitsMeant = (
  names: ReadonlyArray<string>,
  register: Register,
  within: UnitId,
  day: Day
): ReadonlyArray<Unit> => {
  const own = unitOn(register, within, day)
  if (names.length === 0) return own === undefined ? [] : [own]
  // A unit is named as who speaks for it would be.
  return names.flatMap((name) => addressees(`UBND ${name}`, register, within, day))
}

import type { Unit } from "../../units/index.ts"
import { compareVietnamese } from "../../values/index.ts"
import { agencyCalled } from "../agencies/directory.ts"
import { partyOf, type Reading, unitHolders } from "../agencies/reading.ts"
import { agencyHolders } from "../agencies/directory.ts"
import type { Day } from "../../values/index.ts"
import type { Holder } from "./standing.ts"
import type { Owner } from "./task.ts"

/** Who is named, as of the day of the document: one owner for each unit and each agency, in the order of the text, each once. */
export const ownersOf = (printed: ReadonlyArray<string>, reading: Reading): ReadonlyArray<Owner> => {
  const found = printed.flatMap((name): ReadonlyArray<Owner> => {
    const party = partyOf(name, reading, reading.askedOn)
    switch (party._tag) {
      case "units":
        return party.units.map(({ code, id }) => ({ _tag: "unit", unit: id, code, printed: name }))
      case "agency":
        return [{ _tag: "agency", agency: party.agency.id, printed: name }]
      case "unknown":
        return [{ _tag: "unknown", printed: name }]
    }
  })
  return [...new Map(found.map((owner) => [ownerId(owner), owner])).values()]
}

/** One text for one owner: "unit:7", "agency:hp-so-nnmt", "unknown:…". */
export const ownerId = (owner: Owner): string => {
  switch (owner._tag) {
    case "unit":
      return `unit:${owner.unit}`
    case "agency":
      return `agency:${owner.agency}`
    case "unknown":
      return `unknown:${owner.printed}`
  }
}

/** Who answers for owners on a day, in Vietnamese order of units, agencies as the text has them. Each once. */
export const holdersOf = (owners: ReadonlyArray<Owner>, reading: Reading, day: Day): ReadonlyArray<Holder> => {
  const { askedOn, chronicle, directory } = reading
  const on = day < askedOn ? askedOn : day
  const found = owners.flatMap((owner): ReadonlyArray<Holder> => {
    switch (owner._tag) {
      case "unit":
        return unitHolders(chronicle, owner.unit, askedOn, on)
          .toSorted((a, b) => compareVietnamese(a.name, b.name))
          .map((unit) => ({ _tag: "unit", unit }))
      case "agency":
        return agencyHolders(directory, owner.agency, on).map((agency) => ({
          _tag: "agency",
          agency,
          name: agencyCalled(agency, on)
        }))
      case "unknown":
        return [{ _tag: "unknown", printed: owner.printed }]
    }
  })
  return [...new Map(found.map((holder) => [holderId(holder), holder])).values()]
}

/** "unit:312" by the code of the day, "agency:hp-so-nnmt", "unknown:…": what other questions are narrowed by. */
export const holderId = (holder: Holder): string => {
  switch (holder._tag) {
    case "unit":
      return `unit:${holder.unit.code}`
    case "agency":
      return `agency:${holder.agency.id}`
    case "unknown":
      return `unknown:${holder.printed}`
  }
}

/** As people write a unit's type: the register keeps cities below a province apart from those of the centre, names do not. */
const typeOf = ({ type }: Pick<Unit, "type">): string => (type.startsWith("thành phố ") ? "thành phố" : type)

/** A unit as texts name it: "thành phố Thủy Nguyên". */
export const unitWritten = (unit: Pick<Unit, "name" | "type">): string => `${typeOf(unit)} ${unit.name}`

/** As lists name it: "huyện An Lão", "thành phố Thủy Nguyên", "Sở Xây dựng". */
export const holderName = (holder: Holder): string => {
  switch (holder._tag) {
    case "unit":
      return unitWritten(holder.unit)
    case "agency":
      return holder.name
    case "unknown":
      return holder.printed
  }
}

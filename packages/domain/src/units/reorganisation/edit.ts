import type { Bilingual } from "../../values/index.ts"
import type { AttributeChange } from "../attributes.ts"
import type { UnitCode, UnitId } from "../unit.ts"
import type { StatedWeights } from "../weights.ts"

interface Centre {
  readonly lon: number
  readonly lat: number
}

/** What an event states of the fields of one unit, all its changes together. */
export interface Edit {
  readonly name?: string
  readonly type?: string
  readonly code?: UnitCode
  readonly parent?: UnitId
  readonly set?: AttributeChange
  readonly weights?: StatedWeights
  readonly centre?: Centre
}

const words = {
  name: { vi: "tên", en: "name" },
  type: { vi: "loại", en: "type" },
  code: { vi: "mã", en: "code" },
  parent: { vi: "đơn vị cấp trên", en: "parent" }
} as const

const fields = ["name", "type", "code", "parent"] as const

/** Both together; `twice` names the fields that they state differently. */
export const edited = (
  edit: Edit,
  stated: Edit
): { readonly edit: Edit; readonly twice: ReadonlyArray<Bilingual> } => ({
  edit: {
    ...edit,
    ...(stated.name === undefined ? {} : { name: stated.name }),
    ...(stated.type === undefined ? {} : { type: stated.type }),
    ...(stated.code === undefined ? {} : { code: stated.code }),
    ...(stated.parent === undefined ? {} : { parent: stated.parent }),
    ...(stated.set === undefined ? {} : { set: { ...edit.set, ...stated.set } }),
    ...(stated.weights === undefined ? {} : { weights: { ...edit.weights, ...stated.weights } }),
    ...(stated.centre === undefined ? {} : { centre: stated.centre })
  },
  twice: fields.flatMap((field) =>
    edit[field] === undefined || stated[field] === undefined || edit[field] === stated[field] ? [] : [words[field]]
  )
})

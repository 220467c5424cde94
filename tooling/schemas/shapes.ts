import ts from "typescript-api"

/** A JSON Schema as it is written down. */
export type Shape = { readonly [key: string]: unknown }

/** Types that JSON cannot carry: an answer that holds one would arrive as something else. */
const NOT_JSON = new Set(["Map", "Set", "Date", "Uint8Array", "Promise", "ReadonlyMap", "ReadonlySet"])

const docOf = (checker: ts.TypeChecker, symbol: ts.Symbol | undefined): { description?: string } => {
  const text = ts
    .displayPartsToString(symbol?.getDocumentationComment(checker))
    .replaceAll(/\s*\n\s*/g, " ")
    .trim()
  return text === "" ? {} : { description: text }
}

/** Types that bear a name in the source and no parameters: told once, and referred to. */
const nameOf = (type: ts.Type): string | undefined => {
  if (type.aliasSymbol !== undefined) return type.aliasTypeArguments === undefined ? type.aliasSymbol.name : undefined
  const { symbol } = type
  if (symbol === undefined || (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) === 0) return undefined
  const generic = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference
  return generic === 0 ? symbol.name : undefined
}

/**
 * Makes JSON Schemas of TypeScript types, by the compiler's own reading of them.
 *
 * **Details** A brand is what it brands. Named types become definitions; two types of one name are told apart by a number. Answers
 * are as JSON writes them: a key that is undefined is left out. Throws for what JSON cannot carry, with the place.
 */
export const makeShapes = (checker: ts.TypeChecker) => {
  const definitions = new Map<string, Shape>()
  const names = new Map<ts.Type, string>()

  const freeName = (wanted: string): string => {
    const taken = new Set(names.values())
    let name = wanted
    for (let n = 2; taken.has(name); n += 1) name = `${wanted}${n}`
    return name
  }

  const objectShape = (type: ts.Type, at: string): Shape => {
    const properties: Record<string, Shape> = {}
    const required: Array<string> = []
    for (const property of checker.getPropertiesOfType(type)) {
      const { name } = property
      if (name.startsWith("__@")) continue
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const shape = shapeOf(checker.getTypeOfSymbol(property), `${at}.${name}`)
      if (shape === undefined) continue
      properties[name] = "$ref" in shape ? shape : { ...shape, ...docOf(checker, property) }
      if (!optional) required.push(name)
    }
    const index = checker.getIndexInfosOfType(type).find(({ keyType }) => (keyType.flags & ts.TypeFlags.String) !== 0)
    return {
      type: "object",
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required: required.toSorted() }),
      ...(index === undefined ? {} : { additionalProperties: shapeOf(index.type, `${at}[]`) ?? {} })
    }
  }

  const listShape = (type: ts.TypeReference, at: string): Shape => {
    const parts = checker.getTypeArguments(type)
    if (!checker.isTupleType(type)) return { type: "array", items: shapeOf(parts[0] as ts.Type, `${at}[]`) ?? {} }
    const { elementFlags, minLength } = type.target as ts.TupleType
    const rest = elementFlags.findIndex((flag) => (flag & ts.ElementFlags.Variable) !== 0)
    const fixed = (rest === -1 ? parts : parts.slice(0, rest)).map((part, i) => shapeOf(part, `${at}[${i}]`) ?? {})
    const items = rest === -1 ? false : (shapeOf(parts[rest] as ts.Type, `${at}[]`) ?? {})
    const [first] = fixed
    // `NonEmptyArray<A>`: one and more of the same.
    if (fixed.length === 1 && JSON.stringify(first) === JSON.stringify(items))
      return { type: "array", items, minItems: minLength }
    return { type: "array", prefixItems: fixed, items, minItems: minLength }
  }

  const unionShape = (type: ts.UnionType, at: string): Shape | undefined => {
    // `Rule | null` is flattened by the compiler; where it came from still names `Rule`, which may hold itself.
    const { origin } = type as { readonly origin?: ts.Type }
    const parts = origin?.isUnion() === true ? origin.types : type.types
    const members = parts.filter(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) === 0)
    if (members.length === 0) return undefined
    const literals = members.filter(({ flags }) => (flags & ts.TypeFlags.StringOrNumberLiteral) !== 0)
    const booleans = members.filter(({ flags }) => (flags & ts.TypeFlags.BooleanLiteral) !== 0)
    const others = members.filter((member) => !literals.includes(member) && !booleans.includes(member))
    const values = literals.map((member) => (member as ts.LiteralType).value)
    const told: Array<Shape> = []
    if (values.length > 0) told.push(values.length === 1 ? { const: values[0] } : { enum: values })
    if (booleans.length === 2) told.push({ type: "boolean" })
    else told.push(...booleans.map((member) => shapeOf(member, at) ?? {}))
    for (const member of others) told.push(shapeOf(member, at) ?? {})
    const distinct = [...new Map(told.map((shape) => [JSON.stringify(shape), shape])).values()]
    if (distinct.length === 1) return distinct[0]
    const [one, other] = distinct
    const types = distinct.map((shape) => (Object.keys(shape).length === 1 ? shape["type"] : undefined))
    if (types.every((each) => typeof each === "string")) return { type: types }
    return { anyOf: one === undefined || other === undefined ? [] : distinct }
  }

  const bare = (type: ts.Type, at: string): Shape | undefined => {
    const { flags } = type
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (flags & ts.TypeFlags.Never) return { not: {} }
    if (flags & ts.TypeFlags.Null) return { type: "null" }
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return undefined
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" }
    if (flags & ts.TypeFlags.StringLike) return { type: "string" }
    if (flags & ts.TypeFlags.NumberLike) return { type: "number" }
    if (flags & ts.TypeFlags.BooleanLike) return { type: "boolean" }
    if (type.isUnion()) return unionShape(type, at)
    if (type.isIntersection()) {
      const kind = type.types.find((part) => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0)
      if (kind !== undefined) return shapeOf(kind, at)
      return objectShape(type, at)
    }
    if (checker.isArrayType(type) || checker.isTupleType(type)) return listShape(type as ts.TypeReference, at)
    if ((flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) === 0 || NOT_JSON.has(type.symbol?.name ?? ""))
      throw new Error(`${at}: JSON cannot carry ${checker.typeToString(type)}`)
    if (type.getCallSignatures().length > 0) throw new Error(`${at}: JSON cannot carry a function`)
    return objectShape(type, at)
  }

  const shapeOf = (type: ts.Type, at: string): Shape | undefined => {
    const known = names.get(type)
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` }
    const compound = type.isUnion() || (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection()
    const named = compound && !checker.isArrayType(type) && !checker.isTupleType(type) ? nameOf(type) : undefined
    if (named === undefined || NOT_JSON.has(named)) return bare(type, at)
    const name = freeName(named)
    names.set(type, name)
    const shape = bare(type, at)
    if (shape === undefined) return undefined
    definitions.set(name, { ...shape, ...docOf(checker, type.aliasSymbol ?? type.symbol) })
    return { $ref: `#/components/schemas/${name}` }
  }

  return { definitions, shapeOf, docOf: (symbol: ts.Symbol | undefined) => docOf(checker, symbol).description ?? "" }
}

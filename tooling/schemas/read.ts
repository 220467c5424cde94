import { join } from "node:path"
import ts from "typescript-api"
import { makeShapes, type Shape } from "./shapes.ts"

/** What the types say of one endpoint. */
export interface ReadEndpoint {
  /** Of the JSON that it answers; null for a file. */
  readonly answer: Shape | null
  /** What the source says of it, in English. */
  readonly about: string
  /** Tags of the errors that its handler can fail with; null where the handler does not tell them apart. */
  readonly errors: ReadonlyArray<string> | null
}

export interface Read {
  readonly endpoints: Readonly<Record<string, ReadEndpoint>>
  readonly definitions: Readonly<Record<string, Shape>>
}

/** Functions that answer an endpoint with a handler, and where both stand among their arguments. */
const MOUNTS = new Set(["mount", "mountListing", "mountFile", "receive", "tell", "tellListing", "take"])

/** More errors than any handler tells of its own: it has the type of all. */
const ALL_ERRORS = 20

const compilerOptions = (root: string): ts.CompilerOptions => {
  const file = join(root, "tooling/config/tsconfig.base.json")
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root).options
}

/** Reads the contract and the routes of the API with the compiler, from their sources below `root`. */
export const readTypes = (root: string): Read => {
  const contract = join(root, "packages/contract/src/client.ts")
  const routes = join(root, "apps/api/src/app.ts")
  const program = ts.createProgram({ rootNames: [contract, routes], options: compilerOptions(root) })
  const checker = program.getTypeChecker()
  const shapes = makeShapes(checker)

  const source = program.getSourceFile(contract)
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  const api = module?.exports?.get(ts.escapeLeadingUnderscores("api"))
  if (api === undefined) throw new Error(`no api in ${contract}`)

  const found = new Map<string, { answer: Shape | null; about: string; errors: Array<string> | null | undefined }>()
  const byPlace = new Map<ts.Node, string>()
  const placeOf = (symbol: ts.Symbol | undefined): ts.Node | undefined => symbol?.valueDeclaration

  const walk = (type: ts.Type, path: string): void => {
    for (const member of checker.getPropertiesOfType(type)) {
      const key = path === "" ? member.name : `${path}.${member.name}`
      const memberType = checker.getTypeOfSymbol(member)
      if (memberType.getProperty("path") === undefined) {
        walk(memberType, key)
        continue
      }
      const answer = memberType.getProperty("answer")
      const isFile = memberType.getProperty("answers") !== undefined
      const shape = answer === undefined || isFile ? undefined : shapes.shapeOf(checker.getTypeOfSymbol(answer), key)
      found.set(key, { answer: shape ?? null, about: shapes.docOf(member), errors: undefined })
      const place = placeOf(member)
      if (place !== undefined) byPlace.set(place, key)
    }
  }
  walk(checker.getTypeOfSymbol(api), "")

  const keyOf = (node: ts.Expression): string | undefined => {
    if (ts.isPropertyAccessExpression(node)) {
      const place = placeOf(checker.getSymbolAtLocation(node.name))
      return place === undefined ? undefined : byPlace.get(place)
    }
    const declared = placeOf(checker.getSymbolAtLocation(node))
    if (declared === undefined || !ts.isBindingElement(declared)) return undefined
    const from = checker.getTypeAtLocation(declared.parent)
    const place = placeOf(from.getProperty((declared.propertyName ?? declared.name).getText()))
    return place === undefined ? undefined : byPlace.get(place)
  }

  const tagsOf = (handler: ts.Expression): Array<string> | null => {
    const tags = new Set<string>()
    for (const signature of checker.getTypeAtLocation(handler).getCallSignatures()) {
      const returned = checker.getReturnTypeOfSignature(signature)
      for (const effect of returned.isUnion() ? returned.types : [returned]) {
        const error = checker.getTypeArguments(effect as ts.TypeReference)[1]
        if (error === undefined) return null
        for (const each of error.isUnion() ? error.types : [error]) {
          const tag = each.getProperty("_tag")
          const type = tag === undefined ? undefined : checker.getTypeOfSymbol(tag)
          if (type?.isStringLiteral() === true) tags.add(type.value)
          else if ((each.flags & ts.TypeFlags.Never) === 0) return null
        }
      }
    }
    return tags.size >= ALL_ERRORS ? null : [...tags].toSorted()
  }

  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MOUNTS.has(node.expression.text)) {
      const [, endpoint, ...rest] = node.arguments
      if (endpoint !== undefined && ts.isElementAccessExpression(endpoint))
        throw new Error(
          `${node.getSourceFile().fileName}: ${endpoint.getText()} is to be named, so that its errors can be read`
        )
      const key = endpoint === undefined ? undefined : keyOf(endpoint)
      const handler = rest.find((each) => checker.getTypeAtLocation(each).getCallSignatures().length > 0)
      const entry = key === undefined ? undefined : found.get(key)
      if (entry !== undefined && handler !== undefined) entry.errors = tagsOf(handler)
    }
    ts.forEachChild(node, look)
  }
  for (const file of program.getSourceFiles()) if (file.fileName.startsWith(join(root, "apps/api/src/"))) look(file)

  return {
    endpoints: Object.fromEntries(
      [...found].map(([key, { about, answer, errors = null }]) => [key, { answer, about, errors }])
    ),
    definitions: Object.fromEntries([...shapes.definitions].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
}

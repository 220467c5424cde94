import type { Operation } from "./hold.ts"

/** Values that the pilot knows, by the name of the parameter that takes them; "noun.name/parameter" where one name means many things. */
export type Pools = ReadonlyMap<string, ReadonlyArray<string>>

type Ask = (path: string) => Promise<unknown>

/** Every value of a key anywhere in an answer. */
const valuesOf = (answer: unknown, wanted: string): ReadonlyArray<string> => {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    for (const [key, each] of Object.entries(value)) {
      if (key === wanted && (typeof each === "string" || typeof each === "number")) found.add(String(each))
      else look(each)
    }
  }
  look(answer)
  return [...found].slice(0, 40)
}

const sources: ReadonlyArray<readonly [path: string, key: string, names: ReadonlyArray<string>]> = [
  ["/documents", "id", ["document", "documents.get/id", "criteria.results/id", "assignments.timeline/document"]],
  ["/criteria-sets", "id", ["set", "with", "criteria.get/id", "criteria.versions/id", "criteria.differences/id"]],
  ["/units?limit=20&parent=31&as_of=2025-07-01", "code", ["unit", "code", "parent"]],
  ["/inputs", "key", ["input", "key", "observations.ofInput/key"]],
  ["/units?limit=80&parent=31&as_of=2025-07-01&level=commune", "code", ["commune"]],
  ["/works?limit=20&unit=31", "id", ["work", "works.one/id"]],
  ["/works/batches?unit=31", "id", ["batch"]],
  ["/tasks?limit=40", "key", ["task", "assignments.task/task"]],
  ["/agencies", "id", ["agency", "agencies.one/id"]],
  ["/recommendations", "key", ["recommendation", "recommendations.one/recommendation"]],
  ["/dossiers", "id", ["dossiers.one/id", "dossiers.rehearsal/id", "dossiers.bundle/id", "dossier"]],
  ["/reorganisations", "id", ["reorganisations.get/id", "reorganisations.undo/id"]],
  ["/audit?noun=assignment&limit=1", "seq", ["audit.entry/seq"]],
  ["/people", "id", ["people.history/id", "people.link/id", "people.close/id"]]
]

/** Asks the API what there is to be asked about. */
export const poolsOf = async (ask: Ask): Promise<Pools> => {
  const pools = new Map<string, ReadonlyArray<string>>()
  for (const [path, key, names] of sources) {
    const values = valuesOf(await ask(path).catch(() => null), key)
    for (const name of names) pools.set(name, [...(pools.get(name) ?? []), ...values])
  }
  pools.set("province", ["31"])
  // One of them at the most: of people who are closed no key is worth anything, and the roles are to ask until the end.
  pools.set("people.close/id", (pools.get("people.close/id") ?? []).slice(-1))
  return pools
}

export const poolOf = (pools: Pools, { operationId }: Operation, name: string): ReadonlyArray<string> =>
  pools.get(`${operationId}/${name}`) ?? pools.get(name) ?? []

/** Every text in a body with its place, as a person reads it: "rows[1].body.until". Names of fields are none. Walked without recursion: bodies nest as deep as they like. */
export const textsIn = (body: unknown): ReadonlyArray<readonly [path: string, text: string]> => {
  const found: Array<readonly [string, string]> = []
  const left: Array<readonly [path: string, value: unknown]> = [["", body]]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [path, value] = next
    if (typeof value === "string") found.push([path, value])
    else if (Array.isArray(value)) for (const [at, each] of value.entries()) left.push([`${path}[${at}]`, each])
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) left.push([path === "" ? key : `${path}.${key}`, each])
  }
  return found.toReversed()
}

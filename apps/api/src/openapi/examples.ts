import examples from "./examples.json" with { type: "json" }

const known = new Map<string, unknown>(Object.entries(examples))

/**
 * An example out of the pilot: "units.list" of an answer, "units.list#body" of a body, "works.one/id" of a parameter.
 *
 * **Details** Answers are real ones, shortened: lists to their first lines, long texts to their beginning.
 */
export const exampleOf = (key: string): unknown => known.get(key)

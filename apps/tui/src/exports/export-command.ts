import { ApiProblem, type Client, type FileAnswer, makeClient } from "@ntm/contract"
import { formatBytes } from "@ntm/domain/criteria"
import { both, say } from "../language/lang.ts"
import { type Action, type Asked, runAction } from "../shell/actions.ts"
import { writeNew } from "../shell/new-file.ts"
import type { RunCommand } from "../shell/output.ts"

const moment = ["as-of", "known-at"]

const asOf = ({ options }: Asked) => ({ as_of: options["as-of"], known_at: options["known-at"] })
const ofWorks = (asked: Asked) => ({ ...asOf(asked), unit: asked.options["unit"], batch: asked.options["batch"] })
const ofMoney = (asked: Asked) => {
  const { boundaries, tier, unit } = asked.options
  return { ...asOf(asked), unit, tier, boundaries }
}
const ofValues = (asked: Asked) => {
  const { accept, input, level, unit } = asked.options
  return { ...asOf(asked), unit, level, input, accept }
}

type Fetching = (client: Client, asked: Asked) => Promise<FileAnswer>

/** Saves what is fetched as the file that is named, which must not be there. A whole province may take a while. */
const saves = (options: ReadonlyArray<string>, fetched: Fetching): Action => ({
  options: [...moment, "unit", ...options],
  operand: "TỆP",
  writes: true,
  run: async (asked) => {
    const path = asked.operand
    const { content, mediaType } = await fetched(asked.client, asked)
    const wrong = await writeNew(path, content)
    if (wrong !== null)
      throw new ApiProblem({ type: "urn:ntm:problem:not-written", title: wrong.vi, titleEn: wrong.en, status: 422 })
    const size = formatBytes(content.length)
    return {
      json: { path, mediaType, bytes: content.length },
      lines: [say(both(`Đã lưu ${path} (${size}).`, `Saved ${path} (${size}).`), asked.lang)]
    }
  }
})

/** What `ntm export` does: a form of an open standard each. */
export const exportActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["ocds-releases", saves(["batch"], (client, asked) => client.works.releases(ofWorks(asked), asked.signal))],
  ["ocds-records", saves(["batch"], (client, asked) => client.works.records(ofWorks(asked), asked.signal))],
  ["iati", saves(["tier", "boundaries"], (client, asked) => client.funding.activities(ofMoney(asked), asked.signal))],
  [
    "sdmx-data",
    saves(["level", "input", "accept"], (client, asked) => client.observations.data(ofValues(asked), asked.signal))
  ],
  [
    "sdmx-structure",
    saves(["level", "input", "accept"], (client, asked) => client.observations.structure(ofValues(asked), asked.signal))
  ]
])

/** `ntm export ocds-releases|ocds-records|iati|sdmx-data|sdmx-structure TỆP`. */
export const runExportCommand: RunCommand = (request, output) =>
  runAction(exportActions, request, output, makeClient(fetch, request.server))

import { availableParallelism } from "node:os"
import { join } from "node:path"
import { root, run } from "../tasks/steps.ts"

/** Processes at the most: each loads the pilot into a database of its own. */
const MOST = 4

/**
 * Sends requests that are made up of the OpenAPI document to the API as it runs on the pilot; resolves with an exit code.
 *
 * **Details** The spec of the suite does it (`apps/api/src/openapi/hostile.spec.ts`), with more of them and on as many processes as there are
 * processors.
 */
export const fuzzRequests = async (count: number, seed: number, from: number): Promise<number> => {
  const processes = Math.max(1, Math.min(availableParallelism(), MOST, Math.ceil(count / 1000)))
  const share = Math.ceil(count / processes)
  const codes = await Promise.all(
    Array.from({ length: processes }, (_, at) => {
      const begin = from + at * share
      const env = {
        ...process.env,
        NTM_REQUESTS: String(Math.min(share, from + count - begin)),
        NTM_SEED: String(seed),
        NTM_FROM: String(begin)
      }
      return run("vitest", ["run", "src/openapi/hostile.spec.ts"], { cwd: join(root, "apps/api"), env })
    })
  )
  return Math.max(...codes)
}

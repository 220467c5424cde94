import { join } from "node:path"
import { databaseLayer, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Layer, ManagedRuntime } from "effect"
import { loadPilot } from "../pilot.ts"

/** Where the reference data lie. */
export const dataDirectory = join(import.meta.dirname, "../../../../packages/reference/data")

/** A database of one's own that holds the pilot, on the server that comes along; loaded once for all that ask, and copied. */
export const pilotDatabase = (): Promise<FreshDatabase> =>
  freshDatabase({
    filling: {
      name: "pilot",
      fill: async (url) => {
        const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url }))))
        try {
          await runtime.runPromise(loadPilot({ dataDirectory, programVersion: "0.0.0", say: () => undefined }))
        } finally {
          await runtime.dispose()
        }
      }
    }
  })

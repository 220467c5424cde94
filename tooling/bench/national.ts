import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Funding } from "@ntm/domain/funding"
import type { Chronicle, Reorganisations, Units } from "@ntm/domain/units"
import { loadReference } from "@ntm/reference"
import { databaseLayer, loadAll, migrate, startBundledPostgres, storeLayer } from "@ntm/store"
import { Effect, Layer, ManagedRuntime } from "effect"
import { root } from "../tasks/steps.ts"

/** The real registers in a database of their own, and the product's ports on it. */
export interface National {
  readonly url: string
  readonly chronicle: Chronicle
  readonly run: <A, E>(effect: Effect.Effect<A, E, Units | Reorganisations | Funding>) => Promise<A>
  /** Gives the product's connections back, so that the database can be copied. */
  readonly disconnect: () => Promise<void>
}

/** Opens the product's ports on a database. */
export const portsOn = (url: string) => {
  const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url }))))
  return { runtime, run: runtime.runPromise.bind(runtime), disconnect: () => runtime.dispose() }
}

/** Runs a bench on the bundled PostgreSQL as users have it (durable), with the real registers loaded. */
export const onNational = async (bench: (national: National) => Promise<void>): Promise<void> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), "ntm-bench-"))
  // The database runs as an unprivileged account when started by root: it must reach the folder.
  chmodSync(dataDirectory, 0o755)
  const scoped = Effect.gen(function* () {
    const { url } = yield* startBundledPostgres({ dataDirectory, durable: true })
    yield* migrate({ url, migrationsFolder: join(root, "packages/store/migrations") })
    const { chronicle, criteriaSets } = yield* loadReference()
    const facts = {
      units: chronicle.register.rows,
      reorganisations: chronicle.events,
      criteriaSets,
      documents: [],
      setResults: [],
      recognitions: [],
      targets: [],
      fundingTables: [],
      assignments: [],
      findings: []
    }
    const { runtime, run, disconnect } = portsOn(url)
    yield* Effect.promise(() =>
      runtime.runPromise(loadAll(facts, { importName: "reference", sha256: "0", programVersion: "0" }))
    )
    yield* Effect.promise(() => bench({ url, chronicle, run, disconnect }).finally(disconnect))
  })
  try {
    await Effect.runPromise(Effect.scoped(scoped))
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}

import type { TestProject } from "vitest/node"
import { copyInto, newFolder, removeFolder } from "./files.ts"
import { allGone, belonging } from "./processes.ts"
import { type Product, startProduct } from "./product.ts"
import { type SessionCookie, signedIn } from "./session.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product of this run answers. */
    readonly address: string
    /** Its data folder: whoever may read it is the machine's owner. */
    readonly folder: string
    /** A data folder as a first start leaves it, with the pilot: see `loadedFolder`. */
    readonly loaded: string
    /** The session of the demonstration's administrator, as browsers keep it. */
    readonly session: SessionCookie
  }
}

/** Ends a product in order, and sees that nothing of it is left. */
const end = async (product: Product, folder: string): Promise<void> => {
  const members = belonging(product.pid, folder).map(({ pid }) => pid)
  const code = await product.stop("SIGTERM")
  await allGone(members, folder)
  if (code !== 0) throw new Error(`the product ended with ${code}:\n${product.stdout()}${product.stderr()}`)
}

/** A first start on an empty folder, whose loading takes long: once for all journeys that are not about it. */
const firstStart = async (): Promise<string> => {
  const folder = newFolder("loaded")
  const product = startProduct({ NTM_DATA: folder })
  try {
    await product.address()
    await end(product, folder)
    return folder
  } catch (cause) {
    await product.stop("SIGKILL")
    await allGone([product.pid], folder)
    removeFolder(folder)
    throw cause
  }
}

/** One product for all journeys that only look at it; nothing of it may be left when they are over. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const loaded = await firstStart()
  const folder = newFolder("instance")
  copyInto(folder, loaded)
  const product = startProduct({ NTM_DATA: folder })
  try {
    const address = await product.address()
    project.provide("loaded", loaded)
    project.provide("address", address)
    project.provide("folder", folder)
    project.provide("session", await signedIn(address, "administrator"))
  } catch (cause) {
    await product.stop("SIGKILL")
    await allGone([product.pid], folder)
    removeFolder(folder)
    removeFolder(loaded)
    throw cause
  }
  return async () => {
    try {
      await end(product, folder)
    } finally {
      removeFolder(folder)
      removeFolder(loaded)
    }
  }
}

export default setup

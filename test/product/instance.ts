import type { TestProject } from "vitest/node"
import { newFolder, removeFolder } from "./files.ts"
import { allGone, belonging } from "./processes.ts"
import { startProduct } from "./product.ts"
import { type SessionCookie, signedIn } from "./session.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product of this run answers. */
    readonly address: string
    /** Its data folder: whoever may read it is the machine's owner. */
    readonly folder: string
    /** The session of the demonstration's administrator, as browsers keep it. */
    readonly session: SessionCookie
  }
}

/** One product on an empty folder for all journeys that only look at it; nothing of it may be left when they are over. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = newFolder("instance")
  const product = startProduct({ NTM_DATA: folder })
  try {
    const address = await product.address()
    project.provide("address", address)
    project.provide("folder", folder)
    project.provide("session", await signedIn(address, "administrator"))
  } catch (cause) {
    await product.stop("SIGKILL")
    await allGone([product.pid], folder)
    removeFolder(folder)
    throw cause
  }
  return async () => {
    const members = belonging(product.pid, folder).map(({ pid }) => pid)
    const code = await product.stop("SIGTERM")
    await allGone(members, folder)
    removeFolder(folder)
    if (code !== 0) throw new Error(`the product ended with ${code}:\n${product.stdout()}${product.stderr()}`)
  }
}

export default setup

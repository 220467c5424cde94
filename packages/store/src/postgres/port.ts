import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import type { Place } from "./place.ts"

/** Listens for a moment on a loopback port; null where it is taken. 0 takes any free one. */
const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(null))
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null))
    })
  })

const fileOf = (place: Place): string => join(place.desk, "port")

/** A free port: last time's where it is still free, so that a person's own connection settings last. */
export const freePort = async (place: Place): Promise<number> => {
  const last = existsSync(fileOf(place)) ? Number(readFileSync(fileOf(place), "utf8")) : 0
  const again = Number.isInteger(last) && last > 1023 && last < 65_536 ? await tryPort(last) : null
  const port = again ?? (await tryPort(0))
  if (port === null) throw new Error("no free port on 127.0.0.1")
  return port
}

export const keepPort = (place: Place, port: number): void => {
  writeFileSync(`${fileOf(place)}.new`, `${port}\n`)
  renameSync(`${fileOf(place)}.new`, fileOf(place))
}

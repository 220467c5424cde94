import { Effect } from "effect"
import { spawnSync } from "node:child_process"
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync
} from "node:fs"
import { connect } from "node:net"
import { networkInterfaces, tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { clientFor } from "../database/client.ts"
import { inOtherProcess, type OtherProcess } from "../testing/other-process.ts"
import { startBundledPostgres } from "./bundled.ts"
import { readPostmaster, servesCluster } from "./postmaster.ts"

let folder: string
const others: Array<OtherProcess> = []
const other = (): OtherProcess => {
  const started = inOtherProcess(folder)
  others.push(started)
  return started
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ntm-lifecycle-"))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  await Promise.all(others.splice(0).map((one) => one.kill()))
  await gone()
  rmSync(folder, { recursive: true, force: true })
})

const cluster = () => join(folder, "postgres", "cluster")

/** Waits for the end of whatever server runs on the folder; fails after 20 s. */
const gone = async (): Promise<void> => {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(20)) {
    const postmaster = existsSync(cluster()) ? readPostmaster(cluster()) : null
    if (postmaster === null || !servesCluster(postmaster.pid, cluster())) return
  }
  throw new Error("the server lingers")
}

const started = <A>(
  use: (server: { url: string; pid: number; joined: boolean; said: ReadonlyArray<string> }) => Promise<A>
): Promise<A> => {
  const said: Array<string> = []
  return Effect.runPromise(
    Effect.scoped(
      startBundledPostgres({ dataDirectory: folder, durable: true, onProgress: (message) => said.push(message) }).pipe(
        Effect.flatMap((server) => Effect.promise(() => use({ ...server, said })))
      )
    )
  )
}

const inSql = async <A>(url: string, run: (sql: ReturnType<typeof clientFor>) => Promise<A>): Promise<A> => {
  const client = clientFor(url, { max: 1 })
  try {
    return await run(client)
  } finally {
    await client.end({ timeout: 1 })
  }
}

const refuses = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once("connect", () => (socket.destroy(), resolve(false)))
    socket.once("error", () => resolve(true))
  })

describe("the first start", () => {
  it("makes a durable database that sorts Vietnamese, on loopback only, behind a password that only its owner can read", async () => {
    await started(async ({ url, joined, said }) => {
      expect(joined).toBe(false)
      expect(said).toEqual(["Đang tạo cơ sở dữ liệu…", "Đang khởi động cơ sở dữ liệu…"])
      const [row] = await inSql(
        url,
        (sql) => sql`
          select current_setting('fsync') as fsync, current_setting('listen_addresses') as listen, current_setting('full_page_writes') as pages,
            current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding,
            (select string_agg(name, ' ' order by name) from unnest(array['Đà', 'Dũng', 'Ân', 'An', 'Ăn']) as name) as sorted`
      )
      expect(row).toEqual({
        fsync: "on",
        listen: "127.0.0.1",
        pages: "on",
        sockets: "",
        encoding: "UTF8",
        sorted: "An Ăn Ân Dũng Đà"
      })

      const { port, password } = new URL(url)
      expect(password).toMatch(/^[0-9a-f]{48}$/)
      expect(statSync(join(folder, "postgres", "password")).mode & 0o777).toBe(0o600)
      const outside = Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ family, internal }) => family === "IPv4" && !internal)
      for (const { address } of outside) expect(await refuses(address, Number(port))).toBe(true)
      const wrong = url.replace(password, "wrong")
      await expect(inSql(wrong, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" })
    })
    await gone()
  })

  it("is done once when two start at the same time; the other joins", async () => {
    const said = await Promise.all([other().ready, other().ready])
    expect(said.map(({ joined }) => joined).toSorted()).toEqual([false, true])
    expect(said[0]?.pid).toBe(said[1]?.pid)
    await Promise.all(others.map(({ finish }) => finish()))
    await gone()
  })

  it("begins anew after it was killed in the middle, and leaves nothing half made", async () => {
    const first = other()
    const seen = new Promise<void>((resolve) => {
      const look = () =>
        existsSync(join(folder, "postgres")) &&
        readdirSync(join(folder, "postgres")).some((name) => /^cluster\.new-[0-9a-f]+$/.test(name))
      const watcher = watch(folder, { recursive: true }, () => {
        if (!look()) return
        watcher.close()
        resolve()
      })
    })
    await seen
    await first.kill()
    expect(existsSync(cluster())).toBe(false)
    await started(async ({ url }) => expect(await inSql(url, (sql) => sql`select 1 as one`)).toHaveLength(1))
    // An initdb that outlived its program may still have been writing; the start after that finds it ended.
    await started(async ({ said }) => expect(said).toEqual(["Đang khởi động cơ sở dữ liệu…"]))
    expect(readdirSync(join(folder, "postgres")).filter((name) => name.startsWith("cluster."))).toEqual([])
  })
})

/** A data folder whose database was made and stopped, to copy from: making one takes a second each time. */
let made: string
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "ntm-lifecycle-"))
  chmodSync(made, 0o755)
  await Effect.runPromise(Effect.scoped(startBundledPostgres({ dataDirectory: made, durable: false })))
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

const withCopyOfMade = () =>
  beforeEach(() => {
    expect(spawnSync("cp", ["-a", join(made, "postgres"), folder]).status).toBe(0)
    rmSync(join(folder, "postgres", "port"))
  })

describe("a running database", () => {
  withCopyOfMade()

  it("is joined by a second program, outlives the first, and ends with the last", async () => {
    const first = other()
    const host = await first.ready
    await started(async ({ joined, pid, url, said }) => {
      expect({ joined, pid }).toEqual({ joined: true, pid: host.pid })
      expect(said).toEqual(["Dùng chung cơ sở dữ liệu đang chạy."])
      await first.finish()
      expect(await inSql(url, (sql) => sql`select 1 as one`)).toHaveLength(1)
    })
    await gone()
  })

  it("ends when the only program that uses it is killed", async () => {
    const only = other()
    const { pid } = await only.ready
    expect(servesCluster(pid, cluster())).toBe(true)
    await only.kill()
    // Its file goes a moment before the process does.
    await expect.poll(() => servesCluster(pid, cluster()), { timeout: 20_000 }).toBe(false)
  })

  it("lives on when one of two is killed", async () => {
    const [one, two] = [other(), other()]
    const { url } = await one.ready
    await two.ready
    await one.kill()
    await inSql(url, (sql) => sql`select pg_sleep(0.3)`)
    await two.kill()
    await gone()
  })

  // Finding the supervisor needs /proc.
  it.runIf(process.platform === "linux")("is ended by its program also when its supervisor was killed", async () => {
    await started(async ({ pid }) => {
      const supervisor = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
      process.kill(supervisor, "SIGKILL")
      // Its watcher, a second process of the same name, sees the pipe's end as well: kill that, too.
      for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
        try {
          const asked = readFileSync(`/proc/${name}/cmdline`, "utf8")
          if (asked.includes("ntm-postgres") && asked.includes(folder)) process.kill(Number(name), "SIGKILL")
        } catch {
          continue
        }
      }
    })
    await gone()
  })
})

describe("after a sudden end", () => {
  withCopyOfMade()

  it("has every row that was acknowledged, and says that it recovers", async () => {
    const first = other()
    const { url, pid } = await first.ready
    const count = await inSql(url, async (sql) => {
      await sql`create table kept (n int)`
      let acknowledged = 0
      for (; acknowledged < 200; acknowledged++) await sql`insert into kept values (${acknowledged})`
      return acknowledged
    })
    process.kill(pid, "SIGKILL")
    await first.kill()
    await started(async ({ url: again, said }) => {
      expect(said[0]).toContain("dừng đột ngột")
      const [row] = await inSql(again, (sql) => sql`select count(*)::int as count from kept`)
      expect(row).toEqual({ count })
    })
  })

  it("starts although the old server's process number now belongs to another program", async () => {
    const first = other()
    const { pid } = await first.ready
    const file = join(cluster(), "postmaster.pid")
    const left = readFileSync(file, "utf8")
    process.kill(pid, "SIGKILL")
    await first.kill()
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)))
    await started(async ({ joined }) => expect(joined).toBe(false))
  })

  it("keeps its port, so that a person's own connection settings last", async () => {
    const portOf = () => started(async ({ url }) => new URL(url).port)
    expect(await portOf()).toBe(await portOf())
  })
})

describe("what a person has to put right", () => {
  withCopyOfMade()

  const refusal = () =>
    Effect.runPromise(Effect.flip(Effect.scoped(startBundledPostgres({ dataDirectory: folder, durable: true }))))

  it("is a lost password file, named in full", async () => {
    const file = join(folder, "postgres", "password")
    rmSync(file)
    const refused = await refusal()
    expect(refused.problem).toBe("passwordMissing")
    expect(refused.message).toContain(file)
  })

  it("is a password file that does not fit", async () => {
    writeFileSync(join(folder, "postgres", "password"), "wrong\n")
    expect((await refusal()).problem).toBe("passwordMissing")
    await gone()
  })

  it("is a database of another PostgreSQL than this machine has", async () => {
    writeFileSync(join(cluster(), "PG_VERSION"), "9\n")
    const refused = await refusal()
    expect(refused.problem).toBe("otherVersion")
    expect(refused.message).toContain("PostgreSQL 9")
  })

  it("is a data folder that is a file", async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, "")
    expect((await refusal()).problem).toBe("startFailed")
  })
})

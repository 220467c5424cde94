import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { closedTables, sharedTables } from "./tables-held.ts"

interface HeldTable {
  readonly name: string
  readonly secured: boolean
  readonly policies: ReadonlyArray<string>
  readonly units: boolean
}

const catalogue = query(
  (sql) => sql<Array<HeldTable>>`
    select c.relname as name, c.relrowsecurity as secured,
      array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies,
      exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('unit', 'unit_id', 'units', 'unit_code')) as units
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
)

onEveryDatabase("row-level security", ({ run }) => {
  it("is on for every table of the catalogue, or a reason is stated why it need not be", async () => {
    const tables = await run(catalogue)
    expect(tables.length).toBeGreaterThan(60)
    const unsecured = tables.filter(({ secured }) => !secured).map(({ name }) => name)
    expect(unsecured).toEqual(Object.keys(sharedTables).sort())
    const withoutPolicy = tables.filter(({ policies, secured }) => secured && policies.length === 0)
    expect(withoutPolicy.map(({ name }) => name)).toEqual(Object.keys(closedTables).sort())
  })

  it("asks for the unit wherever a table of facts names one", async () => {
    const told = await run(
      query(
        (sql) => sql<Array<{ name: string; read: string }>>`
          select tablename as name, qual as read from pg_policies where schemaname = 'public' and cmd in ('SELECT', 'ALL') order by 1`
      )
    )
    const asked = new Map(told.map(({ name, read }) => [name, read]))
    const naming = (await run(catalogue)).filter(({ secured, units }) => secured && units)
    // Registers and maps are everybody's; a unit of an indicator is a unit of measurement.
    const reference = new Set([
      "boundary",
      "figure",
      "indicator",
      "printed_table",
      "unit",
      "access_scope_unit",
      "change_draft"
    ])
    // The journal is for who sees all; everybody else reads it by a view, row by row.
    expect(asked.get("change")).toMatch(/access_may.* AND .*access_sees_all\(\)/)
    expect(asked.get("change")).not.toContain(" OR ")
    for (const { name } of naming.filter((one) => !reference.has(one.name) && one.name !== "change"))
      expect(asked.get(name), name).toMatch(/access_seen\(\)/)
    const views = await run(
      query(
        (sql) => sql<Array<{ name: string; definition: string }>>`
          select viewname as name, definition from pg_views where schemaname = 'public' order by 1`
      )
    )
    expect(views.map(({ name }) => name)).toEqual(["change_told"])
    for (const { definition, name } of views) expect(definition, name).toMatch(/access_seen\(\)/)
  })

  it("is nothing that the role could get round: it owns nothing, and neither logs in nor bypasses", async () => {
    const [role] = await run(
      query(
        (sql) => sql`select rolcanlogin, rolbypassrls, rolsuper, rolcreaterole, rolcreatedb,
          (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'ntm_scoped'`
      )
    )
    expect(role).toEqual({
      rolcanlogin: false,
      rolbypassrls: false,
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0
    })
  })

  it("is not at the mercy of who asks: helpers that read sets run as their owner and search nowhere else", async () => {
    const functions = await run(
      query(
        (sql) => sql`select proname as name, proconfig as config from pg_proc
          where pronamespace = 'public'::regnamespace and prosecdef order by 1`
      )
    )
    for (const each of functions)
      expect(each, String(each["name"])).toMatchObject({
        config: expect.arrayContaining(["search_path=public, pg_temp"])
      })
  })
})

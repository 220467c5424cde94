import { Inventory, type ItemRecording, ItemTarget } from "@ntm/domain/inventory"
import { Effect, Schema } from "effect"
import { expect, it } from "vitest"
import { FactsRefused } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleItem } from "../testing/sample-inventory.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

const target = Schema.decodeUnknownSync(ItemTarget)({
  document: "kh-61-2025",
  id: "so",
  text: "Mỗi xã một mô hình",
  kind: "smartVillage",
  year: 2025,
  value: 1,
  counts: "total",
  units: ["31"],
  per: "commune",
  types: ["xã"],
  leftOut: null,
  day: "2025-03-05"
})

let loads = 0
const load = (items: ReadonlyArray<ItemRecording>, targets = [target]) =>
  loadAll({ ...sampleFacts, inventory: { items, targets } }, { ...sampleSource, sha256: `sổ ${(loads += 1)}` })
const journal = Effect.flatMap(Inventory, (port) => port.journal(null, null, null))
const targets = Effect.flatMap(Inventory, (port) => port.targets())

onEveryDatabase("Registers of an import", ({ run }) => {
  const [sauce, shrimp] = [sampleItem(), sampleItem({ name: "Tôm" })]

  it("come in with what documents want of them, and are left alone the second time", async () => {
    await run(load([sauce, shrimp]))
    const before = await run(journal)
    const moment = Effect.flatMap(Inventory, (port) => port.moment())
    const at = await run(moment)
    expect(before.items.map(({ name }) => name)).toEqual([sauce.name, "Tôm"])
    expect(await run(targets)).toEqual([target])
    await run(load([sauce, shrimp]))
    expect(await run(journal)).toEqual(before)
    expect(await run(moment)).toBe(at)
    expect(await run(targets)).toEqual([target])
  })

  it("are withdrawn where the import says them no more, and put down anew where it says otherwise; never rewritten", async () => {
    const before = await run(journal)
    await run(load([sampleItem({ note: "khác" })], []))
    const { events, items } = await run(journal)
    expect(items.slice(0, 2)).toEqual(before.items)
    expect(items.slice(2).map(({ name, note }) => [name, note])).toEqual([[sauce.name, "khác"]])
    expect(events.map(({ body, day, item }) => [item, day, body._tag])).toEqual([
      [items[0]?.id, "2025-08-01", "withdrawn"],
      [items[1]?.id, "2025-08-01", "withdrawn"]
    ])
    expect(await run(targets)).toEqual([])
  })

  it("leave what people listed, and do not list it a second time", async () => {
    await run(Effect.flatMap(Inventory, (port) => port.record([sampleItem({ name: "Cá" })], provincialOffice)))
    const before = await run(journal)
    await run(load([sampleItem({ note: "khác" }), sampleItem({ name: "Cá", note: "của dữ liệu" })]))
    expect(await run(journal)).toEqual(before)
  })

  it("are refused by the domain's rules before anything is written", async () => {
    const before = await run(journal)
    const refused = await run(Effect.flip(load([sampleItem({ unit: "99999" })])))
    expect(refused).toBeInstanceOf(FactsRefused)
    expect(refused.message).toContain("Sổ theo dõi của “sample” không ghi được: Không có đơn vị “99999”")
    expect(await run(journal)).toEqual(before)
  })
})

import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const sectors = ["giao thông", "giáo dục", "văn hóa", "y tế", "môi trường"]

/**
 * Writes documents in the form that `ntm audit` reads: totals split by sector with stated shares, restatements in
 * another unit, quantities shared across documents, and a table of 30 units by 10 sources that foots.
 *
 * **Details** Deterministic. Returns how many figures and table cells there are.
 */
export const writeDocuments = (
  folder: string,
  count: number,
  totals: number
): { readonly figures: number; readonly cells: number } => {
  for (let index = 0; index < count; index++) {
    const home = join(folder, `van-ban-${index}`)
    mkdirSync(home, { recursive: true })
    const document = {
      number: `${index + 1}/KH-UBND`,
      kind: "Kế hoạch",
      issuer: "UBND tỉnh",
      date: "2025-03-05",
      title: `Kế hoạch ${index + 1}`
    }
    writeFileSync(join(home, "document.json"), JSON.stringify(document))
    writeFileSync(
      join(home, "figures.json"),
      JSON.stringify(Array.from({ length: totals }, (_, total) => group(index, total)).flat())
    )
    writeFileSync(join(home, "phu-luc-02.json"), JSON.stringify(table(index)))
  }
  return { figures: count * totals * (sectors.length + 2), cells: count * 31 * 10 }
}

const group = (document: number, total: number): ReadonlyArray<object> => {
  const parts = sectors.map((_, sector) => ((total * 31 + sector * 17) % 900) + 100)
  const sum = parts.reduce((a, b) => a + b, 0)
  const id = `tong-${total}`
  const common = { section: `I.${total}`, unit: "tỷ đồng", period: "2025", scope: "toàn tỉnh" }
  return [
    { id, label: `Tổng vốn ${total}`, value: sum, quantity: `von/${total}`, ...common },
    {
      id: `${id}-lai`,
      label: `Tổng vốn ${total}`,
      value: sum * 1000,
      restates: id,
      quantity: `von/${total}`,
      ...common,
      unit: "triệu đồng"
    },
    ...parts.map((value, sector) => ({
      id: `${id}-${sector}`,
      label: `Vốn ${sectors[sector]} ${document}`,
      value,
      breakdownOf: id,
      breakdownBy: "lĩnh vực",
      statedPercentOf: { of: id, percent: Math.round((value * 100) / sum) },
      ...common
    }))
  ]
}

const table = (document: number): object => {
  const sources = Array.from({ length: 9 }, (_, source) => `s${source}`)
  const rows = Array.from({ length: 30 }, (_, unit) => {
    const amounts = sources.map((_, source) => ((document + 3) * (unit + 7) * (source + 11)) % 90_000)
    const cells = Object.fromEntries(sources.map((key, source) => [key, amounts[source] ?? 0]))
    return {
      no: unit + 1,
      unit: `huyện ${unit + 1}`,
      rowKind: "district",
      total: amounts.reduce((a, b) => a + b, 0),
      ...cells
    }
  })
  const keys = ["total", ...sources]
  const sums = keys.map((key) => [
    key,
    rows.reduce((sum, row) => sum + Number(Object.entries(row).find(([name]) => name === key)?.[1] ?? 0), 0)
  ])
  return {
    table: "Phụ lục 02",
    year: 2025,
    unit: "triệu đồng",
    columns: keys.map((key) => ({ key, label: key })),
    rows: [{ no: null, unit: "Tổng", rowKind: "total", ...Object.fromEntries(sums) }, ...rows],
    sums: { columns: { total: sources }, rows: { total: "the other rows" } }
  }
}

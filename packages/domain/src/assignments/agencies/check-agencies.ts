import { Graph, Option } from "effect"
import { addDays, type Day, foldVietnamese, formatDay } from "../../values/index.ts"
import { type DataProblem, problem } from "../data-problem.ts"
import type { Agency, AgencyId } from "./agency.ts"

const lastDay = ({ names }: Agency): Day | null => names.at(-1)?.to ?? null

const nameProblems = ({ names }: Agency, at: number): ReadonlyArray<DataProblem> =>
  names.flatMap(({ from, to }, place) => {
    const path = `[${at}].names[${place}]`
    const before = place === 0 ? undefined : names[place - 1]
    if (from !== null && to !== null && to < from)
      return [problem(`${path}.to`, `ngày hết ${formatDay(to)} trước ngày bắt đầu`, `ends on ${to}, before it begins`)]
    if (before !== undefined && (before.to === null || from !== addDays(before.to, 1)))
      return [
        problem(`${path}.from`, "tên sau phải nối ngay tên trước", "a name must follow the one before without a gap")
      ]
    return []
  })

const passingProblems = (
  agency: Agency,
  at: number,
  known: ReadonlyMap<AgencyId, Agency>
): ReadonlyArray<DataProblem> => {
  const found: Array<DataProblem> = []
  const last = lastDay(agency)
  if (last !== null && agency.passesTo.length === 0)
    found.push(
      problem(
        `[${at}].passesTo`,
        `cơ quan “${agency.id}” kết thúc ngày ${formatDay(last)} mà không nói ai tiếp nhận`,
        `“${agency.id}” ends on ${last}, and nothing says who takes over`
      )
    )
  for (const [place, { agency: to, from }] of agency.passesTo.entries()) {
    const path = `[${at}].passesTo[${place}]`
    const taker = known.get(to)
    if (taker === undefined)
      found.push(problem(`${path}.agency`, `không có cơ quan “${to}”`, `there is no agency “${to}”`))
    else if (
      !taker.names.some((name) => (name.from === null || name.from <= from) && (name.to === null || name.to >= from))
    )
      found.push(
        problem(
          `${path}.from`,
          `“${to}” chưa có hoặc đã hết vào ngày ${formatDay(from)}`,
          `“${to}” does not stand on ${from}`
        )
      )
    if (last !== null && from !== addDays(last, 1))
      found.push(
        problem(
          `${path}.from`,
          `phải là ngày ${formatDay(addDays(last, 1))}, ngay sau ngày cuối của “${agency.id}”`,
          `must be ${addDays(last, 1)}, the day after “${agency.id}” ends`
        )
      )
  }
  return found
}

const memberProblems = (
  agency: Agency,
  at: number,
  known: ReadonlyMap<AgencyId, Agency>
): ReadonlyArray<DataProblem> => [
  ...(agency.kind !== "group" && agency.members.length > 0
    ? [problem(`[${at}].members`, "chỉ nhóm mới có thành viên", "only a group has members")]
    : []),
  ...agency.members.flatMap((member, place) => {
    const of = known.get(member.agency)
    if (of === undefined)
      return [
        problem(
          `[${at}].members[${place}].agency`,
          `không có cơ quan “${member.agency}”`,
          `there is no agency “${member.agency}”`
        )
      ]
    return of.kind === "group"
      ? [problem(`[${at}].members[${place}].agency`, "nhóm không chứa nhóm", "a group is no member of a group")]
      : []
  })
]

const idsTwice = (agencies: ReadonlyArray<Agency>): ReadonlyArray<DataProblem> => {
  const ids = new Set<AgencyId>()
  return agencies.flatMap(({ id }, at) => {
    const twice = ids.has(id)
    ids.add(id)
    return twice ? [problem(`[${at}].id`, `cơ quan “${id}” có hai lần`, `agency “${id}” stands twice`)] : []
  })
}

/** Two agencies of a province that bear one name on one day: a document could mean either. */
const namesTwice = (agencies: ReadonlyArray<Agency>): ReadonlyArray<DataProblem> => {
  const bearers = agencies.flatMap((agency, at) =>
    agency.names.map((name, place) => ({ ...name, agency, at, place, key: foldVietnamese(name.name) }))
  )
  const met = Map.groupBy(bearers, ({ key }) => key)
  return [...met.values()].flatMap((same) =>
    same.flatMap((one, index) =>
      same.slice(0, index).flatMap((other) => {
        const apart =
          one.agency === other.agency ||
          (one.agency.province !== null &&
            other.agency.province !== null &&
            one.agency.province !== other.agency.province) ||
          (one.to !== null && other.from !== null && one.to < other.from) ||
          (other.to !== null && one.from !== null && other.to < one.from)
        const [vi, en] = [
          `“${one.name}” cũng là tên của “${other.agency.id}” vào cùng thời gian`,
          `“${one.name}” is the name of “${other.agency.id}” at the same time`
        ]
        return apart ? [] : [problem(`[${one.at}].names[${one.place}].name`, vi, en)]
      })
    )
  )
}

const passedInCircles = (agencies: ReadonlyArray<Agency>): ReadonlyArray<DataProblem> => {
  const graph = Graph.directed<AgencyId, null>((mutable) => {
    const nodes = new Map(agencies.map(({ id }) => [id, Graph.addNode(mutable, id)]))
    for (const { id, passesTo } of agencies) {
      for (const { agency } of passesTo) {
        const [from, to] = [nodes.get(id), nodes.get(agency)]
        if (from !== undefined && to !== undefined) Graph.addEdge(mutable, from, to, null)
      }
    }
  })
  return Option.match(Graph.findCycle(graph), {
    onNone: () => [],
    onSome: ({ path }) => {
      const ids = path.flatMap((node) => Option.toArray(Graph.getNode(graph, node)))
      const at = agencies.findIndex(({ id }) => id === ids[0])
      const way = ids.join(" → ")
      return [problem(`[${at}].passesTo`, `chuyển giao vòng tròn: ${way}`, `responsibility passes in a circle: ${way}`)]
    }
  })
}

/**
 * What is wrong with a list of agencies: ids and names twice, names that leave gaps, an agency that ends without anybody taking over,
 * unknown takers and members, responsibilities that pass in a circle. Where it is empty, `agencyHolders` always finds somebody.
 */
export const checkAgencies = (agencies: ReadonlyArray<Agency>): ReadonlyArray<DataProblem> => {
  const known = new Map(agencies.map((agency) => [agency.id, agency]))
  return [
    ...idsTwice(agencies),
    ...agencies.flatMap((agency, at) => [
      ...nameProblems(agency, at),
      ...passingProblems(agency, at, known),
      ...memberProblems(agency, at, known)
    ]),
    ...namesTwice(agencies),
    ...passedInCircles(agencies)
  ]
}

import {
  type Agency,
  type AgencyDirectory,
  checkParties,
  type Duty,
  type PrintedParties,
  type Recommendation,
  type Tasking
} from "@ntm/domain/assignments"
import { type Chronicle, unitByCode } from "@ntm/domain/units"
import type { ReferenceDocument } from "../documents.ts"
import type { Report } from "../problem.ts"
import { dutiesFile } from "./duties.ts"
import { taskingFile } from "./taskings.ts"

interface Named {
  readonly document: ReferenceDocument
  readonly duties: ReadonlyArray<Duty>
  readonly recommendations: ReadonlyArray<Recommendation>
}

interface Line {
  readonly file: string
  readonly path: string
  readonly parties: PrintedParties
}

const listed = (field: string, names: ReadonlyArray<string>) =>
  names.map((name, at) => ({ field: `${field}[${at}]`, name }))
const one = (field: string, name: string | null) => (name === null ? [] : [{ field, name }])

/** Every line of a document that names agencies, with where it stands. */
const linesOf = ({ document, duties, recommendations }: Named): ReadonlyArray<Line> => [
  ...document.assignments.flatMap((assignment): ReadonlyArray<Line> => {
    const place = document.places?.get(assignment.no)
    if (place === undefined) return []
    const lead = [...one("lead", assignment.lead), ...listed("coLeads", assignment.coLeads)]
    return [{ ...place, parties: { lead, coordinating: listed("coordinating", assignment.coordinating) } }]
  }),
  ...duties.map((duty, at): Line => {
    // Whom it is reported to is named too; who leads may report to itself.
    const coordinating = listed("coordinating", duty.coordinating)
    return { file: dutiesFile(document.id), path: `[${at}]`, parties: { lead: one("agency", duty.lead), coordinating } }
  }),
  ...duties.map((duty, at): Line => ({
    file: dutiesFile(document.id),
    path: `[${at}]`,
    parties: { lead: one("reportsTo", duty.reportsTo), coordinating: [] }
  })),
  ...recommendations.map(({ addressee }, at): Line => ({
    file: `documents/${document.id}/recommendations.json`,
    path: `[${at}]`,
    parties: { lead: one("addressee", addressee), coordinating: [] }
  }))
]

/**
 * Holds every name of an agency in the documents against agencies and register, as of the day of the document: unknown ones and those that
 * lead and co-ordinate at once are told with their file and place.
 */
export const checkNames = (
  named: ReadonlyArray<Named>,
  taskings: ReadonlyArray<Tasking>,
  { chronicle, directory }: { readonly chronicle: Chronicle; readonly directory: AgencyDirectory },
  report: Report
): void => {
  for (const tasking of taskings) {
    const { askedOn, province: code } = tasking
    const province = unitByCode(chronicle.register, code, askedOn)
    if (province === undefined) {
      const [vi, en] = [
        `không có tỉnh mã ${code} vào ngày ${askedOn}`,
        `no province has the code ${code} on ${askedOn}`
      ]
      report(taskingFile(tasking.document), { path: "province" }, vi, en)
      continue
    }
    const reading = { directory, chronicle, province: { id: province.id, code: province.code }, askedOn }
    for (const each of named.filter(({ document }) => document.id === tasking.document)) {
      for (const { file, parties, path } of linesOf(each)) {
        for (const { path: field, reason } of checkParties(parties, reading))
          report(file, { path: `${path}.${field}` }, reason.vi, reason.en)
      }
    }
  }
}

/** Agencies of a province that no register of any day has. */
export const checkProvinces = (agencies: ReadonlyArray<Agency>, { register }: Chronicle, report: Report): void => {
  for (const [at, { province }] of agencies.entries()) {
    if (province !== null && !register.byCode.has(province))
      report(
        "agencies.json",
        { path: `[${at}].province` },
        `không có tỉnh mã ${province}`,
        `no province has the code ${province}`
      )
  }
}

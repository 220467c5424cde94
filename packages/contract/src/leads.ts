/**
 * Which changes a reading leads to: whoever reads it is told which of these they may make now (`allowed`).
 *
 * **Details** Both by their names in `api`, "dossiers.one". What stands in the way of each, beside what somebody may, is told by the thing
 * that is read (its state, its unit); the API has a row for each.
 */
export const leads = {
  "dossiers.list": ["dossiers.open"],
  "dossiers.one": ["dossiers.record"],
  "dossiers.check": ["dossiers.open"],
  "dossiers.procedures": ["dossiers.loadProcedures"],
  "assignments.tasks": ["assignments.record"],
  "assignments.task": ["assignments.record"],
  "recommendations.list": ["recommendations.record"],
  "recommendations.one": ["recommendations.record"],
  "works.list": ["works.approve", "works.report", "works.giveLand"],
  "works.one": ["works.report", "funding.record"],
  "works.land": ["works.giveLand", "works.followLand"],
  "inventory.list": ["inventory.record", "inventory.follow"],
  "observations.ofUnit": ["observations.record", "observations.move", "evidence.keep"],
  "observations.history": ["observations.record", "observations.move", "evidence.keep"],
  "observations.ofInput": ["observations.record", "observations.move"],
  "funding.pivot": ["funding.record"],
  "funding.entries": ["funding.record"],
  "reorganisations.list": ["reorganisations.preview", "reorganisations.apply"],
  "reorganisations.get": ["reorganisations.undo"],
  "boundaries.list": ["boundaries.check", "boundaries.record"],
  "criteria.list": ["criteria.load"],
  "criteria.get": ["criteria.load"],
  "people.list": ["people.invite"],
  "keys.list": ["keys.create"],
  "webhooks.list": ["webhooks.create"]
} as const

export type Leads = typeof leads

import type { CommandName } from "./command-spec.ts"
import type { RunCommand } from "./output.ts"

/** Each command's code, read only when it is asked for: `audit` never loads the screen, the screen never `audit`. */
const loaders: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  tui: async () => (await import("./tui-command.ts")).runTui,
  audit: async () => (await import("../documents/audit-command.ts")).runAuditCommand,
  units: async () => (await import("../units/units-command.ts")).runUnitsCommand,
  sets: async () => (await import("../criteria/sets-command.ts")).runSetsCommand,
  observations: async () => (await import("../observations/observations-command.ts")).runObservationsCommand,
  assess: async () => (await import("../assessments/assess-command.ts")).runAssess,
  rollup: async () => (await import("../assessments/rollup-command.ts")).runRollup,
  targets: async () => (await import("../assessments/targets-command.ts")).runTargets,
  proof: async () => (await import("../proofs/proof-command.ts")).runProof,
  verify: async () => (await import("../proofs/verify.ts")).runVerify,
  movement: async () => (await import("../movements/movement-command.ts")).runMovement,
  funding: async () => (await import("../funding/funding-command.ts")).runFundingCommand,
  works: async () => (await import("../works/works-command.ts")).runWorksCommand,
  tasks: async () => (await import("../assignments/tasks-command.ts")).runTasksCommand,
  due: async () => (await import("../assignments/tasks-command.ts")).runDueCommand,
  recommendations: async () =>
    (await import("../recommendations/recommendations-command.ts")).runRecommendationsCommand,
  inventory: async () => (await import("../inventory/inventory-command.ts")).runInventoryCommand,
  export: async () => (await import("../exports/export-command.ts")).runExportCommand,
  agencies: async () => (await import("../assignments/agencies-command.ts")).runAgenciesCommand,
  dossiers: async () => (await import("../dossiers/dossiers-command.ts")).runDossiersCommand,
  login: async () => (await import("../people/session-command.ts")).runLogin,
  logout: async () => (await import("../people/session-command.ts")).runLogout,
  whoami: async () => (await import("../people/session-command.ts")).runWhoami,
  people: async () => (await import("../people/people-command.ts")).runPeopleCommand,
  keys: async () => (await import("../people/people-command.ts")).runKeysCommand,
  "audit-log": async () => (await import("../changes/audit-log-command.ts")).runAuditLogCommand,
  version: async () => (await import("./version-command.ts")).runVersion,
  help: async () => (await import("./help-command.ts")).runHelp
}

export const loadCommand = (name: CommandName): Promise<RunCommand> => loaders[name]()

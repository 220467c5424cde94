// Who may import whom: docs/architecture.md says it in words, this file makes it so, and test/architecture plants a
// violation of every rule and expects it to be caught.
const rule = (name, from, to) => ({ name, severity: "error", from, to })
const notSpec = "\\.spec\\.tsx?$"

module.exports = {
  forbidden: [
    rule(
      "domain-imports-effect-only",
      { path: "^packages/domain/src/", pathNot: [notSpec, "^packages/domain/src/.+/testing/"] },
      { pathNot: ["^packages/domain/src/", "node_modules/effect/"] }
    ),
    rule(
      "values-know-nothing",
      { path: "^packages/domain/src/values/", pathNot: notSpec },
      { path: "^packages/domain/src/(?!values/)" }
    ),
    rule(
      "documents-know-values",
      { path: "^packages/domain/src/documents/", pathNot: notSpec },
      { path: "^packages/domain/src/(?!values/|documents/)" }
    ),
    rule(
      "units-know-documents",
      { path: "^packages/domain/src/units/", pathNot: notSpec },
      { path: "^packages/domain/src/(?!values/|documents/|units/)" }
    ),
    rule(
      "people-know-units",
      { path: "^packages/domain/src/people/", pathNot: notSpec },
      { path: "^packages/domain/src/(?!values/|documents/|units/|people/)" }
    ),
    rule(
      "criteria-know-units",
      { path: "^packages/domain/src/criteria/", pathNot: notSpec },
      { path: "^packages/domain/src/(funding|works|assignments|dossiers|inventory)/" }
    ),
    rule(
      "funding-before-works",
      { path: "^packages/domain/src/funding/", pathNot: notSpec },
      { path: "^packages/domain/src/(works|assignments|dossiers|inventory)/" }
    ),
    rule(
      "works-before-assignments",
      { path: "^packages/domain/src/works/", pathNot: notSpec },
      { path: "^packages/domain/src/(assignments|dossiers|inventory)/" }
    ),
    rule(
      "assignments-before-dossiers",
      { path: "^packages/domain/src/assignments/", pathNot: notSpec },
      { path: "^packages/domain/src/dossiers/" }
    ),
    rule(
      "inventory-before-assignments",
      { path: "^packages/domain/src/inventory/", pathNot: notSpec },
      { path: "^packages/domain/src/(works|assignments|dossiers)/" }
    ),
    rule(
      "nobody-knows-changes",
      { path: "^packages/domain/src/(?!changes/)", pathNot: notSpec },
      { path: "^packages/domain/src/changes/" }
    ),
    rule(
      "rooms-by-their-door",
      { path: "^packages/domain/src/([^/]+)/" },
      { path: "^packages/domain/src/(?!$1/|testing/)[^/]+/(?!index\\.ts$|testing/).+$" }
    ),
    rule(
      "contract-on-domain",
      { path: "^packages/contract/src/", pathNot: notSpec },
      { pathNot: ["^packages/(contract|domain)/src/", "node_modules/effect/"] }
    ),
    rule(
      "store-knows-no-face",
      { path: "^packages/store/" },
      { path: "^packages/(contract|exchange|reference)/|^apps/|node_modules/(hono|solid-js|ink|react)/" }
    ),
    rule(
      "exchange-on-domain",
      { path: "^packages/exchange/src/", pathNot: notSpec },
      { path: "^packages/(contract|store|reference)/|^apps/" }
    ),
    rule(
      "reference-on-exchange",
      { path: "^packages/reference/src/", pathNot: notSpec },
      { path: "^packages/(contract|store)/|^apps/" }
    ),
    rule(
      "faces-never-store",
      { path: "^apps/(web|tui)/src/" },
      { path: "^packages/(store|reference)/|node_modules/(drizzle-orm|postgres|hono)/" }
    ),
    rule("web-reads-no-files", { path: "^apps/web/src/", pathNot: notSpec }, { path: "^packages/exchange/" }),
    rule("apps-are-strangers", { path: "^apps/([^/]+)/" }, { path: "^apps/", pathNot: "^apps/$1/" }),
    rule(
      "database-only-in-store",
      { path: "^(packages|apps)/", pathNot: "^packages/store/" },
      { path: "node_modules/(drizzle-orm|postgres)/" }
    ),
    rule(
      "one-composition-root",
      { path: "^apps/api/src/", pathNot: ["^apps/api/src/(main|pilot)\\.ts$", notSpec, "/testing/"] },
      { path: "^packages/(store|reference)/" }
    ),
    rule(
      "no-test-imports",
      { path: "/src/", pathNot: [notSpec, "/testing/"] },
      { path: "\\.spec\\.tsx?$|/testing/|^test/" }
    ),
    rule("no-cycles", {}, { circular: true }),
    rule("resolvable", {}, { couldNotResolve: true }),
    rule("declared-dependencies", { path: "/src/" }, { dependencyTypes: ["npm-no-pkg", "npm-unknown"] })
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|migrations)/|\\.css$|/virtual:" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"]
    }
  }
}

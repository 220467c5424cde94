import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Small files that take long: pages one after another through a browser, and programs that start and end. */
const long = /\/journeys\/(pages|backup|roles)\.spec\.ts$/

/** Where nothing is known of an earlier run, vitest begins with the largest files; one worker was left with these at the end, and the other with nothing. */
class LongFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...projects.values()].flatMap((own) => [
      ...own.filter(({ moduleId }) => long.test(moduleId)),
      ...own.filter(({ moduleId }) => !long.test(moduleId))
    ])
  }
}

/**
 * All specs of the workspace in one run; each package keeps its own environment.
 *
 * Suites are not isolated file by file (`isolate: false`): nothing of theirs changes a module, and evaluating the program anew for each of their files took
 * longer than most of the specs (six seconds a file of the API on a busy machine). So a worker also keeps its hold on the database between files.
 */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    projects: ["packages/*", "apps/*", "test"],
    sequence: { sequencer: LongFirst }
  }
})

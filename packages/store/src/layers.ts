import { Layer } from "effect"
import { agenciesLayer, workCalendarsLayer } from "./assignments/agencies.ts"
import { assignmentsLayer } from "./assignments/layer.ts"
import { lettersLayer } from "./assignments/letters.ts"
import { recommendationsLayer } from "./assignments/recommendations.ts"
import { tasksLayer } from "./assignments/tasks.ts"
import { changesLayer } from "./changes/layer.ts"
import { webhooksLayer } from "./changes/webhooks.ts"
import { criteriaLayer } from "./criteria/layer.ts"
import { recognitionsLayer } from "./criteria/recognitions.ts"
import { targetsLayer } from "./criteria/targets.ts"
import { documentsLayer } from "./documents/layer.ts"
import { dossiersLayer } from "./dossiers/layer.ts"
import { fundingLayer } from "./funding/layer.ts"
import { inventoryLayer } from "./inventory/layer.ts"
import { evidenceLayer } from "./observations/evidence.ts"
import { observationsLayer } from "./observations/layer.ts"
import { peopleLayer } from "./people/layer.ts"
import { requestsLayer } from "./requests/layer.ts"
import { boundariesLayer } from "./units/boundaries.ts"
import { unitsLayer } from "./units/layer.ts"
import { reorganisationsLayer } from "./units/reorganisations.ts"
import { worksLayer } from "./works/layer.ts"

/** Every port of the domain on one `Database`. */
export const storeLayer = Layer.mergeAll(
  documentsLayer,
  unitsLayer,
  reorganisationsLayer,
  boundariesLayer,
  criteriaLayer,
  recognitionsLayer,
  targetsLayer,
  fundingLayer.pipe(Layer.provide(reorganisationsLayer)),
  assignmentsLayer,
  agenciesLayer,
  workCalendarsLayer,
  tasksLayer,
  recommendationsLayer,
  lettersLayer,
  dossiersLayer.pipe(Layer.provide(criteriaLayer)),
  evidenceLayer,
  peopleLayer,
  changesLayer,
  requestsLayer,
  webhooksLayer,
  observationsLayer.pipe(Layer.provide(reorganisationsLayer)),
  inventoryLayer.pipe(Layer.provide(reorganisationsLayer)),
  worksLayer.pipe(Layer.provide(Layer.merge(reorganisationsLayer, criteriaLayer)))
)

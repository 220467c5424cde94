export { cellsAround, type Centre } from "./cells.ts"
export { clipCells } from "./clip.ts"
export { type Coverage, coverageOf, type Gap, type Overlap, SLIVER_KM2 } from "./coverage.ts"
export { dissolve } from "./dissolve.ts"
export { polygonsKm2 } from "./plane.ts"
export type { Polygon, Position, Ring, UnitShape } from "./shape.ts"
export {
  toTopology,
  type UnitGeometry,
  type UnitTopology,
  ZOOM_LEVELS,
  type ZoomedTopology,
  type ZoomLevel
} from "./topology.ts"

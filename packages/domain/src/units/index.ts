export { LineageLink, Unit, UnitCode, UnitId, UnitLevel } from "./unit.ts"
export { UnitNotFound, Units, type UnitStory } from "./units.ts"

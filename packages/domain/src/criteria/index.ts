export { Confidence, CriteriaSet, CriteriaSetId, Criterion, Indicator } from "./criteria-set.ts"
export { CriteriaSetNotFound, CriteriaSets } from "./criteria-sets.ts"
export { criteriaFacts } from "./facts.ts"
export { computedAverage, CriterionResult, SetResults } from "./results.ts"

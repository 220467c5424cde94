/** A question with its proof, for rooms that rest on proofs. */
export { provingOn } from "../proof/testing/province.ts"

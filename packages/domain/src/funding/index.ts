export { Funding } from "./funding.ts"
export { type FundingSource, FundingStage, fundingSources } from "./source.ts"
export { FundingRow, FundingTable } from "./table.ts"
export { grandTotal, type SourceShare, sourceShares, totalRow } from "./shares.ts"

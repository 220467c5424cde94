export { auditFolders, type AuditOutcome } from "./documents/audit.ts"
export { type FolderRead, readDocumentFolder } from "./documents/folder.ts"
export { readJsonText } from "./files/json-file.ts"
export type { InputProblem } from "./files/problem.ts"

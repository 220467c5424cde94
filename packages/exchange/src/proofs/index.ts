import type { AnnexDocument } from "@ntm/domain/criteria"

/** The media type of Word files. */
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** The annex of a proof as a Word file; see `writeAnnexDocx`. The writer of such files is read when it is first asked for. */
export const annexDocx = async (annex: AnnexDocument): Promise<Uint8Array<ArrayBuffer>> =>
  (await import("./annex-docx.ts")).writeAnnexDocx(annex)

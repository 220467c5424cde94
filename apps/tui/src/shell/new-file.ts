import { writeFile } from "node:fs/promises"
import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"

/** Writes a file that was not there. Answers why it could not be written; null where it was. What is there is never written over. */
export const writeNew = async (path: string, content: string | Uint8Array): Promise<Bilingual | null> => {
  try {
    await writeFile(path, content, { flag: "wx" })
    return null
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EEXIST"
      ? both(`${path}: đã có tệp này; hãy chọn tên khác`, `${path}: the file is there already; choose another name`)
      : both(`${path}: không ghi được tệp`, `${path}: the file cannot be written`)
  }
}

import { defineWords } from "../language/words.ts"

export const attachWords = defineWords({
  vi: {
    attach: "Đính kèm tệp",
    attachTo: (name: string) => `Đính kèm tệp minh chứng: ${name}`,
    allowed: "PDF, ảnh, DOCX, XLSX, ODT, ODS; mỗi tệp đến 25 MB",
    files: "Tệp minh chứng",
    ofAll: "Minh chứng chung cho mọi giá trị của lần ghi này",
    sending: (percent: string) => `đang tải lên ${percent} %`,
    kept: "đã tải lên",
    remove: (name: string) => `Bỏ tệp ${name}`,
    open: (name: string, size: string) => `${name} (${size})`,
    wait: (count: number) => `Chưa ghi: còn ${count} tệp đang tải lên.`,
    mend: (count: number) => `Chưa ghi: ${count} tệp minh chứng không nhận được. Bỏ tệp đó rồi gửi lại.`
  },
  en: {
    attach: "Attach a file",
    attachTo: (name) => `Attach a file: ${name}`,
    allowed: "PDF, pictures, DOCX, XLSX, ODT, ODS; up to 25 MB each",
    files: "Files of evidence",
    ofAll: "Evidence for all values recorded together",
    sending: (percent) => `sending, ${percent} %`,
    kept: "sent",
    remove: (name) => `Remove ${name}`,
    open: (name, size) => `${name} (${size})`,
    wait: (count) => `Nothing was recorded: ${count} files are still on their way.`,
    mend: (count) => `Nothing was recorded: ${count} files cannot be evidence. Remove them and send again.`
  }
})

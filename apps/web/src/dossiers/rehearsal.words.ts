import { defineWords } from "../language/words.ts"

/** Words of the rehearsal of an appraisal. */
export const rehearsalWords = defineWords({
  vi: {
    title: "Thẩm định thử",
    lead: "Những gì hội đồng thẩm định sẽ trả lại hoặc hỏi, theo giấy tờ và số liệu đang có.",
    margin: "Hỏi các số chỉ vượt mức dưới",
    marginOf: (percent: string) => (percent === "0" ? "không hỏi" : `${percent} %`),
    passes: "Không có gì phải trả lại",
    fails: "Sẽ bị trả lại",
    severities: {
      blocking: (count: string) => `Phải sửa trước khi trình (${count})`,
      question: (count: string) => `Hội đồng sẽ hỏi (${count})`
    },
    none: { blocking: "Không có.", question: "Không có câu hỏi nào." },
    kinds: {
      paperMissing: "Thiếu giấy tờ",
      paperTooOld: "Giấy tờ quá cũ",
      paperContradicted: "Giấy tờ trái số liệu",
      valueTooOld: "Số liệu quá cũ",
      nearThreshold: "Sát mức",
      sourcesDisagree: "Nguồn không khớp nhau",
      taskOpen: "Việc chưa xong",
      notMet: "Chỉ tiêu chưa đạt",
      noData: "Chưa có số liệu",
      debt: "Nợ đọng xây dựng cơ bản",
      survey: "Khảo sát",
      consultation: "Lấy ý kiến",
      vote: "Bỏ phiếu"
    },
    toPlace: "Đến chỗ đó",
    toTask: "Xem nhiệm vụ",
    toAssessment: "Xem đánh giá",
    bundle: "Tải bộ hồ sơ đã niêm phong",
    bundleAbout: "Cấp trên kiểm lại được mà không cần máy chủ: ntm verify"
  },
  en: {
    title: "Rehearsal of the appraisal",
    lead: "What an appraisal council would send the dossier back for, or ask, by the papers and values there are.",
    margin: "Ask about values that pass by less than",
    marginOf: (percent) => (percent === "0" ? "ask nothing" : `${percent} %`),
    passes: "Nothing would send it back",
    fails: "It would be sent back",
    severities: {
      blocking: (count) => `To be mended before it is sent (${count})`,
      question: (count) => `The council would ask (${count})`
    },
    none: { blocking: "Nothing.", question: "No question." },
    kinds: {
      paperMissing: "Paper missing",
      paperTooOld: "Paper too old",
      paperContradicted: "Paper contradicted",
      valueTooOld: "Value too old",
      nearThreshold: "Near its threshold",
      sourcesDisagree: "Sources disagree",
      taskOpen: "Task open",
      notMet: "Not met",
      noData: "Not known",
      debt: "Construction debt",
      survey: "Survey",
      consultation: "Consultation",
      vote: "Vote"
    },
    toPlace: "Go there",
    toTask: "See the task",
    toAssessment: "See the assessment",
    bundle: "Download the sealed bundle",
    bundleAbout: "The next level can check it without the server: ntm verify"
  }
})

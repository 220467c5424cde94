import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { UnitsState } from "./units-state.ts"

const hints = {
  Tree: both(
    "? phím  ↑↓ →← mở, đóng  Enter xem  / tìm  [ ] d ngày  m bản đồ  q thoát",
    "? keys  ↑↓ →← open, close  Enter story  / find  [ ] d day  m map  q quit"
  ),
  Map: both("[ ] ngày  ↑↓ →← đơn vị  Enter mở  Esc trở lại", "[ ] day  ↑↓ →← unit  Enter story  Esc back"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Find: both("gõ để tìm  ↑↓ chọn  Enter tới  Esc bỏ", "type to find  ↑↓ choose  Enter go  Esc drop"),
  Story: both(
    "↑↓ cuộn  o trước, sau  t về cây  Esc trở lại  l English",
    "↑↓ scroll  o before, after  t tree  Esc back  l tiếng Việt"
  ),
  Kin: both("↑↓ chọn  Enter tới  Esc trở lại", "↑↓ choose  Enter go  Esc back")
} as const

/** The keys that mean something now. */
export const unitsHint = ({ view, wide }: Pick<UnitsState, "view" | "wide">): Bilingual => {
  switch (view._tag) {
    case "Tree":
      return wide ? hints.Map : hints.Tree
    case "Day":
      return hints.Day
    case "Search":
      return hints.Find
    case "Story":
      return view.kin === null ? hints.Story : hints.Kin
  }
}

import type { ListedItem } from "@ntm/contract"
import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Choice } from "../parts/choice.tsx"
import { formatDay } from "../parts/format.ts"
import { Panel } from "../parts/panel.tsx"
import { FormField } from "../works/form-field.tsx"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { useFollowItem } from "./inventory.queries.ts"
import { inventoryWords } from "./inventory.words.ts"
import { itemFormWords } from "./item-form.words.ts"
import { type Following, followings, readFollowing } from "./item-reading.ts"
import { starOptions } from "./star-options.ts"

/** What became of an entry: graded again, ended, withdrawn; the entry itself stays as it was put down. */
export const FollowPanel = (props: {
  readonly item: ListedItem
  readonly asOf: string
  readonly onClose: () => void
}) => {
  const t = useWords(itemFormWords)
  const words = useWords(inventoryWords)
  const follow = useFollowItem()
  const kinds = () => followings(props.item)
  const [picked, setPicked] = createSignal<Following>()
  const kind = (): Following => kinds().find((each) => each === picked()) ?? kinds()[0] ?? "withdrawn"
  const form = createForm({
    fields: ["day", "stars", "until", "reason", "document"],
    renamed: () => ({ body: kind() === "renewed" ? "stars" : "reason", _tag: "day", item: "day" }),
    starting: { day: formatDay(props.asOf) },
    keep: ["day"],
    read: (typed) =>
      readFollowing(props.item.id, kind(), { ...typed, stars: typed["stars"] ?? String(props.item.state.stars ?? 3) }),
    send: (row) => follow.mutateAsync(row),
    done: () => props.onClose()
  })
  return (
    <Panel title={words().followOf(props.item.name)} onClose={props.onClose}>
      <div class="space-y-4">
        <Choice
          label={t().follow.kind}
          shown
          value={kind()}
          options={kinds().map((each) => [each, t().follow.kinds[each]] as const)}
          onPick={(next) => {
            setPicked(next)
            form.clear()
          }}
        />
        <p class="text-sm text-ink-soft">{t().follow.about[kind()]}</p>
        <RecordFrame
          form={form}
          label={words().followOf(props.item.name)}
          send={t().follow.send}
          sent={t().follow.saved}
        >
          <FormField form={form} field="day" label={t().follow.day} hint={t().dayHint} />
          <Show
            when={kind() === "renewed"}
            fallback={<FormField form={form} field="reason" label={t().follow.reason} long wide />}
          >
            <FormField
              form={form}
              field="stars"
              label={t().stars}
              options={starOptions(props.item.state.stars ?? 3, t().starred)}
            />
            <FormField form={form} field="until" label={t().until} hint={t().untilHint} wide />
          </Show>
          <FormField form={form} field="document" label={t().document} wide />
        </RecordFrame>
      </div>
    </Panel>
  )
}

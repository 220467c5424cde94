import type { Leading, ObservedUnit } from "@ntm/contract"
import type { InputSpec } from "@ntm/domain/criteria"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { Allowed } from "../people/allowed.tsx"
import { attachWords } from "./attach.words.ts"
import { AttachField } from "./attach-field.tsx"
import { ALL_FIELDS, createEntering, type Field } from "./entering.ts"
import { EntryBar } from "./entry-bar.tsx"
import { observationWords } from "./observations.words.ts"
import { pasted } from "./pasted.ts"
import { ValueNow } from "./value-now.tsx"

/** An input as a column over units: arrows and Enter go from line to line, a column can be pasted, errors stand at their line. */
export const ColumnGrid = (props: {
  readonly input: InputSpec
  readonly lines: ReadonlyArray<ObservedUnit>
  readonly day: string
  readonly allowed: Leading["allowed"] | undefined
}) => {
  const t = useWords(observationWords)
  const attached = useWords(attachWords)
  let body: HTMLTableSectionElement | undefined
  const [remarks, setRemarks] = createSignal<ReadonlyArray<string>>([])
  const fieldOf = ({ inForce, pending, unit }: ObservedUnit): Field => ({
    key: String(unit.code),
    unit: unit.code,
    input: props.input.key,
    kind: props.input.kind,
    inForce,
    pending
  })
  const entering = createEntering(
    () => props.lines.map(fieldOf),
    () => props.day
  )
  const focus = (at: number) => {
    const field = body?.querySelector<HTMLInputElement>(`[data-line="${at}"]`)
    field?.focus()
    field?.select()
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.isComposing) return
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0
    if (step !== 0) {
      event.preventDefault()
      focus(at + (event.key === "Enter" && event.shiftKey ? -1 : step))
    } else if (event.key === "Escape") entering.setText(String(props.lines[at]?.unit.code), "")
  }
  const onPaste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData?.getData("text/plain") ?? ""
    if (!/[\t\n\r]/.test(text.trim())) return
    event.preventDefault()
    const units = props.lines.map(({ unit }) => unit)
    const { beyond, texts, unmatched } = pasted(text, units, at)
    entering.setTexts(new Map([...texts].map(([line, value]) => [String(units[line]?.code), value])))
    setRemarks([
      t().column.pasted(texts.size),
      ...(unmatched.length > 0 ? [t().column.unmatched(unmatched.join("; "))] : []),
      ...(beyond > 0 ? [t().column.beyond(beyond)] : [])
    ])
    focus(Math.min(props.lines.length - 1, Math.max(at, ...texts.keys())))
  }
  return (
    <>
      <p class="mb-2 text-sm text-ink-soft">{t().column.keys}</p>
      <Show when={remarks().length > 0}>
        <div
          role="status"
          class="mb-3 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning"
        >
          <For each={remarks()}>{(remark) => <p>{remark}</p>}</For>
        </div>
      </Show>
      <TableFrame label={props.input.name} tall>
        <table class="w-full text-sm">
          <thead class="sticky top-0 z-1 bg-raised text-xs">
            <tr>
              <th scope="col" class="px-3 py-2 text-left">
                {t().column.unit}
              </th>
              <th scope="col" class="px-3 py-2 text-left">
                {t().column.now}
              </th>
              <th scope="col" class="px-3 py-2 text-left whitespace-nowrap">
                {t().column.next}
                <Show when={props.input.unit}>
                  {(unit) => <span class="font-normal text-ink-soft"> ({unit()})</span>}
                </Show>
              </th>
              <th scope="col" class="px-3 py-2 text-left">
                {t().column.problem}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            <For each={props.lines}>
              {(line, at) => {
                const key = String(line.unit.code)
                const wrong = () => entering.wrong(fieldOf(line))
                return (
                  <tr class="border-t border-line" classList={{ "bg-error-soft": wrong().length > 0 }}>
                    <th scope="row" class="px-3 py-1 text-left font-normal">
                      {line.unit.type} {line.unit.name} <span class="text-xs text-ink-faint">{line.unit.code}</span>
                    </th>
                    <td class="px-3 py-1">
                      <ValueNow input={props.input} inForce={line.inForce} pending={line.pending} />
                    </td>
                    <td class="px-3 py-1">
                      <input
                        class="field min-h-8 w-32 py-1 text-right"
                        classList={{
                          "border-warning-line bg-warning-soft": entering.text(key) !== "" && wrong().length === 0,
                          "border-error-line": wrong().length > 0
                        }}
                        inputmode="decimal"
                        autocomplete="off"
                        data-line={at()}
                        aria-label={t().column.field(`${line.unit.type} ${line.unit.name}`)}
                        aria-invalid={wrong().length > 0 ? "true" : undefined}
                        aria-describedby={wrong().length > 0 ? `${key}-wrong` : undefined}
                        value={entering.text(key)}
                        onInput={(event) => entering.setText(key, event.currentTarget.value)}
                        onKeyDown={(event) => onKeyDown(event, at())}
                        onPaste={(event) => onPaste(event, at())}
                      />
                    </td>
                    <td id={`${key}-wrong`} class="px-3 py-1 text-xs text-error">
                      {wrong().join("; ")}
                    </td>
                  </tr>
                )
              }}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={entering.count() > 0}>
        <section
          aria-label={attached().ofAll}
          class="mt-4 rounded-card border border-line bg-surface px-4 py-3 sm:px-5"
        >
          <h2 class="mb-2 text-sm font-semibold">{attached().ofAll}</h2>
          <AttachField label={attached().ofAll} field={ALL_FIELDS} attachments={entering.attachments} />
        </section>
      </Show>
      <Allowed action="values.record" here={props.allowed} told>
        <EntryBar entering={entering} />
      </Allowed>
    </>
  )
}

import type { Finding } from "@ntm/domain/documents"
import { For } from "solid-js"
import { Panel } from "../parts/panel.tsx"
import { FindingView } from "./finding-view.tsx"

/** The findings of one cell, from the side. */
export const FindingPanel = (props: {
  readonly title: string
  readonly findings: ReadonlyArray<Finding>
  readonly onClose: () => void
}) => (
  <Panel title={props.title} onClose={props.onClose}>
    <ul class="divide-y divide-line">
      <For each={props.findings}>
        {(finding) => (
          <li class="py-4 first:pt-0">
            <FindingView finding={finding} />
          </li>
        )}
      </For>
    </ul>
  </Panel>
)

import { dayAfter, nthOf, type Recipe, type Recipes, textIn } from "../asked.ts"
import { givenBodies } from "../bodies.ts"

const given = (key: string): Record<string, unknown> => ({ ...Object(givenBodies[key]) })

/** Sets that are loaded again and again; each weighs on every answer that judges. */
const SETS = 3

/** Loading something in the place of what is there: what it would do is looked at before, and what was seen is sent along. */
const replacing = (preview: string, load: string, body: (nth: number, loads: number) => unknown): Recipes => {
  let loads = 0
  /** The tag of what is there; "" where nothing is, undefined where nobody has looked since the last load. */
  let seen: string | undefined
  return {
    [preview]: (nth) => ({
      body: body(nth, loads),
      learn: (told) => {
        seen = textIn(told, "tag")
      }
    }),
    [load]: (nth) => {
      if (seen === undefined) return preview
      const tag = seen
      seen = undefined
      const learn = () => {
        loads += 1
      }
      return { body: body(nth, loads), ...(tag === "" ? {} : { ifMatch: tag }), learn }
    }
  }
}

/** Reorganisations and their taking back, sets and procedures loaded in the place of themselves, webhooks. */
export const referenceRecipes = ({ communes }: { readonly communes: ReadonlyArray<string> }): Recipes => {
  const applied: Array<string> = []
  const webhooks: Array<{ readonly id: string; active: boolean }> = []
  const renamed = (nth: number) => ({
    ...given("reorganisations.apply"),
    id: `doi-ten-${nth}`,
    day: dayAfter("2025-08-01", nth),
    changes: [{ change: "rename", unit: { code: nthOf(communes, nth) ?? "11824" }, name: `Tên Mới ${nth}` }]
  })
  const before = "webhooks.create"
  const webhook =
    (asked: (one: (typeof webhooks)[number]) => object): Recipe =>
    () => {
      const one = webhooks.at(-1)
      return one === undefined ? before : { params: { id: one.id }, body: {}, ...asked(one) }
    }

  return {
    "reorganisations.preview": (nth) => ({ body: renamed(nth) }),
    "reorganisations.apply": (nth) => {
      const event = renamed(nth)
      // One at a time, so that it can be taken back.
      if (applied.length > 0) return "reorganisations.undo"
      return { body: event, learn: () => applied.push(event.id) }
    },
    "reorganisations.undo": () => {
      const id = applied.pop()
      return id === undefined ? "reorganisations.apply" : { params: { id }, body: {} }
    },
    ...replacing("criteria.preview", "criteria.load", (nth, loads) => ({
      ...given("criteria.load"),
      id: `bo-${loads % SETS}`,
      name: `Bộ tiêu chí ${nth}`
    })),
    ...replacing("dossiers.previewProcedures", "dossiers.loadProcedures", () => given("dossiers.loadProcedures")),
    // An address that nobody has to look up; nothing is sent there, for no worker runs.
    [before]: (nth) => ({
      body: { url: `https://8.8.8.8/ntm/${nth}`, description: `Kho dữ liệu ${nth}` },
      learn: (told) => webhooks.push({ id: textIn(told, "id"), active: true })
    }),
    "webhooks.rotate": webhook(() => ({})),
    "webhooks.switch": webhook((one) => ({
      body: { active: !one.active },
      learn: () => {
        one.active = !one.active
      }
    })),
    "webhooks.replay": webhook(() => ({ body: { since: 1 } })),
    "webhooks.remove": webhook(() => ({ learn: () => webhooks.pop() })),
    "webhooks.deliveries": webhook(() => ({ body: undefined }))
  }
}

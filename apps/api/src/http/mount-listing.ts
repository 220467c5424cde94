import { addressOf, type Listing, type Page, type Reads } from "@ntm/contract"
import { Effect, Result } from "effect"
import type { Context } from "hono"
import { fieldsBelow } from "./answer-shapes.ts"
import { allowedNext } from "./allowed.ts"
import { answerShapes, askedReader, type Given, givenIn } from "./asked.ts"
import type { CsvTable } from "./csv.ts"
import { type CursorRead, FIRST, type Pins, questionOf, readCursor, writeCursor } from "./cursor.ts"
import type { ApiError } from "./errors.ts"
import { pick } from "./fields.ts"
import { formOf, JSON_FORM, LISTING_FORMS } from "./forms.ts"
import { listingStream } from "./listing-stream.ts"
import { type AskedInput, type Desk, type Keeping, refuseOthers } from "./mount.ts"
import { cut, isParts, type Parts, whole } from "./page.ts"
import { presentMoment } from "./present-moment.ts"
import { refuse } from "./problems.ts"
import { CursorRefused, NotAcceptable } from "./reading-errors.ts"
import { type ApiEnv, type Ports, respondWith } from "./respond.ts"

/** What a handler of a list gives: all items, or the way to read them part by part, and what the answer says besides. */
export type Whole<Item, More> = Omit<More, keyof Page<Item>> & {
  readonly items: ReadonlyArray<Item> | Parts<Item, ApiError, Ports>
}

interface ListingOptions<Item, More> {
  /** Items as a table with words of its own; without it the columns are the fields of an item. */
  readonly csv?: (answer: Omit<More, keyof Page<Item>> & { readonly items: ReadonlyArray<Item> }) => CsvTable
  /** Names an item, in a list that knows no moments: pages go by it. */
  readonly key?: (item: Item) => string
  readonly keeping?: Keeping
}

type ListingHandler<Params extends Reads, Query extends Reads, Item, More> = (
  input: AskedInput<Params, Query>,
  c: Context<ApiEnv>
) => Effect.Effect<Whole<Item, More>, ApiError, Ports>

/** The parameters of a request, as of the day and the moment that its cursor pins. */
const pinned = (given: ReadonlyArray<Given>, { asOf, knownAt }: Pins): ReadonlyArray<Given> => [
  ...given.filter(([name]) => !(name === "as_of" && asOf !== null) && !(name === "known_at" && knownAt !== null)),
  ...(asOf === null ? [] : [["as_of", asOf] as const]),
  ...(knownAt === null ? [] : [["known_at", knownAt] as const])
]

const textIn = (answer: object, name: string): string | null => {
  const value: unknown = Object.entries(answer).find(([each]) => each === name)?.[1]
  return typeof value === "string" ? value : null
}

/** The address of another page of the same question. */
const pageAddress = (c: Context<ApiEnv>, cursor: string | null): string => {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete("cursor")
  if (cursor !== null) searchParams.set("cursor", cursor)
  return `${pathname}${searchParams.size === 0 ? "" : `?${searchParams}`}`
}

const linksOf = (c: Context<ApiEnv>, next: string | null): string =>
  [`<${pageAddress(c, null)}>; rel="first"`, ...(next === null ? [] : [`<${pageAddress(c, next)}>; rel="next"`])].join(
    ", "
  )

/** Answers one list of the contract, as `mountListing` does, and leaves other methods to who mounts them. */
export const answerListing = <Params extends Reads, Query extends Reads, Item, More>(
  desk: Desk,
  endpoint: Listing<Params, Query, Item, More>,
  handler: ListingHandler<Params, Query, NoInfer<Item>, NoInfer<More>>,
  { csv, keeping = "private, no-cache", key }: ListingOptions<NoInfer<Item>, NoInfer<More>> = {}
): void => {
  const { path, usual } = endpoint
  const itemShapes = answerShapes(path).flatMap((shape) => fieldsBelow([shape]).fields.get("items") ?? [])
  const read = askedReader(endpoint, itemShapes)
  const takes = fieldsTaken(endpoint.query)

  desk.app.get(path, (c) => {
    const form = formOf(c, LISTING_FORMS)
    if (form === null) return refuse(c, new NotAcceptable({ forms: LISTING_FORMS }))
    const given = givenIn(c)
    const question = questionOf(addressOf(path, c.req.param()), given)
    const text = given.find(([name]) => name === "cursor")?.[1]
    const from: CursorRead | null =
      text === undefined ? { question, ...FIRST, asOf: null, knownAt: null } : readCursor(text)
    const first = read(c, from === null ? given : pinned(given, from))
    if (Result.isFailure(first)) return refuse(c, first.failure)
    if (from === null) return refuse(c, new CursorRefused({ why: "broken" }))
    if (from.question !== question) return refuse(c, new CursorRefused({ why: "other" }))
    const { params, query, wanted } = first.success
    const limitGiven = given.find(([name]) => name === "limit")?.[1]
    // Lines and tables go on to the end, unless a page is asked for.
    const paging = form === JSON_FORM || limitGiven !== undefined || text !== undefined
    const limit = limitGiven === undefined ? (usual ?? Number.POSITIVE_INFINITY) : Number(limitGiven)

    const pageOf = Effect.fnUntraced(function* (asked: Query["Type"]) {
      const { items, ...more } = yield* handler({ params, query: asked }, c)
      const list = isParts(items) ? items : whole(items)
      let start: { readonly at: string | null; readonly skip: number } = from
      if (from.key !== null && key !== undefined && !isParts(items)) {
        const last = items.findIndex((item) => key(item) === from.key)
        if (last === -1) return yield* new CursorRefused({ why: "gone" })
        start = { at: null, skip: last + 1 }
      }
      const page = paging ? yield* cut(list, start, limit) : null
      return { more, list, page, total: isParts(items) ? undefined : items.length }
    })

    const answering = Effect.gen(function* () {
      const found = yield* pageOf(query)
      const isOpen = takes.has("known_at") && from.knownAt === null && !given.some(([name]) => name === "known_at")
      if (!isOpen || found.page === null || found.page.next === null) return { ...found, knownAt: from.knownAt }
      // The first of several pages is read again as of the moment that the others will be read of.
      const knownAt = yield* presentMoment()
      if (knownAt === null) return { ...found, knownAt }
      return { ...(yield* pageOf({ ...(query as object), known_at: knownAt })), knownAt }
    })

    const answered = Effect.flatMap(answering, (found) =>
      Effect.map(
        form === JSON_FORM ? allowedNext(path, { params, query, answer: found.more }) : Effect.succeed(null),
        (allowed) => ({ ...found, allowed })
      )
    )

    return respondWith(c, desk, answered, ({ allowed, knownAt, list, more, page, total }) => {
      const asOf = takes.has("as_of") ? (from.asOf ?? textIn(more, "asOf")) : null
      const last = page?.items.at(-1)
      const next =
        page === null || page.next === null
          ? null
          : writeCursor({
              question,
              asOf,
              knownAt,
              ...page.next,
              key: key === undefined || last === undefined ? null : key(last)
            })
      const head = { vary: "Accept", ...(page === null ? {} : { link: linksOf(c, next) }) }
      if (form === JSON_FORM)
        return c.json(
          {
            ...more,
            items: pick(page?.items, wanted),
            ...(total === undefined ? {} : { total }),
            next,
            ...allowed
          },
          200,
          { "cache-control": keeping, ...head }
        )
      const table = csv === undefined ? null : (items: ReadonlyArray<Item>) => csv({ ...more, items } as never)
      return listingStream(c, desk, { form, head, items: page?.items ?? null, list, shapes: itemShapes, table, wanted })
    })
  })
}

/**
 * Answers one list of the contract: page by page as JSON, or as lines or a table.
 *
 * **Details** The handler says what is in the list, in its order; everything about pages, forms and fields is here and nowhere else. All pages are of
 * one state: a cursor pins the day, and the moment by which what the list shows was recorded. Where a list takes no `known_at`, pages go on
 * after the last item's key. Other methods on the same path get 405.
 */
export const mountListing = <Params extends Reads, Query extends Reads, Item, More>(
  desk: Desk,
  endpoint: Listing<Params, Query, Item, More>,
  handler: ListingHandler<Params, Query, NoInfer<Item>, NoInfer<More>>,
  {
    allow,
    ...options
  }: ListingOptions<NoInfer<Item>, NoInfer<More>> & {
    /** Methods that the path takes, where others than these are mounted before. */
    readonly allow?: string
  } = {}
): void => {
  answerListing(desk, endpoint, handler, options)
  refuseOthers(desk, endpoint.path, allow)
}

/** Names of the parameters that a query takes. */
const fieldsTaken = (schema: object): ReadonlySet<string> =>
  new Set(
    "fields" in schema && typeof schema.fields === "object" && schema.fields !== null ? Object.keys(schema.fields) : []
  )

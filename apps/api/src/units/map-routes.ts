import { api } from "@ntm/contract"
import { Boundaries, Reorganisations, unitByCode, UnitNotFound } from "@ntm/domain/units"
import { Effect } from "effect"
import { InvalidParameters } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { expectationOf } from "../http/parameters.ts"
import { todayInVietnam } from "../http/today.ts"
import { makeMaps, type Snapshot } from "./map.ts"

/** `/map/:province`. */
export const mapRoutes = (desk: Desk): void => {
  const maps = makeMaps()
  mount(
    desk,
    api.map.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      const { level = "commune", zoom = 1 } = query
      const port = yield* Reorganisations
      const snapshot: Snapshot =
        query.known_at === undefined ? yield* port.register() : yield* port.registerAt(query.known_at)
      const province = unitByCode(snapshot.chronicle.register, params.province, asOf)
      if (province === undefined) return yield* new UnitNotFound({ code: params.province, asOf })
      if (province.level !== "province") {
        const { vi, en } = expectationOf("province")
        return yield* new InvalidParameters({ errors: [{ path: "province", message: vi, messageEn: en }] })
      }
      const { units, undrawn, days, byZoom } = yield* maps(yield* Boundaries, snapshot, province, level, asOf)
      const topology = byZoom.get(zoom)
      if (topology === undefined) return yield* Effect.die(new Error(`no zoom ${zoom}`))
      return { asOf, province, level, zoom, units, undrawn, days, topology }
    })
  )
}

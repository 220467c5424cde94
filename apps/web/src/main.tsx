import { makeClient } from "@ntm/contract"
import { render } from "solid-js/web"
import { App } from "./app.tsx"
import "./app.css"
import { makeQueryClient } from "./data/query-client.ts"

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no #root")

const client = makeClient((url, init) => fetch(url, init), "")
// Made once: written in the place of the prop it would be made anew each time that the prop is read, and nothing be shared.
const queries = makeQueryClient()
render(() => <App client={client} queries={queries} />, root)

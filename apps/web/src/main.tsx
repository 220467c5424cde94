import { makeClient } from "@ntm/contract"
import { render } from "solid-js/web"
import { App } from "./app.tsx"
import "./app.css"
import { makeQueryClient } from "./data/query-client.ts"

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no #root")

const client = makeClient((url, init) => fetch(url, init), "")
render(() => <App client={client} queries={makeQueryClient()} />, root)

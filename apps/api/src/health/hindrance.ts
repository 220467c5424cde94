/** What keeps a program from serving: it starts, it stops, its database does not answer or is another version's, or nothing is loaded there. */
export type Hindrance = "starting" | "stopping" | "database" | "schema" | "facts"

export { databasesUnderTest, type DatabaseUnderTest, freshDatabase, type FreshDatabase } from "./fresh-database.ts"

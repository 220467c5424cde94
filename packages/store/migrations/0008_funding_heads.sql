-- Amounts of printed tables are entries of the journal from now on, entered once; a table keeps its head. The reference data bring both again.
DELETE FROM "funding_table";--> statement-breakpoint
DROP TABLE "funding_entry";--> statement-breakpoint
DROP TABLE "funding_row";--> statement-breakpoint
ALTER TABLE "funding_table" ADD COLUMN "tier" text NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_table" ADD COLUMN "day" date NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_table" ADD COLUMN "counts" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_table" ADD COLUMN "rows" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_table" ADD CONSTRAINT "funding_table_tier" CHECK ("funding_table"."tier" in ('province', 'district', 'commune', 'village'));

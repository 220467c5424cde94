-- Known boundaries of units, and the files that they came from. Superseded ones stay.
CREATE TABLE "boundary" (
	"import_id" integer NOT NULL,
	"code" text NOT NULL,
	"as_of" date NOT NULL,
	"unit_id" integer,
	"formed" text NOT NULL,
	"polygons" json NOT NULL,
	"superseded_by" integer,
	CONSTRAINT "boundary_pk" PRIMARY KEY("import_id","code")
);
--> statement-breakpoint
CREATE TABLE "boundary_import" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "boundary_import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"file" text,
	"sha256" text NOT NULL,
	"as_of" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boundary" ADD CONSTRAINT "boundary_import_id_boundary_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."boundary_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary" ADD CONSTRAINT "boundary_superseded_by_boundary_import_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."boundary_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "boundary_in_force" ON "boundary" USING btree ("unit_id") WHERE "boundary"."superseded_by" is null;--> statement-breakpoint
CREATE INDEX "boundary_superseded" ON "boundary" USING btree ("superseded_by");
-- Whatever a fact is read by is followed too, so that verifying the trail finds what was changed there: what numbers in rows stand for, and findings.
-- Entries of what migrations of the same transaction changed are sealed first: tables with events that wait cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
SELECT change_followed(name, 'whole', NULL) FROM unnest(ARRAY['observation_input', 'observation_source', 'observation_recorder', 'funding_agency',
  'funding_paper', 'finding']) name;
--> statement-breakpoint
SELECT change_followed('observed_unit', 'whole', 'select unit from moved');
--> statement-breakpoint
-- Entries leave polygons out, for they are large: they have their hash.
ALTER TABLE "boundary" ADD COLUMN "polygons_sha256" text;--> statement-breakpoint
CREATE FUNCTION boundary_hashed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.polygons_sha256 := encode(sha256(convert_to(NEW.polygons::text, 'UTF8')), 'hex');
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER boundary_hashed BEFORE INSERT OR UPDATE OF polygons, polygons_sha256 ON "boundary" FOR EACH ROW EXECUTE FUNCTION boundary_hashed();
--> statement-breakpoint
SELECT change_followed('boundary', 'whole', 'select unit_id from moved', '{polygons}');
--> statement-breakpoint
UPDATE "boundary" SET polygons_sha256 = '';
--> statement-breakpoint
-- Of one noun after the other entries are held against its table.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
CREATE INDEX "change_noun" ON "change" USING btree ("noun","seq");
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;

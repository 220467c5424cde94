-- Deferred: a new register may give a code from one unit to another within one load.
ALTER TABLE "unit" ADD CONSTRAINT "unit_code_once" UNIQUE NULLS NOT DISTINCT ("code", "valid_from") DEFERRABLE INITIALLY DEFERRED;

-- A template without a key slot cannot be deleted for good, and none was released: its record ends here.
UPDATE "verifications" SET "state" = 'deleted', "deleted_at" = now(), "subject" = NULL, "consent" = NULL, "capture" = NULL WHERE "state" = 'stored';--> statement-breakpoint
DELETE FROM "templates";--> statement-breakpoint
ALTER TABLE "envelopes" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "envelopes" CASCADE;--> statement-breakpoint
DROP INDEX "templates_model";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "groups" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "transform_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "slot_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "groups" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "verifications" ADD COLUMN "decision" jsonb;--> statement-breakpoint
ALTER TABLE "verifications" ADD COLUMN "nonce_hash" text;--> statement-breakpoint
CREATE INDEX "templates_model" ON "templates" USING btree ("model_id","model_sha256","verification_id");--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_slot_id_unique" UNIQUE("slot_id");
ALTER TABLE "verifications" DROP CONSTRAINT "verifications_session_id_unique";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "verification_id" text;--> statement-breakpoint
CREATE INDEX "verifications_session" ON "verifications" USING btree ("session_id");--> statement-breakpoint
UPDATE "sessions" SET "verification_id" = "verifications"."verification_id" FROM "verifications" WHERE "verifications"."session_id" = "sessions"."session_id";

ALTER TABLE "exemptions" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "exemptions" ADD COLUMN "verification_id" text;--> statement-breakpoint
CREATE INDEX "exemptions_verification" ON "exemptions" USING btree ("verification_id");--> statement-breakpoint
-- Reasons written before: those whose verification is still stored end with it, others now.
UPDATE "exemptions" SET "verification_id" = "reviews"."verification_id" FROM "reviews"
WHERE "reviews"."at" = "exemptions"."granted_at" AND "reviews"."outcome" = 'allowed_second_account' AND "exemptions"."kind" = 'second-account';--> statement-breakpoint
UPDATE "exemptions" SET "reason" = NULL WHERE "verification_id" IS NULL;

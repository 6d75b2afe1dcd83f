ALTER TABLE "templates" DROP CONSTRAINT "templates_slot_id_unique";--> statement-breakpoint
CREATE INDEX "templates_slot" ON "templates" USING btree ("slot_id");--> statement-breakpoint
-- By hand from here on: drizzle-kit knows neither the names of the keys nor which verification a review belongs to.
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_case_id_cases_case_id_fk";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "verification_id" text;--> statement-breakpoint
UPDATE "reviews" SET "verification_id" = "cases"."verification_id" FROM "cases" WHERE "cases"."case_id" = "reviews"."case_id";--> statement-breakpoint
ALTER TABLE "reviews" ALTER COLUMN "verification_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_pkey";--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_verification_id_review_id_pk" PRIMARY KEY("verification_id","review_id");--> statement-breakpoint
DROP INDEX "reviews_case";--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_verification_id_unique";--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_pkey";--> statement-breakpoint
ALTER TABLE "cases" ADD PRIMARY KEY ("verification_id");--> statement-breakpoint
CREATE INDEX "cases_case" ON "cases" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_verification_id_cases_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."cases"("verification_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" DROP CONSTRAINT "objections_pkey";--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_verification_id_objection_id_pk" PRIMARY KEY("verification_id","objection_id");--> statement-breakpoint
DROP INDEX "objections_verification";

-- One name for one thing: numbers of decisions, reasons, and the links of a rule.
alter table "achievement" rename column "decision_no" to "decision_number";
alter table "achievement" rename column "revoke_number" to "revocation_number";
alter table "recognition" rename column "revoke_number" to "revocation_number";
alter table "recognition" rename column "reasons" to "reason";
alter table "screening" rename column "reasons" to "reason";
alter table "handover" rename column "corrected_because" to "correction_reason";
alter table "eligibility_rule" rename column "chain" to "links";
alter table "screening" rename constraint "screening_reasons_not_null" to "screening_reason_not_null";
alter table "eligibility_rule" rename constraint "eligibility_rule_chain_not_null" to "eligibility_rule_links_not_null";

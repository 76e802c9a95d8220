import {
  decideMatch,
  foundMatchingGroup,
  joinMatchingGroup,
  leaveMatchingGroup,
  recordableKinds,
  recordAboutPeople,
  type MadeRecord,
  type RecordedAboutPeople,
} from '@khuyenhoc/application';
import { err, type MatchingGroupId, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import type { MatchDecisionRefusal, MatchingGroupsRefusal, PersonRecordRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { MatchCaseRef, MatchingGroupRef } from './match.type.ts';
import { matchCaseIdOf, matchingGroupIdOf, personIdOf, recordIdOf, tenantIdOf } from './people-ids.ts';

const RecordableKindEnum = enumOf('RecordableKind', 'What can be written down about a person.', recordableKinds);
const MatchDecisionEnum = enumOf('MatchDecision', 'What is decided about two records.', ['SAME', 'DIFFERENT']);

const PersonRecordItem = builder.inputType('PersonRecordItem', {
  description: 'Something to write down about a person, in the form of its kind.',
  fields: (t) => ({
    personId: t.id({ required: true }),
    kind: t.field({ type: RecordableKindEnum, required: true }),
    content: t.field({ type: 'JSON', required: true }),
    replacesId: t.id({ description: 'The record that this one corrects.' }),
  }),
});

const MadeRecordRef = builder.objectRef<MadeRecord>('MadeRecord').implement({
  description: 'A record that was made, and what looks odd about it. A warning keeps nothing from being recorded.',
  fields: (t) => ({
    recordId: t.exposeID('recordId'),
    personId: t.exposeID('personId'),
    warnings: t.stringList({ resolve: ({ warnings }) => warnings.map(({ code }) => code) }),
  }),
});

const PeopleRecorded = builder.objectRef<RecordedAboutPeople>('PeopleRecorded').implement({
  description: 'All records were made, in the order of the items.',
  fields: (t) => ({
    records: t.expose('records', { type: [MadeRecordRef] }),
    replayed: t.exposeBoolean('replayed'),
  }),
});

const GroupLeft = builder.objectRef<{ readonly groupId: MatchingGroupId }>('MatchingGroupLeft').implement({
  description: 'The network left the group, and what it had told it was deleted.',
  fields: (t) => ({ matchingGroupId: t.exposeID('groupId') }),
});

const recordCodes: CodesOf<PersonRecordRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  SUBJECT_ERASED: true,
  IDEMPOTENCY_KEY_REUSED: true,
  RECORD_INVALID: true,
  RECORD_NOT_REPLACEABLE: true,
  PERSON_HAS_ANOTHER_NUMBER: true,
  NUMBER_TAKEN: true,
};

const decideCodes: CodesOf<MatchDecisionRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  SUBJECT_ERASED: true,
  IDEMPOTENCY_KEY_REUSED: true,
  REASON_MISSING: true,
  REASON_TOO_LONG: true,
  VERSION_CONFLICT: true,
  NUMBERS_DIFFER: true,
};

const groupCodes: CodesOf<MatchingGroupsRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
};

const RecordPeopleResult = resultUnion('RecordPeopleResult', PeopleRecorded, recordCodes);
const DecideMatchResult = resultUnion('DecideMatchResult', MatchCaseRef, decideCodes);
const MatchingGroupResult = resultUnion('MatchingGroupResult', MatchingGroupRef, groupCodes);
const LeaveMatchingGroupResult = resultUnion('LeaveMatchingGroupResult', GroupLeft, groupCodes);

builder.mutationFields((t) => ({
  recordPeople: t.fieldWithInput({
    type: RecordPeopleResult,
    nullable: true,
    description: 'Writes down things about people: all of them or none.',
    input: {
      items: t.input.field({ type: [PersonRecordItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<RecordedAboutPeople, PersonRecordRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const records = items.map(({ personId, replacesId, kind, content }) => ({
          kind,
          content: content ?? null,
          personId: personIdOf(personId),
          replacesId: typeof replacesId === 'string' ? recordIdOf(replacesId) : null,
        }));
        const named = records.flatMap(({ personId, ...rest }) => (personId === null ? [] : [{ ...rest, personId }]));
        if (named.length < records.length) return notFound();
        return recordAboutPeople(context.deps, session, { records: named, idempotencyKey });
      }),
  }),
  decideMatch: t.fieldWithInput({
    type: DecideMatchResult,
    nullable: true,
    description: 'Decides whether two records are of one person. A later decision takes an earlier one back.',
    input: {
      matchCaseId: t.input.id({ required: true }),
      decision: t.input.field({ type: MatchDecisionEnum, required: true }),
      reason: t.input.field({ type: 'LongText', required: true }),
      expectedVersion: t.input.int({ required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const matchCaseId = matchCaseIdOf(input.matchCaseId);
        return matchCaseId === null ? notFound() : decideMatch(context.deps, session, { ...input, matchCaseId });
      }),
  }),
  foundMatchingGroup: t.fieldWithInput({
    type: MatchingGroupResult,
    nullable: true,
    description: 'Founds a group of networks that tell each other of possible duplicates, and joins it.',
    input: {
      name: t.input.field({ type: 'ShortText', required: true }),
      clerk: t.input.field({ type: 'ShortText', required: true }),
      invitedTenantIds: t.input.idList({ required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { invitedTenantIds, ...input } }, context) =>
      runCommand(context, (session) => {
        const invited = invitedTenantIds.flatMap((id) => tenantIdOf(id) ?? []);
        return foundMatchingGroup(context.deps, session, { ...input, invited });
      }),
  }),
  joinMatchingGroup: t.fieldWithInput({
    type: MatchingGroupResult,
    nullable: true,
    description: 'Joins a group that invited this network.',
    input: {
      matchingGroupId: t.input.id({ required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { matchingGroupId, idempotencyKey } }, context) =>
      runCommand(context, (session) => {
        const groupId = matchingGroupIdOf(matchingGroupId);
        return groupId === null ? notFound() : joinMatchingGroup(context.deps, session, { groupId, idempotencyKey });
      }),
  }),
  leaveMatchingGroup: t.fieldWithInput({
    type: LeaveMatchingGroupResult,
    nullable: true,
    description: 'Leaves a group of networks; what this network told it is deleted.',
    input: {
      matchingGroupId: t.input.id({ required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { matchingGroupId, idempotencyKey } }, context) =>
      runCommand(context, (session) => {
        const groupId = matchingGroupIdOf(matchingGroupId);
        return groupId === null ? notFound() : leaveMatchingGroup(context.deps, session, { groupId, idempotencyKey });
      }),
  }),
}));

import { amountOf, awardActions, takersOf } from '@khuyenhoc/domain';
import { AwardStateEnum, OutcomeEnum } from '../enums.type.ts';
import { globalId } from '../global-id.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { NodeInterface } from '../node.type.ts';
import { AssociationRef, AwardRef, CampaignRef } from '../object-refs.ts';
import { NomineeRef, PersonRef } from '../people/person.type.ts';
import { awardOptions } from '../steps/award-options.ts';
import { AwardStepOption } from '../steps/step-option.type.ts';
import { readAwardEvents } from './award-entry.ts';
import { AwardEventRef } from './award-event.type.ts';
import { AwardItemRef, StepTakersRef } from './award-parts.type.ts';
import { DecisionReceiptRef } from './decision-receipt.type.ts';
import { HistoryCheckRef } from './history-check.type.ts';
import { lastSealed, openReceipt, openText } from './open-sealed.ts';

AwardRef.implement({
  description: 'What one nominee is given in one campaign, from nomination to signed receipt.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, id }) => globalId('Award', tenantId, id) }),
    state: t.expose('state', { type: AwardStateEnum }),
    version: t.exposeInt('version', {
      description: 'To be named by the next command, so that nobody overwrites what he has not seen.',
    }),
    amount: t.field({
      type: 'Vnd',
      description: 'The đồng it gives in all.',
      resolve: ({ decision }) => amountOf(decision.items),
    }),
    items: t.field({ type: [AwardItemRef], resolve: ({ decision }) => decision.items }),
    outcome: t.field({ type: OutcomeEnum, resolve: ({ decision }) => decision.outcome }),
    failedClauses: t.stringList({
      description: 'The codes of the clauses that failed.',
      resolve: ({ decision }) => decision.failedClauses,
    }),
    pool: t.string({
      nullable: true,
      description: 'The quota pool its place is taken from.',
      resolve: ({ decision }) => decision.pool,
    }),
    ruleSetHash: t.field({ type: 'Hash', resolve: ({ decision }) => decision.ruleSetHash }),
    contentHash: t.expose('contentHash', { type: 'Hash', description: 'What an approval binds to.' }),
    head: t.expose('head', { type: 'Hash', description: 'The hash of the last event.' }),
    paymentBatch: t.exposeString('paymentBatch', {
      nullable: true,
      description: 'The number of the payment batch, once paid.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    nomineeId: t.exposeID('nomineeId', { description: 'An opaque id, the same in every history.' }),
    nominee: t.field({
      type: NomineeRef,
      nullable: true,
      description: 'Null when the nominee was erased, or may not be read.',
      resolve: ({ nomineeId }, _args, { reads }) => reads.profiles.load(nomineeId),
    }),
    nominatedBy: t.field({
      type: PersonRef,
      nullable: true,
      resolve: ({ takenBy }) => {
        const personId = takersOf(takenBy, 'NOMINATE')[0];
        return personId === undefined ? null : { personId };
      },
    }),
    takenBy: t.field({
      type: [StepTakersRef],
      description: 'Who took which step, so that everybody sees whose turn it is not.',
      resolve: ({ takenBy }) =>
        awardActions
          .map((action) => ({ action, people: takersOf(takenBy, action) }))
          .filter(({ people }) => people.length > 0),
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
    }),
    receipt: t.field({
      type: DecisionReceiptRef,
      nullable: true,
      description: 'What the rules decided last, with every reason; null when the nominee was erased.',
      resolve: async ({ id }, _args, { reads, deps }) =>
        openReceipt(deps.vault, lastSealed(await reads.documents(id), 'receipt')),
    }),
    facts: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The facts that were judged last; null when the nominee was erased.',
      resolve: async ({ id }, _args, { reads, deps }): Promise<unknown> => {
        const text = openText(deps.vault, lastSealed(await reads.documents(id), 'facts'));
        return text === null ? null : JSON.parse(text);
      },
    }),
    timeline: t.field({
      type: [AwardEventRef],
      description: 'Everything that happened to it, in order.',
      resolve: async ({ id }, _args, { reads }) => readAwardEvents(id, await reads.awardEvents.load(id)),
    }),
    can: t.field({
      type: [AwardStepOption],
      description: 'The steps that lead on from here, and whether this reader may take them.',
      resolve: async (award, _args, { reads, session }) => {
        const campaign = await reads.campaigns.load(award.campaignId);
        const published = campaign === null ? null : await reads.workflows.load(campaign.workflowHash);
        if (campaign === null || published === null || session === null) return [];
        return awardOptions(session, award, campaign, published.workflow, await reads.bonds.load(award.nomineeId));
      },
    }),
    canBesides: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it besides the steps of its workflow, and whether this reader may.',
      resolve: ({ path, state }, _args, { session }) => optionsOn(session, 'award', { path, state }),
    }),
    historyCheck: t.field({
      type: HistoryCheckRef,
      nullable: true,
      description: 'Recomputes its history from the stored bytes; null for who may not verify.',
      complexity: 10,
      resolve: ({ id }, _args, { reads }) => reads.historyReports.load(id),
    }),
  }),
});

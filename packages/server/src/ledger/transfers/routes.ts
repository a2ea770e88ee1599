import {
  acceptPaymentRequest,
  createPaymentRequest,
  createRecurringGift as createRecurringGiftRoute,
  createRedemption,
  createRedemptionCode as createRedemptionCodeRoute,
  createTransfer as createTransferRoute,
  createTransferBatch as createTransferBatchRoute,
  endRecurringGift as endRecurringGiftRoute,
  getMinutesHold,
  getPaymentRequest,
  holdMinutes as holdMinutesRoute,
  listPaymentRequests,
  getRecurringGift as getRecurringGiftRoute,
  listRecurringGifts as listRecurringGiftsRoute,
  postHold as postHoldRoute,
  previewTransfer as previewTransferRoute,
  refusePaymentRequest,
  voidHold as voidHoldRoute,
  withdrawPaymentRequest,
} from '@buurtkit/contract';
import {created, ok, route} from '../../http/bind-route.ts';
import {nextPageLink} from '../../http/links.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {writtenEntry} from '../entries/written-entry.ts';
import {createRecurringGift, endRecurringGift, getRecurringGift, listRecurringGifts} from '../gifts/recurring-gifts.ts';
import {holdMinutes, postHold, representHold, requireHold, voidHold} from '../holds/minutes-hold.ts';
import {createRedemptionCode, redeem} from '../redemptions/redeem.ts';
import {acceptRequest, refuseRequest, withdrawRequest} from '../requests/answer-request.ts';
import {askMinutes} from '../requests/ask-minutes.ts';
import {listRequests} from '../requests/list-requests.ts';
import {representRequest, requirePaymentRequest} from '../requests/payment-request-row.ts';
import {createTransfer, createTransferBatch} from './create-transfer.ts';
import {previewTransfer} from './preview-transfer.ts';

const addressOf = ({publicUrl, community}: Scope, path: string) => `${publicUrl}/v1/communities/${community.slug}/${path}`;

export const transferRoutes = [
  route(createTransferRoute, async (scope, {body, entry}) => writtenEntry(scope, (trxScope) => createTransfer(trxScope, body, entry))),
  route(createTransferBatchRoute, async (scope, {body, entry}) =>
    writtenEntry(scope, (trxScope) => createTransferBatch(trxScope, body, entry)),
  ),
  route(previewTransferRoute, async (scope, {body}) => ok(await previewTransfer(scope, body))),

  route(listPaymentRequests, async (scope, {query}) => {
    const page = await inTransaction(scope, (trxScope) => listRequests(trxScope, query));
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/payment-requests`, query, page.next)});
  }),
  route(createPaymentRequest, async (scope, {body}) =>
    inTransaction(scope, async (trxScope) => {
      const row = await askMinutes(trxScope, body);
      return created(await representRequest(trxScope, row), addressOf(scope, `payment-requests/${row.id}`));
    }),
  ),
  route(getPaymentRequest, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(await representRequest(trxScope, await requirePaymentRequest(trxScope, params.id)))),
  ),
  route(acceptPaymentRequest, async (scope, {params, entry}) =>
    writtenEntry(scope, (trxScope) => acceptRequest(trxScope, params.id, entry)),
  ),
  route(refusePaymentRequest, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(await representRequest(trxScope, await refuseRequest(trxScope, params.id)))),
  ),
  route(withdrawPaymentRequest, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(await representRequest(trxScope, await withdrawRequest(trxScope, params.id)))),
  ),

  route(holdMinutesRoute, async (scope, {body}) =>
    inTransaction(scope, async (trxScope) => {
      const row = await holdMinutes(trxScope, body);
      return created(representHold(row, scope.now), addressOf(scope, `holds/${row.id}`));
    }),
  ),
  route(getMinutesHold, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(representHold(await requireHold(trxScope, params.id), scope.now))),
  ),
  route(postHoldRoute, async (scope, {params, body, entry}) =>
    writtenEntry(scope, (trxScope) => postHold(trxScope, params.id, body, entry)),
  ),
  route(voidHoldRoute, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(representHold(await voidHold(trxScope, params.id), scope.now))),
  ),

  route(createRedemptionCodeRoute, async (scope) =>
    inTransaction(scope, async (trxScope) => created(await createRedemptionCode(trxScope), addressOf(scope, 'accounts/mine'))),
  ),
  route(createRedemption, async (scope, {body, entry}) => writtenEntry(scope, (trxScope) => redeem(trxScope, body, entry))),

  route(listRecurringGiftsRoute, async (scope) => ok({data: await inTransaction(scope, listRecurringGifts)})),
  route(createRecurringGiftRoute, async (scope, {body}) =>
    inTransaction(scope, async (trxScope) => {
      const gift = await createRecurringGift(trxScope, body);
      return created(gift, addressOf(scope, `recurring-gifts/${gift.id}`));
    }),
  ),
  route(getRecurringGiftRoute, async (scope, {params}) =>
    ok(await inTransaction(scope, (trxScope) => getRecurringGift(trxScope, params.id))),
  ),
  route(endRecurringGiftRoute, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(await endRecurringGift(trxScope, params.id))),
  ),
];

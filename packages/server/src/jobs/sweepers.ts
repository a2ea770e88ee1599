import {doorSweeper} from '../doors/forget-doors.ts';
import {exchangeSweeper} from '../exchange/exchange-sweeper.ts';
import {freshnessSweeper} from '../freshness/freshness-sweeper.ts';
import {idempotencySweeper} from '../http/forget-idempotency-keys.ts';
import {importSweeper} from '../imports/import-sweeper.ts';
import {linkSweeper} from '../links/forget-links.ts';
import {ledgerSweeper} from '../ledger/ledger-sweeper.ts';
import {mailSweeper} from '../mail/send-mails.ts';
import {openingSweeper} from '../opening/opening-sweeper.ts';
import {sessionSweeper} from '../sessions/session-sweeper.ts';
import {forgetDrafts} from '../submissions/forget-drafts.ts';
import {volunteeringSweeper} from '../volunteering/volunteering-sweeper.ts';
import type {Sweeper} from './sweeper.ts';

/** All that has to happen by itself. In this order when the clock is put forward; mails last, since the others write them. */
export const sweepers: readonly Sweeper[] = [
  openingSweeper,
  idempotencySweeper,
  linkSweeper,
  doorSweeper,
  sessionSweeper,
  forgetDrafts,
  importSweeper,
  freshnessSweeper,
  volunteeringSweeper,
  ledgerSweeper,
  exchangeSweeper,
  mailSweeper,
];

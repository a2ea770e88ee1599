import type {SignupState} from '@buurtkit/contract';
import type {TrxScope} from '../../scope.ts';
import type {KnownSignup, ShiftRow} from './store.ts';

/** Confirm your address: the place is kept for a day. */
export async function tellToConfirm(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

/** Somebody with this address signed up before: how that stands. */
export async function tellAgain(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellWaitlisted(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellOffered(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellExpired(_scope: TrxScope, _known: KnownSignup, _before: SignupState): Promise<void> {}

export async function tellGuardian(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellToReview(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellConfirmed(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellIntro(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellRefused(_scope: TrxScope, _known: KnownSignup): Promise<void> {}

export async function tellCancelled(_scope: TrxScope, _known: KnownSignup, _before: SignupState): Promise<void> {}

/** The shift is at another time than it was. */
export async function tellShiftChanged(_scope: TrxScope, _known: KnownSignup, _before: ShiftRow): Promise<void> {}

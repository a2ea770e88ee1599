import type {Services} from '../services.ts';
import {sweepers} from './sweepers.ts';

/** Does all that is due at this moment, one after the other. */
export async function runSweepers(services: Services, now: Date): Promise<void> {
  for (const {sweep} of sweepers) await sweep(services, now);
}

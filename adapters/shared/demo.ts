import type { Clinic } from '#core';
import { SettingsError } from './settings.ts';

export interface DemoRule {
  readonly channel: string;
  /** False for the terminal, for staff, and for a page that only this machine can open. */
  readonly reachesPatients: boolean;
  /** CLINIC_DEMO. */
  readonly allowed: 'allow' | undefined;
}

/** Throws where a channel that patients reach would show the made-up clinic and its made-up numbers (DESIGN, "The clinic"). */
export function refuseDemo(clinic: Pick<Clinic, 'demo'>, { channel, reachesPatients, allowed }: DemoRule): void {
  if (!clinic.demo || !reachesPatients || allowed === 'allow') return;
  throw new SettingsError([
    `${channel}: clinic.yaml is the demo clinic, with made-up numbers; fill in your own and set demo to false, or set CLINIC_DEMO=allow to try it out`,
  ]);
}

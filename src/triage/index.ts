export { createTriage } from './create-triage.ts';

export { createProcedureFinder, type ProcedureFinder } from './find.ts';

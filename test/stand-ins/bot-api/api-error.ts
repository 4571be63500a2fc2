import type { Fault } from './faults.ts';

type ErrorFault = Extract<Fault, { kind: 'error' }>;

/** An answer `{ok: false, …}`. */
export class ApiError extends Error {
  readonly fault: ErrorFault;

  constructor(fault: Fault) {
    if (fault.kind !== 'error') throw new TypeError('only an error answer can be thrown');
    super(fault.description);
    this.fault = fault;
  }
}

export const badRequest = (description: string): ApiError =>
  new ApiError({ kind: 'error', code: 400, description: `Bad Request: ${description}` });

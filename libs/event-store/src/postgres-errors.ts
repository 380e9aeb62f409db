import { Unavailable } from './port.js';

/** Classes and codes of SQLSTATE that mean: not now. Connection, shutdown, resources, timeout, lost races. */
const notNow = /^(08|53|57P|57014|40001|40P01|25P03|58030)/;
const said =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|encountered a connection error|after calling end on the pool|Client was closed/i;

interface DriverError {
  readonly code?: string;
  readonly syscall?: string;
  readonly message?: string;
  /** One for every address tried. */
  readonly errors?: readonly DriverError[];
}

/** Errors of the driver that mean "not reachable or not in time" become Unavailable; others stay as they are. */
export const asUnavailable = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && isUnavailable(error)
    ? new Unavailable('the log does not answer', { cause: error })
    : error;

const isUnavailable = ({ code = '', syscall, message = '', errors = [] }: DriverError): boolean =>
  notNow.test(code) || syscall !== undefined || said.test(message) || errors.some(isUnavailable);

import { endOnFaults } from '../src/end-on-faults.ts';
import { openLog } from '../src/logging.ts';

// A process in which something fails that nobody catches, as an adapter's forgotten promise would.
const [how = ''] = process.argv.slice(2);
endOnFaults(openLog('info', ['rahasia-sekali-1234']));
const fault = new Error('GET https://api.telegram.org/bot123456789:AAHkanariKanariKanariKanariKanari12345/x rahasia-sekali-1234');
if (how === 'rejection') void Promise.reject(fault);
if (how === 'exception') setTimeout(() => { throw fault; }, 1);
setTimeout(() => { process.stdout.write('still here'); process.exit(0); }, 2_000);

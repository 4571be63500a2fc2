import { INDONESIAN } from './messages.id.ts';

export const ENGLISH: Readonly<Record<keyof typeof INDONESIAN, string>> = INDONESIAN;

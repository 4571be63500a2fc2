/** "0812-3456-7890" for an Indonesian number in E.164, as people and couriers write it; others as they are. */
export const localPhone = (e164: string): string => e164.replace(/^\+62(\d{3})(\d{4})(\d+)$/, '0$1-$2-$3');

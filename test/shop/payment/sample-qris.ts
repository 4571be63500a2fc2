import { seal, writeFields, type EmvField } from '../../../src/shop/payment/emv.ts';

/** The example payload of EMVCo's specification (QRCPS-MPM 1.1, annex): a Chinese merchant, so never a QRIS. */
export const EMVCO_EXAMPLE = '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN'
  + '5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME'
  + '91320016A0112233449988770708123456786304A13A';

/** A static QRIS of an invented shop, built like those of the large acquirers: own account in 26, national in 51. */
export const SHOP_FIELDS: readonly EmvField[] = [
  { tag: '00', value: '01' },
  { tag: '01', value: '11' },
  {
    tag: '26',
    value: writeFields([
      { tag: '00', value: 'ID.CO.CONTOHPAY.WWW' }, { tag: '01', value: '936009990000000001' },
      { tag: '02', value: '000000001' }, { tag: '03', value: 'UMI' },
    ]),
  },
  {
    tag: '51',
    value: writeFields([
      { tag: '00', value: 'ID.CO.QRIS.WWW' }, { tag: '02', value: 'ID1020000000001' }, { tag: '03', value: 'UMI' },
    ]),
  },
  { tag: '52', value: '5719' },
  { tag: '53', value: '360' },
  { tag: '58', value: 'ID' },
  { tag: '59', value: 'DAPUR KITA' },
  { tag: '60', value: 'BANDUNG' },
  { tag: '61', value: '40132' },
  { tag: '62', value: writeFields([{ tag: '07', value: 'A01' }]) },
];

export const SHOP_QRIS = seal(SHOP_FIELDS);

/** The shop's code with some fields changed, added or (null) taken away. */
export function shopQrisWith(changes: Readonly<Record<string, string | null>>): string {
  const fields = SHOP_FIELDS
    .map((field) => ({ tag: field.tag, value: field.tag in changes ? changes[field.tag]! : field.value }))
    .filter((field): field is EmvField => field.value !== null);
  const added = Object.entries(changes)
    .filter(([tag, value]) => value !== null && !SHOP_FIELDS.some((field) => field.tag === tag))
    .map(([tag, value]) => ({ tag, value: value! }));
  return seal([...fields, ...added]);
}

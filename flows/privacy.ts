import { action, end, flow } from '../src/flow/flow.ts';
import { yesNo } from '../src/flow/questions.ts';

const MY_DATA = /\bdata (?:saya|aku|ku|pribadi|diri)\b|\b(?:my|personal) data\b/;
const ERASE = /\b(?:hapus|hapuskan|hilangkan|delete|erase|bersihkan)\b/;

/** "data saya": a readable copy of all the shop keeps of this person (UU PDP 27/2022, Art. 7 and 32). */
export const myData = action('my_data', { faq_other: ['minta salinan data saya', 'data saya disimpan apa aja'], out_of_scope: [], talk_to_human: [] },
  (talk) => {
    if (!MY_DATA.test(talk.meaning.normal) || ERASE.test(talk.meaning.normal)) return null;
    const { shop, say } = talk;
    const customer = shop.customer();
    return {
      text: [
        say('privacy.heading'),
        say('privacy.name', { nama: customer.name ?? '-', hp: customer.phone === null ? '-' : say.phone(customer.phone) }),
        ...shop.addresses().map((address) => say('privacy.address', { alamat: `${address.recipient}, ${address.street}, ${address.place_label}` })),
        ...shop.orders().map((order) => say('privacy.order', { nomor: order.number, total: say.rupiah(order.total), keadaan: say(`order.state.${order.state}`) })),
        ...shop.wishlist().map((wish) => say('privacy.wish', { produk: wish.product.title })),
        say('privacy.chat'),
        say('privacy.erase_hint'),
      ].join('\n'),
    };
  }, 4);

/** "hapus data saya": with consent; orders stay in the books without the person, within the deadline of the law. */
export const eraseMe = flow('erase_me', { faq_other: ['hapus data saya', 'tolong hapus semua data pribadi saya'], change_cart: [], cancel_order: [], out_of_scope: [] }, 4)
  .from((talk) => (MY_DATA.test(talk.meaning.normal) && ERASE.test(talk.meaning.normal) ? {} : null))
  .leaving((talk) => ({ text: talk.say('privacy.kept') }))
  .ask('agreed', yesNo('agreed', {
    ask: (talk) => talk.say(talk.shop.openOrders().length > 0 ? 'privacy.erase_sure_open' : 'privacy.erase_sure'),
    yes: (talk) => talk.say('privacy.erase_yes'),
    no: (talk) => talk.say('privacy.erase_no'),
  }))
  .done((talk) => {
    if (talk.facts.agreed === 'no') return end({ text: talk.say('privacy.kept') });
    const due = talk.shop.askToBeErased();
    return end({ text: talk.say('privacy.erasing', { batas: talk.say.dayAndTime(due) }) });
  });

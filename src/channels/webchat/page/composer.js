const MOST_BYTES = 10 * 1024 * 1024;
/** Larger ones are made smaller before they go over a phone's line. */
const COMFORTABLE_BYTES = 1_500_000;
const LONGEST_SIDE = 2_000;
const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp'];

const byId = (id) => document.getElementById(id);

/** The field, the photo beside it and the button. `submit({ text, photo })` is called with what is to be sent; `refuse(why)` says why not. */
export function createComposer({ submit, refuse }) {
  const text = byId('text');
  const picker = byId('photo');
  let photo = null;

  function grow() {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
  }

  function show(chosen) {
    const preview = byId('photo-preview');
    if (preview.src) URL.revokeObjectURL(preview.src);
    photo = chosen;
    byId('chosen-photo').hidden = photo === null;
    if (photo === null) {
      preview.removeAttribute('src');
      picker.value = '';
      return;
    }
    preview.src = URL.createObjectURL(photo);
    byId('photo-name').textContent = photo.name ?? 'Foto';
    text.focus();
  }

  async function choose(file) {
    if (!file) return;
    refuse('');
    const usable = await usablePhoto(file);
    if (usable.why) refuse(usable.why);
    show(usable.photo ?? null);
  }

  function send() {
    const written = text.value.trim();
    if (written === '' && photo === null) return;
    submit({ text: written, photo });
    text.value = '';
    grow();
    show(null);
  }

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  text.addEventListener('paste', (event) => {
    const pasted = [...event.clipboardData.files].find((file) => file.type.startsWith('image/'));
    if (!pasted) return;
    event.preventDefault();
    void choose(pasted);
  });
  byId('attach').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => void choose(picker.files[0]));
  byId('drop-photo').addEventListener('click', () => {
    show(null);
    text.focus();
  });
  return { focus: () => text.focus() };
}

async function usablePhoto(file) {
  if (ACCEPTED.includes(file.type) && file.size <= COMFORTABLE_BYTES) return { photo: file };
  const smaller = await shrunk(file).catch(() => null);
  if (smaller) return { photo: smaller };
  if (!ACCEPTED.includes(file.type)) return { why: 'Berkas ini bukan foto yang bisa dibuka. Kirim foto JPG, PNG, atau WebP ya Kak.' };
  return file.size <= MOST_BYTES ? { photo: file } : { why: 'Fotonya terlalu besar. Kirim yang di bawah 10 MB ya Kak.' };
}

async function shrunk(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob && new File([blob], file.name, { type: 'image/jpeg' });
}

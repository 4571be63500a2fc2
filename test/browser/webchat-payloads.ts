const MARKER = 'window.executed=true';

const TAGS = [
  `<script>${MARKER}</script>`, `<script src=data:text/javascript,${MARKER}></script>`, `<img src=x onerror=${MARKER}>`, `<svg onload=${MARKER}>`,
  `<svg><script>${MARKER}</script></svg>`, `<iframe srcdoc="<script>parent.${MARKER}</script>"></iframe>`, `<body onload=${MARKER}>`,
  `<input autofocus onfocus=${MARKER}>`, `<details open ontoggle=${MARKER}>`, `<video><source onerror=${MARKER}></video>`,
  `<a href="javascript:${MARKER}" id=x>klik</a>`, `<math><mtext><table><mglyph><style><img src=x onerror=${MARKER}>`,
  `<marquee onstart=${MARKER}>`, `<object data="javascript:${MARKER}">`, `<embed src="javascript:${MARKER}">`,
  `<meta http-equiv=refresh content="0;javascript:${MARKER}">`, `<base href="javascript:${MARKER}//">`, `<form action=javascript:${MARKER}><button>x</form>`,
  `<style>@import 'javascript:${MARKER}';</style>`, `<link rel=stylesheet href="javascript:${MARKER}">`,
];
const AROUND: readonly ((tag: string) => string)[] = [
  (tag) => tag, (tag) => `">${tag}`, (tag) => `'>${tag}`, (tag) => `</p></div></script>${tag}`, (tag) => `\`\${${tag}}`,
  (tag) => tag.toUpperCase().replaceAll('WINDOW.EXECUTED=TRUE', MARKER), (tag) => tag.replaceAll('<', '<\u0000'), (tag) => `--></title></textarea>${tag}`,
  (tag) => tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), (tag) => `https://toko.example/"onmouseover="${MARKER}" ${tag}`,
];

/** 200 texts that run a script wherever text is taken for markup; each sets `window.executed`. */
export const PAYLOADS: readonly string[] = TAGS.flatMap((tag) => AROUND.map((around) => around(tag)));

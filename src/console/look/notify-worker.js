/** Opens the chat that a notification is about. A phone's browser shows notifications by a worker only; this one keeps no page and answers no request. */

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const to = event.notification.data;
  event.waitUntil(show(to));
});

async function show(to) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find((page) => new URL(page.url).pathname === to);
  if (there) return there.focus();
  return self.clients.openWindow(to);
}

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { freshSession, readSession } from '../../src/engine/session.ts';
import { Died, premisesMadeOnce, sampleCatalogue, TestShop } from '../test-shop.ts';
import { Player } from './play.ts';
import { readTranscript, writeTranscript, type Step, type Transcript } from './transcript.ts';

const FOLDER = import.meta.dirname;
const START = '2026-11-23T10:00:00+07:00';
const WRITE = process.env.TRANSCRIPTS === 'write';

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt')).sort();
/** The sample shop, or the one a transcript names in its heading: `# shop: butik`. */
const catalogues = {
  sample: await sampleCatalogue(),
  butik: await sampleCatalogue(join(FOLDER, '../shops/butik')),
  bening: await sampleCatalogue(join(FOLDER, '../shops/bening')),
};

function catalogueOf(transcript: Transcript): Catalogue {
  const named = transcript.heading.join('\n').match(/^# shop: (\w+)$/m)?.[1] ?? 'sample';
  if (named === 'sample' || named === 'butik' || named === 'bening') return catalogues[named];
  throw new Error(`no shop "${named}" in test/shops`);
}

/** `# pause: 3 s`: how long the shop waits for the rest of a burst. */
const pauseOf = (transcript: Transcript): number => Number(transcript.heading.join('\n').match(/^# pause: (\d+) s$/m)?.[1] ?? 0) * 1000;

const premisesOf = premisesMadeOnce();

/** A shop and a player, with a look at the end. */
function stage(transcript: Transcript) {
  const shop = new TestShop({ catalogue: catalogueOf(transcript), at: START, pauseMs: pauseOf(transcript), premisesOf });
  return { shop, player: new Player(shop) };
}

function endOf(shop: TestShop): unknown {
  expect(shop.failures).toEqual([]);
  expect(shop.brokenInvariants()).toEqual([]);
  return shop.outcome();
}

function playAll(transcript: Transcript, times = 1, before: (shop: TestShop) => void = () => {}): { lines: string[][]; end: unknown } {
  const { shop, player } = stage(transcript);
  const lines = transcript.steps.map(({ step }) => {
    before(shop);
    return player.play(step, times);
  });
  return { lines, end: endOf(shop) };
}

/** Places in which a law may put something in: after a customer's message, while the bot has the chat. */
const customerSteps = (transcript: Transcript): number[] =>
  transcript.steps.flatMap(({ step }, i) => (step.kind === 'says' || step.kind === 'taps' || step.kind === 'shows' ? [i] : []));

const chatOf = (step: Step): string => (step.kind === 'clock' || step.kind === 'staff' ? '' : step.chat);

for (const file of files) {
  describe(relative('.', file).replace(/\.txt$/, '').replaceAll('-', ' '), () => {
    const path = join(FOLDER, file);
    const transcript = readTranscript(readFileSync(path, 'utf8'));

    it('reads as written', () => {
      const { lines } = playAll(transcript);
      const now = { ...transcript, steps: transcript.steps.map(({ step }, i) => ({ step, expected: lines[i]! })) };
      if (WRITE) writeFileSync(path, writeTranscript(now));
      else expect(writeTranscript(now)).toBe(writeTranscript(transcript));
    });

    it('is the same with a restart between any two messages', () => {
      const plain = playAll(transcript);
      expect(playAll(transcript, 1, (shop) => shop.restart())).toEqual(plain);
    });

    it('is the same with every message delivered three times', () => {
      expect(playAll(transcript, 3)).toEqual(playAll(transcript));
    });

    it('ends the same when the process dies at any commit point', () => {
      const plain = playAll(transcript);
      for (const when of ['before', 'after'] as const) {
        for (const i of customerSteps(transcript)) {
          const { shop, player } = stage(transcript);
          transcript.steps.forEach(({ step }, at) => {
            if (at !== i || step.kind === 'clock' || step.kind === 'staff') {
              player.play(step);
              return;
            }
            const content = player.content(step);
            shop.now += 1000;
            shop.atCommit = (point) => { if (point === when) { shop.atCommit = () => {}; throw new Died(); } };
            const id = `dies-${i}`;
            expect(() => shop.hear(step.chat, content, { id })).toThrow(Died);
            shop.restart();
            // The provider was never told to forget it.
            shop.hear(step.chat, content, { id });
            shop.now -= 1000;
            player.rest();
          });
          expect(endOf(shop), `dying ${when} the commit of step ${i}`).toEqual(plain.end);
        }
      }
    });

    it('ends the same with "ongkirnya berapa?" put in anywhere', () => {
      const plain = playAll(transcript);
      for (const i of customerSteps(transcript)) {
        const { shop, player } = stage(transcript);
        transcript.steps.forEach(({ step }, at) => {
          player.play(step);
          if (at !== i) return;
          player.play({ kind: 'says', chat: chatOf(step), text: 'ongkirnya berapa?', source: '' });
          player.remember(chatOf(step));
        });
        expect(endOf(shop), `put in after step ${i}`).toEqual(plain.end);
      }
    });

    it('ends the same with "kembali" and the same answer again', () => {
      const plain = playAll(transcript);
      for (const i of customerSteps(transcript)) {
        const { shop, player } = stage(transcript);
        transcript.steps.forEach(({ step }, at) => {
          const chat = chatOf(step);
          const before = at === i && shop.shop.tables.chats.find('terminal', chat) ? told(shop, chat) : null;
          player.play(step);
          if (at !== i || before === null || step.kind !== 'says') return;
          // Only an answer that a still open flow has taken can be taken back.
          const after = told(shop, chat);
          if (after.flow !== before.flow || after.count !== before.count + 1 || after.depth !== before.depth) return;
          player.play({ kind: 'says', chat, text: 'kembali', source: '' });
          player.play(step);
        });
        expect(endOf(shop), `taken back after step ${i}`).toEqual(plain.end);
      }
    });
  });
}

/** How much the open flow of a chat has been told. */
function told(shop: TestShop, address: string): { flow: string; count: number; depth: number } {
  const chat = shop.shop.tables.chats.find('terminal', address);
  const session = chat ? readSession(chat) : freshSession();
  const top = session.stack.at(-1);
  return { flow: top?.flow ?? '', count: top?.told.length ?? 0, depth: session.stack.length };
}

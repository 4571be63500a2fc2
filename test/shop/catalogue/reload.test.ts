import { describe, expect, it } from 'vitest';
import { createReload } from '../../../src/shop/catalogue/reload.ts';
import type { LoadOutcome } from '../../../src/shop/catalogue/snapshot.ts';
import { load } from './owner-folder.ts';

const good = await load({});
const better = await load({ 'faq.yaml': '- { questions: [a], answer: b }\n' });
const broken = await load({ 'store.yaml': 'nama: x\n' });
const worse = await load({ 'staff.yaml': 'x\n' });

/** Plays loads one after another, and tells what was announced at each. */
async function play(loads: readonly (LoadOutcome | Error)[], liveVersion?: string): Promise<readonly string[]> {
  const said: string[] = [];
  let at = 0;
  const names = new Map([[good, 'good'], [better, 'better']].map(([outcome, name]) => [(outcome as Extract<LoadOutcome, { kind: 'loaded' }>).catalogue.version, name as string]));
  const reload = createReload({
    load: () => { const next = loads[at++]!; return next instanceof Error ? Promise.reject(next) : Promise.resolve(next); },
    onLoaded: (catalogue) => said.push(names.get(catalogue.version)!),
    onRefused: (problems) => said.push(`refused ${problems.length}`),
    ...(liveVersion === undefined ? {} : { liveVersion: () => liveVersion }),
  });
  const heard: string[] = [];
  for (const _ of loads) {
    const looked = await reload.look();
    heard.push(said.splice(0).join('+') || looked);
  }
  return heard;
}

describe('a look at files that changed', () => {
  it('announces a good change once', async () => {
    expect(await play([good, good, better, better])).toEqual(['good', 'settled', 'better', 'settled']);
  });

  it('takes no notice of a file that was only touched', async () => {
    const version = good.kind === 'loaded' ? good.catalogue.version : '';
    expect(await play([good, better], version)).toEqual(['settled', 'better']);
  });

  it('loads nothing while the files are those that are live, and everything once a mistake was seen', async () => {
    const outcomes = [broken, broken, good];
    let now = 'live';
    const heard: string[] = [];
    const reload = createReload({
      load: () => { heard.push('load'); return Promise.resolve(outcomes.shift()!); }, onLoaded: () => { heard.push('good'); }, onRefused: () => { heard.push('refused'); },
      liveVersion: () => 'live', versionNow: () => Promise.resolve(now),
    });
    await reload.look();
    expect(heard).toEqual([]);
    now = 'other';
    await reload.look();
    await reload.look();
    now = 'live';
    await reload.look();
    expect(heard).toEqual(['load', 'load', 'refused', 'load', 'good']);
  });

  it('tells of a mistake when it is still there at a second look, and once', async () => {
    expect(await play([good, broken, broken, broken, broken])).toEqual(['good', 'look_again', 'refused 2', 'settled', 'settled']);
  });

  it('says nothing of a save that was only half done', async () => {
    expect(await play([good, broken, better])).toEqual(['good', 'look_again', 'better']);
    expect(await play([good, broken, worse, worse])).toEqual(['good', 'look_again', 'look_again', 'refused 1']);
  });

  it('tells that all is well again when the owner takes the mistake back', async () => {
    expect(await play([good, broken, broken, good, good])).toEqual(['good', 'look_again', 'refused 2', 'good', 'settled']);
  });

  it('outlives a fault of the reading itself', async () => {
    const fault = new Error('rusak');
    expect(await play([good, fault, fault, better])).toEqual(['good', 'look_again', 'refused 1', 'better']);
  });
});

import type { Child } from 'hono/jsx';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { blankName, goneName, itemName, nameOf, typed, type Field, type FormPlan, type ListPart, type Part, type Posted } from './fields.ts';
import { pairsOf } from './hours-words.ts';
import { rowsOf } from './steps-words.ts';
import { useT } from '../language/translate.tsx';

/** What is on the page when it is shown again because something was wrong. */
export interface Again { readonly posted: Posted; readonly wrong: ReadonlyMap<string, string>; readonly above: readonly string[] }
const FRESH: Again = { posted: {}, wrong: new Map(), above: [] };

/** A page of settings. Nothing that was typed is lost when it comes back. */
export function PlanPage({ plan, to, back, version, visitor, act, again = FRESH, children }: {
  readonly plan: FormPlan; readonly to: string; readonly back: { readonly url: string; readonly label: string }; readonly version: string;
  readonly visitor: Visitor; readonly act: string; readonly again?: Again | undefined; readonly children?: Child;
}) {
  const t = useT();
  return (
    <div class="page">
      <p><a class="back-link" href={back.url}>‹ {t.of(back.label)}</a></p>
      <h1>{t.of(plan.title)}</h1>
      {plan.intro !== undefined && <p>{t.of(plan.intro)}</p>}
      <Wrong again={again} />
      {children}
      <Form to={to} visitor={visitor} act={act} kind="owner-form" fullPage>
        <input type="hidden" name="versi" value={version} />
        {plan.parts.map((part) => <PartView part={part} again={again} />)}
        <div class="save-bar"><button class="main-action">{t('Periksa perubahan')}</button></div>
      </Form>
    </div>
  );
}

export function Wrong({ again }: { readonly again: Again }) {
  const t = useT();
  if (again.above.length === 0 && again.wrong.size === 0) return null;
  return (
    <section class="urgent late" role="alert">
      <h2>{t('Belum disimpan')}</h2>
      {again.above.length > 0 ? <ul class="problems">{again.above.map((line) => <li>{line}</li>)}</ul> : <p>{t('Ada isian yang perlu diperbaiki, ditandai di bawah.')}</p>}
      <p>{t('Yang Anda ketik masih ada di bawah. Toko tetap memakai yang lama.')}</p>
    </section>
  );
}

function PartView({ part, again }: { readonly part: Part; readonly again: Again }) {
  const t = useT();
  return (
    <section class="form-part">
      {part.title !== '' && <h2>{t.of(part.title)}</h2>}
      {part.hint !== undefined && <p class="quiet">{t.of(part.hint)}</p>}
      {part.kind === 'fields' ? part.fields.map((field) => <FieldView field={field} name={nameOf(field.path)} again={again} />) : <ListView list={part} again={again} />}
    </section>
  );
}

function ListView({ list, again }: { readonly list: ListPart; readonly again: Again }) {
  const t = useT();
  const adding = list.blank.some((field) => (typed(field, blankName(list, field), again.posted) ?? field.shown) !== field.shown || again.wrong.has(blankName(list, field)));
  return (
    <>
      {list.items.length === 0 && <p class="quiet">{t.of(list.empty)}</p>}
      {list.items.map((item, i) => {
        const touched = again.posted[goneName(list, i)] !== undefined || item.fields.some((field) => {
          const name = itemName(list, i, field);
          return again.wrong.has(name) || (typed(field, name, again.posted) ?? field.shown) !== field.shown;
        });
        return (
          <details class="item" open={touched}>
            <summary>{item.title.split(' · ').map(t.of).join(' · ')}</summary>
            <div class="disclosed">
              {item.fields.map((field) => <FieldView field={field} name={itemName(list, i, field)} again={again} />)}
              {item.stays === undefined ? (
                <label class="tick"><input type="checkbox" name={goneName(list, i)} value="ya" checked={again.posted[goneName(list, i)] !== undefined} /> <span>{t('Hapus ini')}</span></label>
              ) : <p class="quiet">{t.of(item.stays)}</p>}
            </div>
          </details>
        );
      })}
      <details class="item add" open={adding}>
        <summary>{t.of(list.add)}</summary>
        <div class="disclosed">{list.blank.map((field) => <FieldView field={field} name={blankName(list, field)} again={again} />)}</div>
      </details>
    </>
  );
}

/** One field with its label, and what is wrong with it beside it. */
export function FieldView({ field, name, again = FRESH }: { readonly field: Field; readonly name: string; readonly again?: Again | undefined }) {
  const t = useT();
  const value = typed(field, name, again.posted) ?? field.shown;
  const wrong = again.wrong.get(name);
  const described = { 'aria-invalid': wrong === undefined ? undefined : 'true' as const, 'aria-describedby': wrong === undefined ? undefined : `${name}-salah` };
  const below = <>{field.hint !== undefined && <span class="hint">{t.of(field.hint)}</span>}{wrong !== undefined && <span class="field-wrong" id={`${name}-salah`}>{wrong}</span>}</>;
  if (field.kind === 'tick') {
    return (
      <div><label class="tick"><input type="checkbox" name={name} value="yes" checked={value === 'yes'} {...described} /> <span>{t.of(field.label)}</span></label>
        <input type="hidden" name={`${name}?`} value="" />{below}</div>
    );
  }
  if (field.kind === 'hours') return <HoursView field={field} name={name} value={value} below={below} />;
  if (field.kind === 'steps') return <StepsView field={field} name={name} value={value} wrong={wrong !== undefined} below={below} />;
  const common = { name, placeholder: field.example, ...described };
  return (
    <label><span>{t.of(field.label)}</span>
      {field.kind === 'choice' ? (
        <select name={name} {...described}>{(field.choices ?? []).map(([one, label]) => <option value={one} selected={one === value}>{t.of(label)}</option>)}</select>
      ) : field.kind === 'long' || field.kind === 'lines' || field.kind === 'words' ? (
        <textarea {...common} rows={Math.min(8, Math.max(2, Math.ceil(value.length / 42), value.split('\n').length))}>{value}</textarea>
      ) : (
        <input {...common} type={field.kind === 'date' ? 'date' : field.kind === 'clock' ? 'time' : 'text'} inputmode={field.kind === 'number' ? 'decimal' : undefined} value={value} autocomplete="off" />
      )}
      {below}
    </label>
  );
}

function HoursView({ field, name, value, below }: { readonly field: Field; readonly name: string; readonly value: string; readonly below: Child }) {
  const t = useT();
  const pairs = pairsOf(value) ?? [];
  return (
    <fieldset class="hours"><legend>{t.of(field.label)}{value === 'closed' && <span class="quiet"> {t('tutup')}</span>}</legend>
      {pairs.map((pair, i) => (
        <span class="shift">
          <input type="time" name={`${name}.${i}.from`} value={pair.from} aria-label={`${t.of(field.label)}, ${i === 0 ? t('buka') : t('buka lagi')}`} />
          <span aria-hidden="true">–</span>
          <input type="time" name={`${name}.${i}.to`} value={pair.to} aria-label={`${t.of(field.label)}, ${i === 0 ? t('sampai') : t('sampai lagi')}`} />
        </span>
      ))}
      {below}
    </fieldset>
  );
}

function StepsView({ field, name, value, wrong, below }: { readonly field: Field; readonly name: string; readonly value: string; readonly wrong: boolean; readonly below: Child }) {
  const t = useT();
  return (
    <fieldset class="steps"><legend>{t.of(field.label)}</legend>
      <span class="step quiet" aria-hidden="true"><span>{t('Mulai (buah)')}</span><span>{t('Harga per buah')}</span></span>
      {rowsOf(value).map((row, i) => (
        <span class="step">
          <input name={`${name}.${i}.min`} inputmode="numeric" autocomplete="off" value={row.min} aria-label={t('Tingkat {urutan}: mulai berapa buah', { urutan: i + 1 })} aria-invalid={wrong ? 'true' : undefined} />
          <input name={`${name}.${i}.each`} autocomplete="off" value={row.each} aria-label={t('Tingkat {urutan}: harga per buah', { urutan: i + 1 })} aria-invalid={wrong ? 'true' : undefined} />
        </span>
      ))}
      {below}
    </fieldset>
  );
}

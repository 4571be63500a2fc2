import type { Child } from 'hono/jsx';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { blankName, goneName, itemName, nameOf, typed, type Field, type FormPlan, type ListPart, type Part, type Posted } from './fields.ts';
import { pairsOf } from './hours-words.ts';

/** What is on the page when it is shown again because something was wrong. */
export interface Again { readonly posted: Posted; readonly wrong: ReadonlyMap<string, string>; readonly above: readonly string[] }
const FRESH: Again = { posted: {}, wrong: new Map(), above: [] };

/** A page of settings. Nothing that was typed is lost when it comes back. */
export function PlanPage({ plan, to, back, version, visitor, act, again = FRESH, children }: {
  readonly plan: FormPlan; readonly to: string; readonly back: { readonly url: string; readonly label: string }; readonly version: string;
  readonly visitor: Visitor; readonly act: string; readonly again?: Again | undefined; readonly children?: Child;
}) {
  return (
    <div class="page">
      <p><a class="back-link" href={back.url}>‹ {back.label}</a></p>
      <h1>{plan.title}</h1>
      {plan.intro !== undefined && <p>{plan.intro}</p>}
      <Wrong again={again} />
      {children}
      <Form to={to} visitor={visitor} act={act} kind="owner-form" fullPage>
        <input type="hidden" name="versi" value={version} />
        {plan.parts.map((part) => <PartView part={part} again={again} />)}
        <div class="save-bar"><button class="main-action">Periksa perubahan</button></div>
      </Form>
    </div>
  );
}

export function Wrong({ again }: { readonly again: Again }) {
  if (again.above.length === 0 && again.wrong.size === 0) return null;
  return (
    <section class="urgent late" role="alert">
      <h2>Belum disimpan</h2>
      {again.above.length > 0 ? <ul class="problems">{again.above.map((line) => <li>{line}</li>)}</ul> : <p>Ada isian yang perlu diperbaiki, ditandai di bawah.</p>}
      <p>Yang Anda ketik masih ada di bawah. Toko tetap memakai yang lama.</p>
    </section>
  );
}

function PartView({ part, again }: { readonly part: Part; readonly again: Again }) {
  return (
    <section class="form-part">
      {part.title !== '' && <h2>{part.title}</h2>}
      {part.hint !== undefined && <p class="quiet">{part.hint}</p>}
      {part.kind === 'fields' ? part.fields.map((field) => <FieldView field={field} name={nameOf(field.path)} again={again} />) : <ListView list={part} again={again} />}
    </section>
  );
}

function ListView({ list, again }: { readonly list: ListPart; readonly again: Again }) {
  const adding = list.blank.some((field) => (typed(field, blankName(list, field), again.posted) ?? field.shown) !== field.shown || again.wrong.has(blankName(list, field)));
  return (
    <>
      {list.items.length === 0 && <p class="quiet">{list.empty}</p>}
      {list.items.map((item, i) => {
        const touched = again.posted[goneName(list, i)] !== undefined || item.fields.some((field) => {
          const name = itemName(list, i, field);
          return again.wrong.has(name) || (typed(field, name, again.posted) ?? field.shown) !== field.shown;
        });
        return (
          <details class="item" open={touched}>
            <summary>{item.title}</summary>
            <div class="disclosed">
              {item.fields.map((field) => <FieldView field={field} name={itemName(list, i, field)} again={again} />)}
              {item.stays === undefined ? (
                <label class="tick"><input type="checkbox" name={goneName(list, i)} value="ya" checked={again.posted[goneName(list, i)] !== undefined} /> <span>Hapus ini</span></label>
              ) : <p class="quiet">{item.stays}</p>}
            </div>
          </details>
        );
      })}
      <details class="item add" open={adding}>
        <summary>{list.add}</summary>
        <div class="disclosed">{list.blank.map((field) => <FieldView field={field} name={blankName(list, field)} again={again} />)}</div>
      </details>
    </>
  );
}

/** One field with its label, and what is wrong with it beside it. */
export function FieldView({ field, name, again = FRESH }: { readonly field: Field; readonly name: string; readonly again?: Again | undefined }) {
  const value = typed(field, name, again.posted) ?? field.shown;
  const wrong = again.wrong.get(name);
  const described = { 'aria-invalid': wrong === undefined ? undefined : 'true' as const, 'aria-describedby': wrong === undefined ? undefined : `${name}-salah` };
  const below = <>{field.hint !== undefined && <span class="hint">{field.hint}</span>}{wrong !== undefined && <span class="field-wrong" id={`${name}-salah`}>{wrong}</span>}</>;
  if (field.kind === 'tick') {
    return (
      <div><label class="tick"><input type="checkbox" name={name} value="yes" checked={value === 'yes'} {...described} /> <span>{field.label}</span></label>
        <input type="hidden" name={`${name}?`} value="" />{below}</div>
    );
  }
  if (field.kind === 'hours') return <HoursView field={field} name={name} value={value} below={below} />;
  const common = { name, placeholder: field.example, ...described };
  return (
    <label><span>{field.label}</span>
      {field.kind === 'choice' ? (
        <select name={name} {...described}>{(field.choices ?? []).map(([one, label]) => <option value={one} selected={one === value}>{label}</option>)}</select>
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
  const pairs = pairsOf(value) ?? [];
  return (
    <fieldset class="hours"><legend>{field.label}{value === 'closed' && <span class="quiet"> tutup</span>}</legend>
      {pairs.map((pair, i) => (
        <span class="shift">
          <input type="time" name={`${name}.${i}.from`} value={pair.from} aria-label={`${field.label}, ${i === 0 ? 'buka' : 'buka lagi'}`} />
          <span aria-hidden="true">–</span>
          <input type="time" name={`${name}.${i}.to`} value={pair.to} aria-label={`${field.label}, ${i === 0 ? 'sampai' : 'sampai lagi'}`} />
        </span>
      ))}
      {below}
    </fieldset>
  );
}

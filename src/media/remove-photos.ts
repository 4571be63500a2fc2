import { z } from 'zod';
import type { TaskHandler } from '../engine/run-tasks.ts';
import type { Pictures } from './pictures.ts';

const DATA = z.object({ files: z.array(z.string()), orders: z.array(z.string()).default([]) });

/**
 * Removes the photos of a person who asked to be forgotten, and the receipts drawn for their orders (S20). What is gone
 * already is fine.
 */
export const removePhotos = (remove: (file: string) => Promise<boolean>, pictures: Pictures): TaskHandler => async (data) => {
  const { files, orders } = DATA.parse(data);
  for (const file of files) await remove(file);
  for (const order of orders) await pictures.forget(order);
  return () => {};
};

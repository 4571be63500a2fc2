import { z } from 'zod';
import type { TaskHandler } from '../engine/run-tasks.ts';

const DATA = z.object({ files: z.array(z.string()) });

/** Removes the photos of a person who asked to be forgotten (S20). What is gone already is fine. */
export const removePhotos = (remove: (file: string) => Promise<boolean>): TaskHandler => async (data) => {
  for (const file of DATA.parse(data).files) await remove(file);
  return () => {};
};

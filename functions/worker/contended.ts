/** Somebody else keeps writing the person; the queue brings the wake back later. */
export class Contended extends Error {}

/** How often a worker decides anew on what others wrote first. */
export const attempts = 5;

/** The one local learner; the first migration creates it. Hosting more than one comes later. */
export const LEARNER = "local";

/**
 * How many times slower than a quiet two-core machine a run may be before a timed journey fails. Shared machines are noisy;
 * each journey prints what it measured, and `CAMAU_PACE=1` holds it to the bar itself.
 */
export const pace = Number(process.env.CAMAU_PACE ?? 5)
